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
  settle,
  startAt,
  stepOf,
  timing,
  type PlayerState,
} from '#ui/diagram/player.ts';

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
