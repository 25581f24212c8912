import { describe, expect, it } from 'vitest';
import { importsIn, withImports } from '#sdk/imports.ts';

const names = (program: string): readonly string[] => importsIn(program).map(({ name }) => name);

describe('the imports of a program', () => {
  it.each([
    [`import { a } from '@azure/identity';`, ['@azure/identity']],
    [`import { a } from "@azure/identity"`, ['@azure/identity']],
    [`import {\n  a,\n  b as c,\n} from '@azure/identity';`, ['@azure/identity']],
    [`import * as identity from '@azure/identity';`, ['@azure/identity']],
    [`import '@azure/identity';`, ['@azure/identity']],
    [`export { a } from '@azure/identity';`, ['@azure/identity']],
    [`const { a } = await import('@azure/identity');`, ['@azure/identity']],
    [`import{a}from'x';import{b}from'y'`, ['x', 'y']],
    // Mentioned, not imported.
    [`// import { a } from '@azure/identity';`, []],
    [`/* import 'x' */ const a = "import 'y'";`, []],
    ['const text = `import { a } from "x";`;', []],
    [`Buffer.from('text'); Array.from('abc');`, []],
    [`loader.import('x'); const s = 'from';`, []],
    [`const from = 'x';`, []],
    [`console.log('it\\'s from', 'x');`, []],
  ])('%s', (program, expected) => {
    expect(names(program)).toEqual(expected);
  });

  it('are found with their lines', () => {
    expect(importsIn(`\n\nimport a from 'x';\nimport b from 'y';`).map(({ line }) => line)).toEqual([3, 4]);
  });

  it('are replaced where they stand, and no line moves', () => {
    const program = `// from 'x'\nimport { a } from 'x';\nconsole.log('x', a);\nawait import("x");`;
    expect(withImports(program, (name) => `blob:${name}`)).toBe(
      `// from 'x'\nimport { a } from 'blob:x';\nconsole.log('x', a);\nawait import("blob:x");`,
    );
  });
});
