/** The time of a program: it stands still while something is being done, and leaps when there is only waiting left. */
export interface Clock {
  /** Milliseconds since 1970, by the clock of the world. */
  readonly now: () => number;
  /** Runs later; gives the number by which it is called off. */
  readonly set: (run: () => void, delay: number, every?: boolean) => number;
  readonly clear: (timer: number) => void;
  /** The world's clock says at least that, in seconds. */
  readonly meet: (seconds: number) => void;
  /** Something outside is under way; the returned function ends it. */
  readonly begin: () => () => void;
  /** The timers that were set in this very turn of the program. */
  readonly justSet: () => readonly number[];
}

export interface ClockParts {
  /** Seconds since 1970. */
  readonly startsAt: number;
  /** Moves the world's clock by so many seconds. */
  readonly pass: (seconds: number) => Promise<void>;
  /** Calls back once the program has had the time to go on by itself; calling again begins anew. */
  readonly whenQuiet: (check: () => void) => void;
  /** Nothing is under way and no timer is set. */
  readonly onIdle: () => void;
}

interface Timer {
  readonly due: number;
  readonly every: number | null;
  readonly run: () => void;
}

/** A clock whose timers cost no real time: when all is quiet it moves on to the next of them. */
export function createClock({ startsAt, pass, whenQuiet, onIdle }: ClockParts): Clock {
  let now = startsAt * 1000;
  let underWay = 0;
  let last = 0;
  let fresh: number[] = [];
  const timers = new Map<number, Timer>();

  const settle = (): void => whenQuiet(() => void check());

  async function check(): Promise<void> {
    if (underWay > 0) return;
    const [next] = [...timers].toSorted(([a, { due: first }], [b, { due: second }]) => first - second || a - b);
    if (next === undefined) {
      onIdle();
      return;
    }
    const [id, { due, every, run }] = next;
    const seconds = Math.floor(due / 1000) - Math.floor(now / 1000);
    if (seconds > 0) {
      underWay += 1;
      await pass(seconds);
      underWay -= 1;
    }
    now = Math.max(now, due);
    if (timers.has(id)) {
      timers.delete(id);
      if (every !== null) timers.set(id, { due: now + Math.max(every, 1), every, run });
      run();
    }
    settle();
  }

  return {
    now: () => now,
    set(run, delay, repeats = false) {
      const wait = Number.isFinite(delay) ? Math.max(delay, 0) : 0;
      last += 1;
      timers.set(last, { due: now + wait, every: repeats ? wait : null, run });
      if (fresh.length === 0) queueMicrotask(() => (fresh = []));
      fresh.push(last);
      settle();
      return last;
    },
    clear(timer) {
      timers.delete(timer);
      settle();
    },
    meet(seconds) {
      if (seconds > Math.floor(now / 1000)) now = seconds * 1000;
    },
    begin() {
      let isOver = false;
      underWay += 1;
      return () => {
        if (isOver) return;
        isOver = true;
        underWay -= 1;
        settle();
      };
    },
    justSet: () => fresh,
  };
}
