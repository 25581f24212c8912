import { moments } from '#domain/cloud/moments.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import type { World } from '#domain/timeline/timeline.ts';
import type { Change, WorldListener } from '../world/world-port.ts';
import { untilNews } from './clock.ts';
import type { WorldClock } from './clock.ts';
import { atTime } from './reconcile.ts';
import type { SharedView } from './reconcile.ts';

/** What is shown of a shared world, to whoever looks. */
export interface Shown {
  readonly view: () => SharedView;
  readonly show: (next: SharedView, change: Change) => void;
  readonly subscribe: (listener: WorldListener) => () => void;
  readonly stop: () => void;
}

/** Shows a world. Its time goes on by itself: at each minute, and when something is due. */
export function createShown(first: SharedView, clock: WorldClock | null): Shown {
  const listeners = new Set<WorldListener>();
  let view = first;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function show(next: SharedView, change: Change): void {
    const before = view.world;
    view = next;
    if (next.world === before) return;
    awaitNews();
    for (const listener of listeners) listener(next.world, change);
  }

  function awaitNews(): void {
    if (clock === null) return;
    clearTimeout(timer);
    const { now } = view.world.state;
    const seconds = untilNews(now, moments(view.world.state)[0]?.at ?? null);
    // A world that was moved ahead by this page a moment ago waits until the clock has heard of it.
    const late = Math.max(0, now - clock.now());
    timer = setTimeout(goOn, (late + seconds) * 1000);
  }

  function goOn(): void {
    if (clock === null) return;
    const world = atTime(view.world, clock.now());
    if (world === view.world) awaitNews();
    else show({ ...view, world }, 'command');
  }

  awaitNews();
  return {
    view: () => view,
    show,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      clearTimeout(timer);
      listeners.clear();
    },
  };
}

/** The time to show a world at that was told just now. */
export function timeIn(clock: WorldClock | null, { state }: World, isNew: boolean): Instant | null {
  clock?.hear(state.now, isNew);
  return clock?.now() ?? null;
}
