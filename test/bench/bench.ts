import { writeFileSync } from 'node:fs';
import os from 'node:os';
import { cloneOf, decideMany, explainMany, foldMany, memoryOf, tokenFromCache, worldOf } from './engine.ts';
import type { Figure, MemoryFigure } from './engine.ts';
import { measureCompanion } from './companion.ts';
import { companionHeading } from './companion/table.ts';
import { partsBefore, webPart } from './web/bench-file.ts';

/**
 * Measures the engine and the companion in one run, prints the figures as ratios, and writes BENCH.md. `--companion`: that
 * part alone, and with a folder after it the companion that was built there, which is printed and not kept.
 */
export async function main(args: readonly string[]): Promise<void> {
  const at = args.indexOf('--companion');
  if (at !== -1) return measureAlone(args[at + 1] ?? null);
  const engine = engineReport();
  keep(`${engine}\n${await measureCompanion(null)}`);
}

async function measureAlone(built: string | null): Promise<void> {
  const part = await measureCompanion(built);
  if (built === null) keep(`${partsBefore(companionHeading)}\n${part}`);
  else process.stdout.write(part);
}

/** Writes the report; what \`bench:web\` wrote stays. */
function keep(measured: string): void {
  const web = webPart();
  const report = measured + (web === '' ? '' : `\n${web}`);
  writeFileSync('BENCH.md', report);
  process.stdout.write(report);
}

function engineReport(): string {
  const world = worldOf(1_000);
  const unit = cloneOf(world);
  const figures = [
    unit,
    decideMany(1_000),
    decideMany(10_000),
    decideMany(100_000),
    foldMany(10_000),
    tokenFromCache(world),
    explainMany(1_000),
  ];
  return reportOf(figures, unit, [memoryOf(1_000), memoryOf(10_000)]);
}

function reportOf(figures: readonly Figure[], unit: Figure, memory: readonly MemoryFigure[]): string {
  const rows = figures.map(
    ({ what, milliseconds }) =>
      `| ${what} | ${decimals(milliseconds)} | ${decimals(milliseconds / unit.milliseconds)} |`,
  );
  const weights = memory.map(
    ({ resources, bytes, json }) =>
      `| ${resources.toLocaleString('en')} | ${megabytes(bytes)} | ${megabytes(json)} | ${Math.round(bytes / resources).toLocaleString('en')} |`,
  );
  return `# Bench

Written by \`npm run bench\`. Compare ratios, not milliseconds: the unit is \`structuredClone\` of a world of 1,000 resources
in the same run.

Machine: ${machine()}.

| what | milliseconds | units |
| --- | ---: | ---: |
${rows.join('\n')}

A world in memory:

| resources | MB of heap | MB as JSON | bytes a resource |
| ---: | ---: | ---: | ---: |
${weights.join('\n')}
`;
}

function machine(): string {
  const cpus = os.cpus();
  return `${cpus.length} × ${cpus[0]?.model.trim() ?? 'unknown'}, ${process.platform} ${process.arch}, Node ${process.versions.node}`;
}

function decimals(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toPrecision(3);
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
