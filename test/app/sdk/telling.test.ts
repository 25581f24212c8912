import { describe, expect, it } from 'vitest';
import { lineIn, thrownError } from '#sdk/failure.ts';
import { inspect, printed } from '#sdk/inspect.ts';
import { doorOf } from '#sdk/packages.ts';

class Token {
  readonly value = 'x';
}

describe('what a program prints', () => {
  const around: { self?: unknown } = {};
  around.self = around;

  it.each([
    ['text', `'text'`],
    ["it's", String.raw`'it\'s'`],
    [5n, '5n'],
    [undefined, 'undefined'],
    [null, 'null'],
    [[1, 'a'], `[ 1, 'a' ]`],
    [{ a: { b: 1 }, 'x-y': 2 }, `{ a: { b: 1 }, 'x-y': 2 }`],
    [{}, '{}'],
    [new Token(), `Token { value: 'x' }`],
    [new Date(0), '1970-01-01T00:00:00.000Z'],
    [new Map([[1, 'a']]), `Map(1) { 1 => 'a' }`],
    [new Set([1]), 'Set(1) { 1 }'],
    [new Uint8Array(3), 'Uint8Array(3)'],
    [new RangeError('out'), 'RangeError: out'],
    [around, '{ self: [Circular] }'],
    [{ a: { b: { c: { d: 1 } } } }, '{ a: { b: { c: [Object] } } }'],
  ])('%o', (value, expected) => {
    expect(inspect(value)).toBe(expected);
  });

  it('survives a getter that throws', () => {
    const value = {
      get broken(): string {
        throw new Error('no');
      },
    };
    expect(inspect(value)).toBe('{ broken: Error: no }');
  });

  it('stands in one line with blanks between, texts as they are', () => {
    expect(printed(['status', 200, { ok: true }])).toBe('status 200 { ok: true }');
  });

  it('is broken into lines where it is long', () => {
    expect(inspect({ first: 'a'.repeat(40), second: 'b'.repeat(40) }).split('\n')).toHaveLength(4);
  });
});

describe('what a program throws', () => {
  const source = 'blob:http://localhost:1/2-3';

  it('is told by name, code, status and line', () => {
    const error = Object.assign(new Error('Caller is not authorized'), { code: 'Forbidden', statusCode: 403 });
    error.name = 'RestError';
    error.stack = `RestError: …\n at x (http://localhost:1/assets/sdk/esm.js:1:2)\n at ${source}:7:15`;
    expect(thrownError(error, source)).toEqual({
      name: 'RestError',
      message: 'Caller is not authorized',
      code: 'Forbidden',
      statusCode: 403,
      line: 7,
    });
  });

  it('has the code of its cause where it has none', () => {
    const error = new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ENOTFOUND' }) });
    expect(thrownError(error, source)).toMatchObject({ code: 'ENOTFOUND', line: null });
  });

  it('need not be an error', () => {
    expect(thrownError('text', source)).toMatchObject({ name: 'Uncaught', message: 'text' });
  });

  it('is not looked for in another file', () => {
    expect(lineIn('at http://localhost:1/assets/sdk/esm.js:4:1', source)).toBeNull();
  });
});

it('a door hands on the names that a module exports, and nothing else', () => {
  const door = doorOf('@azure/identity', ['DefaultAzureCredential', 'default', 'not-a-name']);
  expect(door).toContain('export const DefaultAzureCredential = held.DefaultAzureCredential;');
  expect(door.match(/export/g)).toHaveLength(1);
});
