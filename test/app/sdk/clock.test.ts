import { describe, expect, it, vi } from 'vitest';
import { createClock } from '#sdk/clock.ts';

/** A clock whose quiet is told by hand. */
function clockAt(seconds: number) {
  let check: (() => void) | null = null;
  const passed: number[] = [];
  const onIdle = vi.fn();
  const clock = createClock({
    startsAt: seconds,
    pass: (by) => {
      passed.push(by);
      return Promise.resolve();
    },
    whenQuiet: (told) => {
      check = told;
    },
    onIdle,
  });
  async function quiet(): Promise<void> {
    const told = check;
    check = null;
    told?.();
    await new Promise((resolve) => setTimeout(resolve));
  }
  return { clock, passed, onIdle, quiet };
}

describe('the clock of a program', () => {
  it('leaps to the next timer when all is quiet, and asks the world for the seconds between', async () => {
    const { clock, passed, quiet } = clockAt(1000);
    const ran: string[] = [];
    clock.set(() => ran.push('later'), 5000);
    clock.set(() => ran.push('sooner'), 1500);
    expect(clock.now()).toBe(1_000_000);
    await quiet();
    expect(ran).toEqual(['sooner']);
    expect(clock.now()).toBe(1_001_500);
    await quiet();
    expect(ran).toEqual(['sooner', 'later']);
    expect(passed).toEqual([1, 4]);
  });

  it('stands still while a request is under way', async () => {
    const { clock, passed, quiet } = clockAt(0);
    const run = vi.fn();
    clock.set(run, 1000);
    const finish = clock.begin();
    await quiet();
    expect(run).not.toHaveBeenCalled();
    finish();
    finish();
    await quiet();
    expect(run).toHaveBeenCalledTimes(1);
    expect(passed).toEqual([1]);
  });

  it('does not move the world for less than a second', async () => {
    const { clock, passed, quiet } = clockAt(0);
    clock.set(() => {}, 400);
    await quiet();
    expect(clock.now()).toBe(400);
    expect(passed).toEqual([]);
  });

  it('repeats what is to be repeated until it is called off', async () => {
    const { clock, onIdle, quiet } = clockAt(0);
    const run = vi.fn();
    const timer = clock.set(run, 1000, true);
    await quiet();
    await quiet();
    expect(run).toHaveBeenCalledTimes(2);
    clock.clear(timer);
    await quiet();
    expect(run).toHaveBeenCalledTimes(2);
    expect(onIdle).toHaveBeenCalledTimes(1);
  });

  it('goes along with the world, and never back', () => {
    const { clock } = clockAt(100);
    clock.meet(160);
    expect(clock.now()).toBe(160_000);
    clock.meet(130);
    expect(clock.now()).toBe(160_000);
  });

  it('knows the timers of the present turn', async () => {
    const { clock } = clockAt(0);
    const timer = clock.set(() => {}, 1);
    expect(clock.justSet()).toEqual([timer]);
    await Promise.resolve();
    expect(clock.justSet()).toEqual([]);
  });
});
