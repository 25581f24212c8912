export interface Breach {
  readonly file: string;
  /** The one rule that must speak; undefined where none may. */
  readonly rule: string | undefined;
  readonly text: string;
}

const restricted = 'eslint(no-restricted-imports)';
const globals = 'eslint(no-restricted-globals)';
const properties = 'eslint(no-restricted-properties)';

/** By folder: imports that the table forbids, and imports that look alike and are fine. */
const importTable: Readonly<
  Record<string, { readonly forbidden: readonly string[]; readonly fine: readonly string[] }>
> = {
  'src/domain/rbac': {
    forbidden: [
      `import { a } from '#edge/a.ts'`,
      `import { a } from '#app/a.ts'`,
      `import { a } from '#ui/a.ts'`,
      `import { a } from '#content/a.ts'`,
      `import type { A } from '#content/a.ts'`,
      `import type { A } from '#app/a.ts'`,
      `import { a } from '../../app/a.ts'`,
      `import type { A } from '../../content/a.ts'`,
      `import { a } from '#test/a.ts'`,
      `import { a } from 'valibot'`,
      `import type { A } from 'react'`,
      `import { readFileSync as a } from 'node:fs'`,
      `import a from '@scope/name/a'`,
    ],
    fine: [
      `import { a } from '#domain/kernel/a.ts'`,
      `import { a } from '../kernel/a.ts'`,
      `import { a } from './a.ts'`,
    ],
  },
  'src/edge': {
    forbidden: [
      `import { a } from '#app/a.ts'`,
      `import { a } from '../app/a.ts'`,
      `import type { A } from '#content/a.ts'`,
      `import { a } from 'react'`,
      `import { readFileSync as a } from 'node:fs'`,
    ],
    fine: [`import { a } from '#domain/a.ts'`, `import * as a from 'valibot'`, `import { a } from 'jose'`],
  },
  'src/content': {
    forbidden: [
      `import { a } from '#app/a.ts'`,
      `import { a } from '../ui/a.ts'`,
      `import { a } from 'yaml'`,
      `import { a } from '#content/build/a.ts'`,
      `import { a } from './build/a.ts'`,
      `import { a } from '#domain/a.ts'`,
    ],
    fine: [`import { a } from 'virtual:content/lessons'`, `import type { A } from '#domain/a.ts'`],
  },
  'src/content/build': {
    forbidden: [`import { a } from '#app/a.ts'`, `import { a } from '../../ui/a.ts'`, `import { a } from 'react'`],
    fine: [
      `import { a } from '#domain/a.ts'`,
      `import { a } from '#edge/a.ts'`,
      `import { a } from 'yaml'`,
      `import { readFileSync as a } from 'node:fs'`,
      `import { a } from '../a.ts'`,
    ],
  },
  'src/app/world': {
    forbidden: [
      `import { a } from '#ui/a.ts'`,
      `import type { A } from '#ui/a.ts'`,
      `import { a } from '../../ui/a.ts'`,
      `import { a } from '#content/a.ts'`,
      `import { a } from '../../content/a.ts'`,
      `import { a } from 'jose'`,
      `import { readFileSync as a } from 'node:fs'`,
    ],
    fine: [
      `import { a } from '#domain/a.ts'`,
      `import { a } from '#edge/a.ts'`,
      `import type { A } from '#content/a.ts'`,
      `import { a } from 'zustand'`,
      `import { a } from 'zustand/vanilla'`,
      `import { a } from 'react'`,
    ],
  },
  'src/ui/flow': {
    forbidden: [
      `import { a } from '#domain/a.ts'`,
      `import { a } from '../../domain/a.ts'`,
      `import { type A, a } from '#domain/a.ts'`,
      `export * from '#domain/a.ts'`,
      `import { a } from '#content/a.ts'`,
      `import type { A } from '#edge/a.ts'`,
      `import { a } from '../../edge/a.ts'`,
      `import { a } from 'zustand'`,
      `import { a } from 'valibot'`,
      `const { a } = await import('#domain/a.ts')`,
    ],
    fine: [
      `import type { A } from '#domain/a.ts'`,
      `import type { A } from '../../content/a.ts'`,
      `import { a } from '#app/a.ts'`,
      `import { a } from '../kit/a.ts'`,
      `import { a } from '#ui/kit/a.ts'`,
      `import { a } from 'react'`,
    ],
  },
  'src/ui/kit': {
    forbidden: [
      `import { a } from '#app/a.ts'`,
      `import type { A } from '#domain/a.ts'`,
      `import type { A } from '../../domain/a.ts'`,
      `import { a } from '#ui/flow/a.ts'`,
      `import { a } from '../flow/a.ts'`,
      `import { a } from 'react-router'`,
    ],
    fine: [`import { a } from './a.ts'`, `import { a } from '#ui/kit/a.ts'`, `import { a } from 'react'`],
  },
  'src/companion': {
    forbidden: [`import { a } from '#app/a.ts'`, `import { a } from '../ui/a.ts'`, `import { a } from '#content/a.ts'`],
    fine: [`import { a } from '#domain/a.ts'`, `import { a } from '#edge/a.ts'`],
  },
  'src/build': {
    forbidden: [`import { a } from '#ui/a.ts'`, `import { a } from '../ui/a.ts'`, `import { a } from '#test/a.ts'`],
    fine: [`import { a } from '#app/a.ts'`, `import { readFileSync as a } from 'node:fs'`],
  },
};

