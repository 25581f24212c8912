import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  advance,
  back,
  goTo,
  isMoving,
  next,
  pause,
  play,
  scrub,
  setLoop,
  settle,
  startAt,
  stepOf,
  timing,
  type PlayerState,
} from '#ui/diagram/player.ts';
import { seed } from '#test/support/seed.ts';

const six = { count: 6, still: false };
const still = { count: 6, still: true };

/** Lets time pass in frames, as a browser does. */
function after(state: PlayerState, milliseconds: number, setting = six): PlayerState {
  let now = state;
  for (let passed = 0; passed < milliseconds; passed += 16) now = advance(now, 16, setting);
  return now;
}

describe('one step', () => {
  it('on: the step is the new one at once, its message flies', () => {
    const state = next(startAt(2), six);
    expect(stepOf(state)).toBe(3);
    const half = after(state, timing.hop / 2);
    expect(half.position).toBeGreaterThan(2.3);
    expect(half.position).toBeLessThan(2.7);
    const landed = after(state, timing.hop + 50);
    expect(landed).toMatchObject({ position: 3, mode: 'rest' });
  });

  it('back: the same way, the other way round', () => {
    const state = back(startAt(3), six);
    expect(stepOf(state)).toBe(2);
    expect(after(state, timing.back / 2).position).toBeLessThan(3);
    expect(after(state, timing.back + 50)).toMatchObject({ position: 2, mode: 'rest' });
  });

  it('pressed twice: the first message lands, the second flies', () => {
    const state = next(after(next(startAt(0), six), 200), six);
    expect(state.position).toBe(1);
    expect(stepOf(state)).toBe(2);
  });

  it('from mid-flight: on to where it leads, back to where it came from', () => {
    const paused = pause(after(play(startAt(0), six), 400));
    expect(stepOf(paused)).toBe(1);
    expect(isMoving(paused)).toBe(false);
    expect(stepOf(next(paused, six))).toBe(1);
    expect(stepOf(back(paused, six))).toBe(0);
  });

  it('stays within the flow', () => {
    expect(stepOf(next(startAt(6), six))).toBe(6);
    expect(stepOf(back(startAt(0), six))).toBe(0);
  });
});

describe('a step chosen from afar', () => {
  it('shows the last message that leads to it', () => {
    const state = goTo(startAt(1), 5, six, 'step');
    expect(state).toMatchObject({ position: 4, mode: 'glide', goal: 5 });
  });

  it('backwards it is there at once', () => {
    expect(goTo(startAt(6), 2, six, 'step')).toMatchObject({ position: 2, mode: 'rest' });
  });
});

describe('playing', () => {
  it('sends a message, lets it be read, and sends the next', () => {
    const state = play(startAt(0), six);
    expect(after(state, timing.hop + 40).position).toBe(1);
    expect(after(state, timing.hop + timing.rest - 100).position).toBe(1);
    expect(stepOf(after(state, timing.hop + timing.rest + 100))).toBe(2);
  });

  it('rests at the end, and begins again from there', () => {
    const end = after(play(startAt(5), six), timing.hop + 50);
    expect(end).toMatchObject({ position: 6, mode: 'rest' });
    expect(isMoving(end)).toBe(false);
    expect(play(end, six)).toMatchObject({ position: 0, mode: 'play' });
  });

  it('goes faster and slower', () => {
    const fast = { ...play(startAt(0), six), speed: 4 as const };
    expect(after(fast, timing.hop / 4 + 30).position).toBe(1);
    const slow = { ...play(startAt(0), six), speed: 0.5 as const };
    expect(after(slow, timing.hop + 100).position).toBeLessThan(1);
  });
});

describe('scrubbing', () => {
  it('follows the hand between steps and settles on the nearest', () => {
    const held = scrub(startAt(0), 2.6, six);
    expect(held).toMatchObject({ position: 2.6, mover: 'scrub' });
    expect(isMoving(held)).toBe(false);
    expect(after(settle(held, six), timing.hop)).toMatchObject({ position: 3, mode: 'rest' });
  });

  it('does not leave the flow', () => {
    expect(scrub(startAt(0), 99, six).position).toBe(6);
    expect(scrub(startAt(0), -1, six).position).toBe(0);
  });
});

