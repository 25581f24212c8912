import { writeFileSync } from 'node:fs';
import os from 'node:os';
import { cloneOf, decideMany, explainMany, foldMany, memoryOf, tokenFromCache, worldOf } from './engine.ts';
import type { Figure, MemoryFigure } from './engine.ts';
import { webPart } from './web/bench-file.ts';

/** Measures the engine in one run, prints the figures as ratios to a unit of the same run, and writes BENCH.md. */
export function main(): void {
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
  const memory = [memoryOf(1_000), memoryOf(10_000)];
  const web = webPart();
  const report = reportOf(figures, unit, memory) + (web === '' ? '' : `\n${web}`);
  writeFileSync('BENCH.md', report);
  process.stdout.write(report);
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
