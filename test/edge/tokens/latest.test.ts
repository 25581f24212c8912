import { describe, expect, it } from 'vitest';
import { createLatest } from '#edge/tokens/latest.ts';

describe('what was used latest', () => {
  it('is remembered, and replaced by a newer value', () => {
    const latest = createLatest<number>(4);
    latest.set('a', 1);
    latest.set('a', 2);
    expect(latest.get('a')).toBe(2);
    expect(latest.get('b')).toBeUndefined();
  });

  it('never holds more than its bound, and forgets what was not used', () => {
    const latest = createLatest<number>(10);
    const names = Array.from({ length: 1_000 }, (_none, index) => `name-${index}`);
    for (const [index, name] of names.entries()) latest.set(name, index);
    const held = names.filter((name) => latest.get(name) !== undefined);
    expect(held.length).toBeGreaterThanOrEqual(5);
    expect(held.length).toBeLessThanOrEqual(10);
    expect(held.at(-1)).toBe('name-999');
  });

  it('keeps what is asked for again and again, however much comes by', () => {
    const latest = createLatest<string>(10);
    latest.set('often', 'here');
    for (let index = 0; index < 1_000; index += 1) {
      latest.set(`once-${index}`, '');
      expect(latest.get('often')).toBe('here');
    }
  });

  it('gives the newer of two values, whichever half they are in', () => {
    const latest = createLatest<number>(4);
    latest.set('a', 1);
    latest.set('b', 1);
    latest.set('a', 2);
    expect(latest.get('a')).toBe(2);
    latest.set('c', 1);
    expect(latest.get('a')).toBe(2);
  });
});