/** Code that the domain may not hold: the clock, chance, the machine. */
const impure: readonly (readonly [string, string])[] = [
  [globals, 'export const at = Date.now();'],
  [globals, 'export const at = new Date(0);'],
  [properties, 'export const chance = Math.random();'],
  [globals, `export const text = new Intl.NumberFormat('en');`],
  [globals, 'export const host = globalThis;'],
  ...[
    'setTimeout',
    'setInterval',
    'fetch',
    'crypto',
    'window',
    'document',
    'process',
    'performance',
    'localStorage',
  ].map(
    // These have no type there either; the compiler's complaint is not the linter's.
    (name) => [globals, `// @ts-expect-error not of the language\nexport const x: unknown = ${name};`] as const,
  ),
  [properties, `export const order = 'a'.localeCompare('b');`],
  [properties, 'export const text = (1).toLocaleString();'],
];

const lines = (count: number): string =>
  Array.from({ length: count }, (_, index) => `export const v${index} = ${index};`).join('\n');
const statements = (count: number): string =>
  `export function long(x: string[]): void {\n${Array.from({ length: count }, () => `  x.push('');`).join('\n')}\n}`;
const branches = (count: number): string =>
  `export function many(x: number): number {\n${Array.from({ length: count }, (_, index) => `  if (x === ${index}) return ${index + 1};`).join('\n')}\n  return 0;\n}`;

