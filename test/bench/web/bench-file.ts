import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const file = 'BENCH.md';
const heading = '## Web';

/** The part of BENCH.md that `npm run bench:web` wrote; empty where there is none. */
export function webPart(): string {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const at = text.indexOf(`${heading}\n`);
  return at === -1 ? '' : text.slice(at);
}

/** What is in BENCH.md before that part, or before the web's where there is none such. */
export function partsBefore(part: string): string {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const ends = [part, heading].map((each) => text.indexOf(`${each}\n`)).filter((at) => at !== -1);
  return `${text.slice(0, Math.min(text.length, ...ends)).trimEnd()}\n`;
}

/** Puts a new table into BENCH.md and leaves the rest as it is. */
export function writeWebPart(table: string): void {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const rest = text.slice(0, text.length - webPart().length).trimEnd();
  const intro = `${heading}

Written by \`npm run bench:web -- --write\`: the first lesson over brotli from this server, beside default sites of others
that hold the same text, in one run. Lighthouse 12.8.2, mobile, median of five. Bytes until a picture comes into view.
`;
  writeFileSync(file, `${rest}\n\n${intro}\n${table}`);
}
