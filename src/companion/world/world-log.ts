import type { CloudState } from '#domain/cloud/state.ts';
import type { Entry, Timeline } from '#domain/timeline/timeline.ts';
import type { SizedEntry } from './entry-line.ts';
import { createHistory, tickTo } from './history.ts';
import type { HistoryLimits } from './history.ts';
import type { Journal } from './journal.ts';
import { entryLine } from './journal-text.ts';

/** What happened in a world, in memory and, where it has a journal, in its file. */
export interface WorldLog {
  /** An entry that makes the state, with the states around it. */
  readonly keep: (entry: Entry, before: CloudState, after: CloudState) => void;
  /** An entry that leaves the state as it was. */
  readonly pass: (entry: Entry) => void;
  readonly timeline: (state: CloudState) => Timeline;
}

/** The log of a world that came to this state by these entries. */
export function createLog(
  { seed, now }: CloudState,
  entries: readonly SizedEntry[],
  journal: Journal | null,
  limits: HistoryLimits,
): WorldLog {
  const history = createHistory(seed, entries, limits);
  /** What the clock shows after the kept entries alone. */
  let keptClock = now;
  return {
    keep(entry, before, after) {
      const lines: string[] = [];
      const add = (each: Entry, state: CloudState) => {
        const line = entryLine(each);
        lines.push(line);
        history.keep({ entry: each, length: line.length }, state);
      };
      // What an event announces depends on the time at which it happens: the ticks before it are written as one.
      const isClockBehind = keptClock < before.now && entry.events[0]?.type !== 'ClockAdvanced';
      if (isClockBehind) add(tickTo(before.now, before.now - keptClock), before);
      add(entry, after);
      keptClock = after.now;
      settle(journal?.append(lines));
      if (history.compact()) settle(journal?.compact(history.kept()));
    },
    pass: history.pass,
    timeline: history.timeline,
  };
}

/** A failure is told to whoever waits for what is written, and by the journal to all who come later. */
function settle(written: Promise<void> | undefined): void {
  written?.catch(() => {});
}
