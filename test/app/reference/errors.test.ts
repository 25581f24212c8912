import { describe, expect, it } from 'vitest';
import { errorTable, type ErrorEntry } from '#app/reference/errors/table.ts';
import { readError, type ReadError } from '#app/reference/errors/read-error.ts';
import specification from '../../../src/domain/SPEC.md?raw';
import type { Headers } from '#domain/http/message.ts';

const goldenFiles = import.meta.glob<string>('/test/fixtures/golden/*.http', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const domainTests = import.meta.glob<string>('/test/domain/**/*.test.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});

interface Golden extends ReadError {
  readonly file: string;
}

/** Every answer of the golden files that refuses. */
const refusals: readonly Golden[] = Object.entries(goldenFiles)
  .map(([file, text]) => ({ file, ...readError(parsed(text)) }))
  .filter(({ status }) => status >= 400);

function parsed(text: string) {
  const end = text.indexOf('\n\n');
  const [line = '', ...lines] = text.slice(0, end).split('\n');
  const headers: Headers = lines.map((each) => [each.slice(0, each.indexOf(':')), each.slice(each.indexOf(':') + 2)]);
  return { status: Number(line.split(' ')[1]), headers, body: text.slice(end + 2) };
}

/** `{name}` stands for any text. */
function fits({ status, code, text }: ErrorEntry, golden: ReadError): boolean {
  const pattern = text
    .split(/\{[^{}]+\}/)
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join('[^]*');
  return status === golden.status && code === golden.code && new RegExp(`^${pattern}$`).test(golden.text);
}

const answers = errorTable.filter(({ status }) => status !== null);

describe('the table of errors', () => {
  it('is long, and each id is there once', () => {
    expect(errorTable.length).toBeGreaterThan(150);
    expect(new Set(errorTable.map(({ id }) => id)).size).toBe(errorTable.length);
  });

  it('has every refusal of the golden files', () => {
    expect(refusals.length).toBeGreaterThan(120);
    expect(refusals.filter((golden) => !answers.some((entry) => fits(entry, golden)))).toEqual([]);
  });

  it('has no answer that neither a golden file holds nor a test of its rule', () => {
    const tests = Object.values(domainTests).join('\n');
    const unproven = answers
      .filter((entry) => !refusals.some((golden) => fits(entry, golden)))
      .filter(({ rule }) => !tests.includes(`[${rule}]`));
    expect(unproven.map(({ id }) => id)).toEqual([]);
  });

  it('names a rule of SPEC.md for each', () => {
    const known = new Set([...specification.matchAll(/^- \*\*([A-Z-]+-\d\d)\*\*/gm)].map(([, id]) => id));
    expect(errorTable.filter(({ rule }) => !known.has(rule)).map(({ id }) => id)).toEqual([]);
  });

  it('marks what is not documented, and shows no id of a request', () => {
    const entry = (id: string) => errorTable.find((each) => each.id === id);
    expect(entry('imds-identity-not-found')).toMatchObject({ source: 'capture', status: 400, code: 'invalid_request' });
    expect(entry('imds-several-selectors')?.source).toBe('unconfirmed');
    expect(errorTable.filter(({ text }) => /RequestId|Trace ID|ActivityId|TrackingId|1970/.test(text))).toEqual([]);
  });
});