describe('without motion', () => {
  it('steps jump', () => {
    expect(next(startAt(2), still)).toMatchObject({ position: 3, mode: 'rest' });
    expect(back(startAt(2), still)).toMatchObject({ position: 1, mode: 'rest' });
    expect(scrub(startAt(0), 2.6, still).position).toBe(3);
  });

  it('playing goes from step to step with time to read', () => {
    const first = after(play(startAt(0), still), 40, still);
    expect(first.position).toBe(1);
    expect(after(first, timing.rest, still).position).toBe(1);
    expect(after(first, timing.rest + timing.hop + 50, still).position).toBe(2);
  });
});

describe('at an instant', () => {
  const instant = { ...startAt(2), speed: 'instant' as const };

  it('steps jump, forwards and back', () => {
    expect(next(instant, six)).toMatchObject({ position: 3, mode: 'rest' });
    expect(back(instant, six)).toMatchObject({ position: 1, mode: 'rest' });
    expect(scrub(instant, 2.6, six).position).toBe(3);
  });

  it('playing shows each step for a moment', () => {
    const first = after(play(instant, six), 40);
    expect(first.position).toBe(3);
    expect(after(first, (timing.rest + timing.hop) / 4 + 50).position).toBe(4);
  });
});

describe('repeating a step', () => {
  it('plays it again and again, and no other', () => {
    const looping = setLoop(startAt(3), true, six);
    expect(looping).toMatchObject({ mode: 'play', position: 2 });
    for (const milliseconds of [100, timing.hop + 50, timing.hop + timing.rest + 100, 20_000]) {
      const later = after(looping, milliseconds);
      expect(stepOf(later)).toBe(3);
      expect(later.position).toBeGreaterThanOrEqual(2);
      expect(isMoving(later)).toBe(true);
    }
  });

  it('the last step too, and with no motion', () => {
    expect(after(setLoop(startAt(6), true, six), 20_000)).toMatchObject({ mode: 'play', goal: 6 });
    expect(stepOf(after(setLoop(startAt(2), true, still), 20_000, still))).toBe(2);
  });

  it('follows to the next step and the one before', () => {
    const looping = after(setLoop(startAt(3), true, six), 200);
    expect(stepOf(next(looping, six))).toBe(4);
    expect(stepOf(back(looping, six))).toBe(2);
    expect(after(next(looping, six), 20_000).goal).toBe(4);
  });

  it('let go, it plays on from there', () => {
    const looping = after(setLoop(startAt(3), true, six), 200);
    const on = setLoop(looping, false, six);
    expect(stepOf(after(on, timing.hop + timing.rest + 200))).toBe(4);
  });
});

it('while a step is read out, playing waits', () => {
  const reading = { ...after(play(startAt(0), six), timing.hop + 40), waiting: true };
  expect(after(reading, 60_000).position).toBe(1);
  expect(after({ ...reading, waiting: false }, timing.rest + timing.hop + 50).position).toBe(2);
});

it('as many steps back as forward lead to the start, whatever is done in between', () => {
  const moves = fc.array(fc.constantFrom('next', 'back', 'play', 'pause', 'loop', 'scrub', 'wait'), { maxLength: 12 });
  fc.assert(
    fc.property(moves, fc.boolean(), (sequence, motionless) => {
      const setting = { count: 6, still: motionless };
      const act: Readonly<Record<string, (state: PlayerState) => PlayerState>> = {
        next: (state) => next(state, setting),
        back: (state) => back(state, setting),
        play: (state) => play(state, setting),
        pause,
        loop: (state) => setLoop(state, !state.loop, setting),
        scrub: (state) => settle(scrub(state, 2.7, setting), setting),
        wait: (state) => after(state, 500, setting),
      };
      let state = startAt(0);
      for (const move of sequence) state = act[move]?.(state) ?? state;
      // A step that is still on its way lands first: one that glides to the start has no step left to go back.
      state = after(pause(setLoop(state, false, setting)), timing.hop + 50, setting);
      const steps = stepOf(state);
      for (let step = 0; step < steps; step += 1) state = after(back(state, setting), timing.back + 50, setting);
      expect(state).toMatchObject({ position: 0, mode: 'rest' });
    }),
    { seed, numRuns: 60 },
  );
});
