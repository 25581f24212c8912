import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clockTime,
  day,
  fromIso,
  hour,
  instant,
  minute,
  plus,
  toEntraTimestamp,
  toIso,
  toIsoFraction7,
  toRfc1123,
  toUsDateTime,
} from '#domain/kernel/instant.ts';
import { InvariantError } from '#domain/kernel/invariant.ts';
import { seed } from '#test/support/seed.ts';

const firstSecond = Date.UTC(2000, 0, 1) / 1000 - 2000 * 365.2425 * 86_400;
const lastSecond = Date.UTC(9999, 11, 31, 23, 59, 59) / 1000;
const anySeconds = fc.integer({ min: firstSecond, max: lastSecond });

describe('instant', () => {
  it('counts whole Unix seconds', () => {
    expect(toIso(instant(0))).toBe('1970-01-01T00:00:00Z');
    expect(toIso(instant(-1))).toBe('1969-12-31T23:59:59Z');
    expect(toIso(instant(1_772_442_000))).toBe('2026-03-02T09:00:00Z');
  });

  it.each([0.5, Number.NaN, Infinity, firstSecond - 1, lastSecond + 1])('refuses %d', (seconds) => {
    expect(() => instant(seconds)).toThrow(InvariantError);
  });

  it('reaches from the year 0000 to the year 9999', () => {
    expect(toIso(instant(firstSecond))).toBe('0000-01-01T00:00:00Z');
    expect(toIso(instant(lastSecond))).toBe('9999-12-31T23:59:59Z');
    expect(toRfc1123(instant(firstSecond))).toBe('Sat, 01 Jan 0000 00:00:00 GMT');
  });

  it.each([
    ['2026-12-31T00:00:09Z', '12/31/2026 12:00:09 AM'],
    ['2026-12-31T11:59:59Z', '12/31/2026 11:59:59 AM'],
    ['2026-12-31T12:00:00Z', '12/31/2026 12:00:00 PM'],
    ['2026-01-09T23:05:00Z', '1/9/2026 11:05:00 PM'],
  ])('is written for people in the United States: %s', (iso, text) => {
    expect(toUsDateTime(fromIso(iso))).toBe(text);
  });

  it('moves by seconds, both ways', () => {
    const nine = fromIso('2026-03-02T09:00:00Z');
    expect(toIso(plus(nine, 10 * minute))).toBe('2026-03-02T09:10:00Z');
    expect(toIso(plus(nine, 15 * hour))).toBe('2026-03-03T00:00:00Z');
    expect(toIso(plus(nine, -2 * day))).toBe('2026-02-28T09:00:00Z');
    expect(() => plus(nine, 0.5)).toThrow(InvariantError);
  });
});

describe('the forms of an instant', () => {
  const at = fromIso('2026-03-02T09:05:07Z');

  it('are those of Azure', () => {
    expect(toIso(at)).toBe('2026-03-02T09:05:07Z');
    expect(toRfc1123(at)).toBe('Mon, 02 Mar 2026 09:05:07 GMT');
    expect(toIsoFraction7(at)).toBe('2026-03-02T09:05:07.0000000Z');
    expect(toUsDateTime(at)).toBe('3/2/2026 9:05:07 AM');
    expect(toEntraTimestamp(at)).toBe('2026-03-02 09:05:07Z');
    expect(clockTime(at)).toBe('09:05');
  });

  it('agree with Date at any instant', () => {
    fc.assert(
      fc.property(anySeconds, (seconds) => {
        expectLikeDate(seconds);
      }),
      { seed, numRuns: 2_000 },
    );
  });

  it('agree with Date on every day of two centuries, at its first and last second', () => {
    const from = Date.UTC(1895, 0, 1) / 1000;
    const to = Date.UTC(2105, 0, 1) / 1000;
    let days = 0;
    for (let midnight = from; midnight < to; midnight += 86_400, days += 1) {
      for (const seconds of [midnight, midnight + 86_399]) {
        if (toRfc1123(instant(seconds)) !== new Date(seconds * 1000).toUTCString()) expectLikeDate(seconds);
      }
    }
    expect(days).toBe(76_701);
  });

  it.each(['1600', '1896', '1900', '2000', '2024', '2025', '2100', '2400', '9996'])(
    'agree with Date around the end of February %s',
    (year) => {
      const midnight = Date.parse(`${year}-02-28T00:00:00Z`) / 1000;
      for (let offset = 0; offset <= 3; offset += 1) expectLikeDate(midnight + offset * 86_400 - 1);
    },
  );
});

describe('fromIso', () => {
  it('reads back any instant', () => {
    fc.assert(
      fc.property(anySeconds, (seconds) => {
        const iso = new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
        expect(fromIso(iso)).toBe(seconds);
        expect(fromIso(toIso(instant(seconds)))).toBe(seconds);
      }),
      { seed, numRuns: 2_000 },
    );
  });

  it.each([
    '',
    'today',
    '2026-03-02',
    '2026-03-02T09:00Z',
    '2026-03-02T09:00:00',
    '2026-03-02T09:00:00z',
    '2026-03-02 09:00:00Z',
    '2026-03-02T09:00:00.000Z',
    '2026-03-02T09:00:00+00:00',
    '2026-3-2T09:00:00Z',
    '12026-03-02T09:00:00Z',
    ' 2026-03-02T09:00:00Z',
    '2026-03-02T09:00:00Z\n',
    '2026-00-02T09:00:00Z',
    '2026-13-02T09:00:00Z',
    '2026-03-00T09:00:00Z',
    '2026-04-31T09:00:00Z',
    '2025-02-29T09:00:00Z',
    '2100-02-29T09:00:00Z',
    '2026-03-02T24:00:00Z',
    '2026-03-02T09:60:00Z',
    '2026-03-02T09:00:60Z',
    '٢٠٢٦-03-02T09:00:00Z',
  ])('refuses %j', (text) => {
    expect(() => fromIso(text)).toThrow(InvariantError);
  });
});

function expectLikeDate(seconds: number): void {
  const at = instant(seconds);
  const date = new Date(seconds * 1000);
  const iso = date.toISOString();
  expect(toIso(at)).toBe(iso.replace('.000Z', 'Z'));
  expect(toIsoFraction7(at)).toBe(iso.replace('.000Z', '.0000000Z'));
  expect(toEntraTimestamp(at)).toBe(iso.replace('T', ' ').replace('.000Z', 'Z'));
  expect(toRfc1123(at)).toBe(date.toUTCString());
  expect(clockTime(at)).toBe(iso.slice(11, 16));
}
