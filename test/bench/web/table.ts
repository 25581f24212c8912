import type { WebFigures } from './measure.ts';

interface Row {
  readonly what: string;
  readonly of: (figures: WebFigures) => number;
  readonly write: (value: number) => string;
  /** Scores are compared as they are. */
  readonly asRatio: boolean;
}

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);
const whole = (value: number): string => String(Math.round(value));

const rows: readonly Row[] = [
  { what: 'all, kB', of: ({ bytes }) => sum(Object.values(bytes)), write: kilobytes, asRatio: true },
  { what: 'HTML, kB', of: ({ bytes }) => bytes.html, write: kilobytes, asRatio: true },
  { what: 'scripts, kB', of: ({ bytes }) => bytes.script, write: kilobytes, asRatio: true },
  { what: 'styles, kB', of: ({ bytes }) => bytes.style, write: kilobytes, asRatio: true },
  { what: 'fonts, kB', of: ({ bytes }) => bytes.font, write: kilobytes, asRatio: true },
  { what: 'images and the rest, kB', of: ({ bytes }) => bytes.image + bytes.other, write: kilobytes, asRatio: true },
  { what: 'requests', of: ({ requests }) => requests, write: whole, asRatio: true },
  { what: 'LCP, ms', of: ({ lcp }) => lcp, write: whole, asRatio: true },
  { what: 'TBT, ms', of: ({ tbt }) => tbt, write: whole, asRatio: true },
  { what: 'CLS', of: ({ cls }) => cls, write: (value) => value.toFixed(3), asRatio: false },
  { what: 'Performance', of: ({ scores }) => scores.performance, write: whole, asRatio: false },
  { what: 'Accessibility', of: ({ scores }) => scores.accessibility, write: whole, asRatio: false },
  { what: 'Best practices', of: ({ scores }) => scores['best-practices'], write: whole, asRatio: false },
  { what: 'SEO', of: ({ scores }) => scores.seo, write: whole, asRatio: false },
];

/** The figures side by side; of each of the others also how many times ours it is. */
export function tableOf([ours, ...others]: readonly [WebFigures, ...WebFigures[]]): string {
  const cell = ({ of, write, asRatio }: Row, other: WebFigures): string => {
    const [own, value] = [of(ours), of(other)];
    return asRatio && own > 0 ? `${write(value)} (× ${(value / own).toFixed(2)})` : write(value);
  };
  const body = rows.map((row) =>
    [row.what, row.write(row.of(ours)), ...others.map((other) => cell(row, other))].join(' | '),
  );
  return [
    `| first lesson | ${[ours, ...others].map(({ name }) => name).join(' | ')} |`,
    `| --- |${' ---: |'.repeat(1 + others.length)}`,
    ...body.map((line) => `| ${line} |`),
    '',
  ].join('\n');
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