/** Rules of other kinds, each broken once. */
const others: readonly Breach[] = [
  { file: 'src/app/any.ts', rule: 'typescript(no-explicit-any)', text: 'export type X = any;' },
  {
    file: 'src/app/non-null.ts',
    rule: 'typescript(no-non-null-assertion)',
    text: 'export const x = (values: number[]): number => values[0]!;',
  },
  {
    file: 'src/app/floating.ts',
    rule: 'typescript(no-floating-promises)',
    text: 'export function x(work: () => Promise<void>): void {\n  work();\n}',
  },
  {
    file: 'src/app/parsed.ts',
    rule: 'typescript(no-unsafe-assignment)',
    text: `export function x(text: string): string[] {\n  const y: string[] = JSON.parse(text);\n  return y;\n}`,
  },
  {
    // The case that the compiler passes: a default value stands in for the variant that was forgotten.
    file: 'src/domain/switch.ts',
    rule: 'typescript(switch-exhaustiveness-check)',
    text: [
      `type Shape = 'round' | 'square';`,
      `export function corners(shape: Shape): number {`,
      `  let count = 0;`,
      `  switch (shape) {`,
      `    case 'square':`,
      `      count = 4;`,
      `      break;`,
      `  }`,
      `  return count;`,
      `}`,
    ].join('\n'),
  },
  { file: 'src/domain/complex.ts', rule: 'eslint(complexity)', text: branches(12) },
  { file: 'src/domain/plain.ts', rule: undefined, text: branches(11) },
  { file: 'src/domain/long-file.ts', rule: 'eslint(max-lines)', text: lines(401) },
  { file: 'src/domain/file.ts', rule: undefined, text: lines(400) },
  { file: 'src/domain/long-function.ts', rule: 'eslint(max-lines-per-function)', text: statements(49) },
  { file: 'src/domain/function.ts', rule: undefined, text: statements(48) },
  { file: 'src/ui/flow/long.ts', rule: 'eslint(max-lines)', text: lines(251) },
  { file: 'src/ui/kit/long.ts', rule: 'eslint(max-lines)', text: lines(251) },
  { file: 'src/ui/words/en/long.ts', rule: undefined, text: lines(500) },
  {
    file: 'src/domain/cycle/a.ts',
    rule: 'import(no-cycle)',
    text: `import type { B } from './b.ts';\nexport type A = B | 1;`,
  },
  {
    file: 'src/domain/cycle/b.ts',
    rule: 'import(no-cycle)',
    text: `import type { A } from '#domain/cycle/a.ts';\nexport type B = A | 2;`,
  },
  { file: 'src/ui/flow/Default.tsx', rule: 'import(no-default-export)', text: 'export default 1;' },
  {
    file: 'src/ui/flow/Html.tsx',
    rule: 'react(no-danger)',
    text: 'export const X = () => <p dangerouslySetInnerHTML={{ __html: "x" }} />;',
  },
  {
    file: 'src/ui/flow/Hook.tsx',
    rule: 'react-hooks(rules-of-hooks)',
    text: `import { useId } from 'react';\nexport const useX = (on: boolean): string => {\n  if (on) return useId();\n  return '';\n};`,
  },
  {
    file: 'src/ui/flow/Effect.tsx',
    rule: 'react-hooks(exhaustive-deps)',
    text: [
      `import { useEffect } from 'react';`,
      `export function useTitle(title: string): void {`,
      `  useEffect(() => {`,
      `    document.title = title;`,
      `  }, []);`,
      `}`,
    ].join('\n'),
  },
  { file: 'src/ui/flow/Alt.tsx', rule: 'jsx-a11y(alt-text)', text: 'export const X = () => <img src="/x.svg" />;' },
  { file: 'src/ui/flow/Type.tsx', rule: 'react(button-has-type)', text: 'export const X = () => <button>Go</button>;' },
  { file: 'src/ui/flow/log.ts', rule: 'eslint(no-console)', text: `console.log('x');\nexport const x = 1;` },
  {
    file: 'test/domain/assertion.test.ts',
    rule: 'vitest(expect-expect)',
    text: `import { it } from 'vitest';\nit('checks nothing', () => {});`,
  },
  {
    file: 'test/domain/focus.test.ts',
    rule: 'vitest(no-focused-tests)',
    text: `import { expect, it } from 'vitest';\nit.only('runs alone', () => {\n  expect(1).toBe(1);\n});`,
  },
  {
    file: 'test/domain/skip.test.ts',
    rule: 'vitest(no-disabled-tests)',
    text: `import { expect, it } from 'vitest';\nit.skip('never runs', () => {\n  expect(1).toBe(1);\n});`,
  },
  {
    file: 'test/domain/valid.test.ts',
    rule: 'vitest(valid-expect)',
    text: `import { expect, it } from 'vitest';\nit('says nothing', () => {\n  expect(1);\n});`,
  },
];

/** Every import needs a use, or the finding would be another one. */
function using(statement: string): string {
  if (statement.startsWith('export')) return statement;
  if (statement.startsWith('import type')) return `${statement};\nexport type X = A;`;
  const type = statement.includes('type A') ? '\nexport type X = A;' : '';
  return `${statement};\nexport const x: unknown = a;${type}`;
}

export const breaches: readonly Breach[] = [
  ...Object.entries(importTable).flatMap(([folder, { forbidden, fine }]) => [
    ...forbidden.map((text, at) => ({ file: `${folder}/forbidden-${at}.ts`, rule: restricted, text: using(text) })),
    ...fine.map((text, at) => ({ file: `${folder}/fine-${at}.ts`, rule: undefined, text: using(text) })),
  ]),
  ...impure.map(([rule, text], at) => ({ file: `src/domain/impure-${at}.ts`, rule, text })),
  ...others,
];
