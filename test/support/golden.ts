import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { WireSource } from '#domain/http/message.ts';
import type { Answer } from './engine.ts';

/** What is compared: the last answer of a world, or one that passed between others. */
type Message = Pick<Answer, 'status' | 'headers' | 'body' | 'source'>;

export const goldenFolder = fileURLToPath(new URL('../fixtures/golden/', import.meta.url));

/** Whether golden files are written instead of compared: on demand, and never where a run decides whether code is good. */
export function updatesGolden({ CI, UPDATE_GOLDEN }: NodeJS.ProcessEnv): boolean {
  const isAsked = (UPDATE_GOLDEN ?? '') !== '';
  if (isAsked && (CI ?? '') !== '') throw new Error('UPDATE_GOLDEN rewrites what CI compares with: unset one of them.');
  return isAsked;
}

/**
 * Compares a whole answer, byte for byte, with `test/fixtures/golden/<name>.http`, and how well its words are known.
 * The name begins with the rule that the answer obeys. `UPDATE_GOLDEN=1` writes the file.
 */
export function expectGolden(answer: Message, name: string, source: WireSource): void {
  const file = join(goldenFolder, `${name}.http`);
  const text = written(answer);
  if (updatesGolden(process.env)) {
    mkdirSync(goldenFolder, { recursive: true });
    writeFileSync(file, text);
  }
  if (!existsSync(file)) throw new Error(`There is no golden file ${name}.http: write it with UPDATE_GOLDEN=1.`);
  expect(text).toBe(readFileSync(file, 'utf8'));
  expect({ name, source: answer.source }).toEqual({ name, source });
}

/** Status line, headers, an empty line and the body as it is on the wire; nothing is added at the end. */
function written({ status, headers, body }: Message): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${reasons[status] ?? ''}`, ...lines, '', body].join('\n');
}

const reasons: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  206: 'Partial Content',
  302: 'Found',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  410: 'Gone',
  412: 'Precondition Failed',
  416: 'Range Not Satisfiable',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};
