import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Manifest } from 'vite';
import { parse } from 'yaml';
import { entry, filesOf, missingFrom } from './chunks.ts';

export interface Budget {
  readonly page: string;
  /** The file of the page, with all that is written into it. */
  readonly html: string;
  /** Sources whose chunks the page loads on top of the entry: the route and what it shows. */
  readonly modules: readonly string[];
  /** Bytes, brotli. Without it the page is only reported. */
  readonly limit?: number;
}

export interface Weight {
  readonly bytes: number;
  /** Each file once, with its bytes, the heaviest first. */
  readonly files: readonly (readonly [file: string, bytes: number])[];
  /** Modules of the budget that the build does not know. */
  readonly missing: readonly string[];
}

/** Bytes (brotli) of the first lesson, all told, until a live block is used. */
export const lessonLimit = 95_000;

/** Every page whose weight we watch. A route that moves is renamed here, and nowhere else. */
function budgetsOf(firstLesson: string): readonly Budget[] {
  return [
    {
      page: 'First lesson',
      html: `lessons/${firstLesson}.html`,
      modules: ['src/ui/routes/LessonRoute.tsx'],
      limit: lessonLimit,
    },
    { page: 'Sandbox', html: 'sandbox.html', modules: ['src/ui/routes/SandboxRoute.tsx'] },
  ];
}

/** What a page costs over the wire: its HTML, the entry, the given modules, and all that they import at once. */
export function weigh(manifest: Manifest, { html, modules }: Budget, bytesOf: (file: string) => number): Weight {
  const sources = [entry, ...modules];
  const weighed = [html, ...filesOf(manifest, sources)]
    .map((file) => [file, bytesOf(file)] as const)
    .toSorted((a, b) => b[1] - a[1]);
  return {
    bytes: weighed.reduce((sum, [, bytes]) => sum + bytes, 0),
    files: weighed,
    missing: missingFrom(manifest, sources),
  };
}

/** One line for a page, and the reasons why it may not pass. */
export function verdict(budget: Budget, weight: Weight): { readonly line: string; readonly faults: readonly string[] } {
  const { page, limit } = budget;
  const aim = limit === undefined ? '' : ` of at most ${kilobytes(limit)}`;
  const faults = weight.missing.map((module) => `${page}: the build has no chunk for ${module}`);
  if (limit !== undefined && weight.bytes > limit) {
    const heaviest = weight.files.slice(0, 5).map(([file, bytes]) => `    ${kilobytes(bytes)} ${file}`);
    faults.push([`${page}: ${kilobytes(weight.bytes - limit)} too much. The heaviest files:`, ...heaviest].join('\n'));
  }
  const counted = `${weight.files.length} files`;
  return { line: `${page}: ${kilobytes(weight.bytes)}${aim} (brotli, ${counted})`, faults };
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

/** Reports the weight of the built pages; with --strict a page that is too heavy or missing fails. */
export function main(args: readonly string[]): void {
  const folder = process.env['SITE_FOLDER'] ?? 'dist';
  const manifest = JSON.parse(readFileSync(path.join(folder, '.vite/manifest.json'), 'utf8')) as Manifest;
  const bytesOf = (file: string): number => brotliCompressSync(readFileSync(path.join(folder, file))).length;
  const faults: string[] = [];
  for (const budget of budgetsOf(firstLesson())) {
    const { line, faults: found } = verdict(budget, weigh(manifest, budget, bytesOf));
    console.log(line);
    faults.push(...found);
  }
  for (const fault of faults) console.error(fault);
  if (faults.length > 0 && args.includes('--strict')) process.exitCode = 1;
}

/** The id of the lesson that opens the course. */
export function firstLesson(): string {
  const file = 'content/curriculum.yaml';
  // The build has checked the file; here only its first id is wanted.
  const curriculum = (existsSync(file) ? parse(readFileSync(file, 'utf8')) : undefined) as
    | { readonly lessons?: readonly { readonly of?: readonly string[] }[] }
    | undefined;
  const first = curriculum?.lessons?.[0]?.of?.[0];
  if (first === undefined) throw new Error(`${file} lists no lesson.`);
  return first;
}
