import type { Instant } from '#domain/kernel/instant.ts';
import { minute } from '#domain/kernel/instant.ts';

/** The time of a companion's world between its messages: that of this machine, moved ahead as far as the world was. */
export interface WorldClock {
  /** Notes what a world's clock showed when it was told; a new world begins anew. */
  readonly hear: (told: Instant, isNew: boolean) => void;
  readonly now: () => Instant;
}

/** Page and companion run on one machine: their clocks agree. */
export function createClock(machine: () => number = () => Math.floor(Date.now() / 1000)): WorldClock {
  let ahead = 0;
  return {
    hear(told, isNew) {
      ahead = Math.max(isNew ? 0 : ahead, told - machine());
    },
    now: () => (machine() + ahead) as Instant,
  };
}

/** Seconds until there is something new to show by time alone: a new minute on the clock, or what is due next. */
export function untilNews(now: Instant, due: Instant | null): number {
  const nextMinute = minute - (now % minute);
  return due === null ? nextMinute : Math.max(1, Math.min(nextMinute, due - now));
}
