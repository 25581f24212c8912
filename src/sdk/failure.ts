import type { ThrownError } from '#edge/sdk/protocol.ts';

/** What was thrown, as it says of itself; `source` is the address of the program, by which its lines are known. */
export function thrownError(thrown: unknown, source: string, line: number | null = null): ThrownError {
  if (!(thrown instanceof Error)) {
    return { name: 'Uncaught', message: String(thrown), code: null, statusCode: null, line };
  }
  const { name, message } = thrown;
  return {
    name,
    message,
    code: textIn(thrown, 'code') ?? textIn(thrown.cause, 'code'),
    statusCode: numberIn(thrown, 'statusCode'),
    line: line ?? lineIn(thrown.stack ?? '', source),
  };
}

/** The first line of the program in a stack: `blob:…:<line>:<column>`. */
export function lineIn(stack: string, source: string): number | null {
  const at = stack.indexOf(`${source}:`);
  if (at === -1) return null;
  const [, line] = /^:(\d+)/.exec(stack.slice(at + source.length)) ?? [];
  return line === undefined ? null : Number(line);
}

function textIn(held: unknown, key: string): string | null {
  const value = valueIn(held, key);
  return typeof value === 'string' ? value : null;
}

function numberIn(held: unknown, key: string): number | null {
  const value = valueIn(held, key);
  return typeof value === 'number' ? value : null;
}

function valueIn(held: unknown, key: string): unknown {
  return typeof held === 'object' && held !== null ? (held as Readonly<Record<string, unknown>>)[key] : undefined;
}
