import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importsOf, sourceFiles, type Import } from '#test/support/imports.ts';
import { breaches, type Breach } from '#test/support/breaches.ts';

interface Layer {
  readonly name: string;
  /** The most specific folder decides. */
  readonly folder: string;
  /** Layers whose values it may use. */
  readonly values: readonly string[];
  /** Layers of which it may know the types. */
  readonly types?: readonly string[];
  readonly packages: RegExp;
}

const none = /^$/;
const pageOnly = /^(?!react$|react-dom$|react-router$|zustand$|idb$)/;

/** The import table of ARCHITECTURE.md. The linter holds the same table; this test reads the files itself. */
const layers: readonly Layer[] = [
  { name: 'domain', folder: 'src/domain/', values: ['domain'], packages: none },
  {
    name: 'edge',
    folder: 'src/edge/',
    values: ['domain', 'edge'],
    packages: /^(valibot|jose|@jmespath-community\/jmespath)$/,
  },
  {
    name: 'content',
    folder: 'src/content/',
    values: ['content', 'lessons'],
    types: ['domain'],
    packages: /^virtual:content\//,
  },
  {
    name: 'content/build',
    folder: 'src/content/build/',
    values: ['domain', 'edge', 'content', 'content/build'],
    packages: pageOnly,
  },
  {
    name: 'app',
    folder: 'src/app/',
    values: ['domain', 'edge', 'app'],
    types: ['content'],
    packages: /^(react|zustand|valibot|idb|minisearch|eventsource-parser)$/,
  },
  { name: 'ui/kit', folder: 'src/ui/kit/', values: ['ui/kit'], packages: /^react$/ },
  {
    name: 'ui',
    folder: 'src/ui/',
    values: ['app', 'ui', 'ui/kit'],
    types: ['domain', 'content'],
    packages: /^(react|react-dom|react-router)$/,
  },
  {
    name: 'companion',
    folder: 'src/companion/',
    values: ['domain', 'edge', 'build', 'companion'],
    types: ['content'],
    packages: pageOnly,
  },
  { name: 'sdk', folder: 'src/sdk/', values: ['domain', 'edge', 'sdk'], types: ['content'], packages: pageOnly },
  {
    name: 'build',
    folder: 'src/build/',
    values: ['build', 'app', 'content/build', 'content', 'edge', 'domain'],
    packages: pageOnly,
  },
  // The composition roots know everybody but the tools, of which they know the types, and the tests.
  {
    name: 'root',
    folder: 'src/',
    values: ['domain', 'edge', 'content', 'app', 'ui', 'ui/kit', 'sdk', 'root'],
    types: ['build', 'content/build'],
    packages: /^(react|react-dom)$/,
  },
  { name: 'lessons', folder: 'content/', values: [], packages: none },
  { name: 'test', folder: 'test/', values: [], packages: none },
];

function layerOf(file: string): Layer | undefined {
  return layers
    .filter(({ folder }) => file.startsWith(folder))
    .toSorted((a, b) => b.folder.length - a.folder.length)[0];
}

function allows(layer: Layer, { to, kind, typeOnly }: Import): boolean {
  if (kind === 'package') return layer.packages.test(to);
  const name = layerOf(to)?.name ?? 'outside';
  return layer.values.includes(name) || (typeOnly && layer.types?.includes(name) === true);
}

const code = /\.(ts|tsx|mjs|js|css)$/;
const files = sourceFiles('src').filter(({ file }) => code.test(file));
const scripts = files.filter(({ file }) => !file.endsWith('.css'));

describe('the import table', () => {
  const present = layers.filter(({ folder }) => folder.startsWith('src/') && existsSync(folder));

  it.each(present.map(({ name }) => name))('%s imports only what it may', (name) => {
    const own = scripts.filter(({ file }) => layerOf(file)?.name === name);
    const imports = own.flatMap(importsOf);
    const layer = present.find((candidate) => candidate.name === name);
    const forbidden = imports.filter((found) => layer === undefined || !allows(layer, found));
    expect(own.length, `no file read in ${name}`).toBeGreaterThan(0);
    expect(forbidden.map(({ from, to, typeOnly }) => `${from} → ${to}${typeOnly ? ' (types)' : ''}`)).toEqual([]);
  });

  it('saw the imports of most files', () => {
    const importing = scripts.filter((file) => importsOf(file).length > 0);
    expect(importing.length).toBeGreaterThan(scripts.length / 2);
  });

  it('leads to files that exist', () => {
    const toFiles = scripts.flatMap(importsOf).filter(({ kind, to }) => kind === 'file' && !to.includes('*'));
    const lost = toFiles.filter(({ to }) => !existsSync(to));
    expect(toFiles.length).toBeGreaterThan(0);
    expect(lost.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('knows every folder of src', () => {
    const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const unknown = folders.filter(({ name }) => layerOf(`src/${name}/x.ts`)?.name === 'root');
    expect(unknown.map(({ name }) => name)).toEqual([]);
  });

  it('the addresses of the app are free of React, for the server reads them too', () => {
    const paths = scripts.filter(({ file }) => file === 'src/app/paths.ts');
    expect(paths).toHaveLength(1);
    expect(paths.flatMap(importsOf).filter(({ kind }) => kind === 'package')).toEqual([]);
  });
});

describe('the services of the domain', () => {
  // What joins services knows them; kernel and http know nobody.
  const joining = [
    'access',
    'bicep',
    'cli',
    'cloud',
    'credential',
    'lab',
    'protocol',
    'quiz',
    'rest',
    'script',
    'timeline',
  ];
  const shared = ['kernel', 'http'];
  const folderOf = (file: string): string => /^src\/domain\/([^/]+)\//.exec(file)?.[1] ?? '';
  const crossing = scripts.flatMap(importsOf).filter(({ from, to }) => {
    return from.startsWith('src/domain/') && folderOf(from) !== folderOf(to);
  });
  const told = (found: readonly Import[]): readonly string[] => found.map(({ from, to }) => `${from} → ${to}`);
  const ofServices = crossing.filter(({ from }) => ![...joining, ...shared].includes(folderOf(from)));

  it('never reach into the state of another service, nor into what joins them', () => {
    expect(ofServices.length).toBeGreaterThan(0);
    const reaching = ofServices.filter(({ to }) => joining.includes(folderOf(to)) || to.endsWith('/state.ts'));
    expect(told(reaching)).toEqual([]);
  });

  it('stand on a kernel that knows none of them', () => {
    expect(told(crossing.filter(({ from }) => folderOf(from) === 'kernel'))).toEqual([]);
  });
});

describe('reading imports', () => {
  const read = (text: string) =>
    importsOf({ file: 'src/ui/flow/x.ts', text }).map(({ to, typeOnly }) => `${to}${typeOnly ? ' (types)' : ''}`);

  it.each([
    [`import { a } from '#domain/a.ts';`, 'src/domain/a.ts'],
    [`import type { A } from '#domain/a.ts';`, 'src/domain/a.ts (types)'],
    [`import { type A, type B } from '#domain/a.ts';`, 'src/domain/a.ts (types)'],
    [`import { type A, b } from '#domain/a.ts';`, 'src/domain/a.ts'],
    [`import {\n  a,\n  b,\n} from '../../domain/a.ts';`, 'src/domain/a.ts'],
    [`export * from './a.ts';`, 'src/ui/flow/a.ts'],
    [`export type { A } from "../a.ts";`, 'src/ui/a.ts (types)'],
    [`import './x.module.css';`, 'src/ui/flow/x.module.css'],
    [`import icon from './x.svg?raw';`, 'src/ui/flow/x.svg'],
    [`const a = await import('#app/a.ts');`, 'src/app/a.ts'],
    [`type A = typeof import('#app/a.ts');`, 'src/app/a.ts (types)'],
    [`import * as v from 'valibot';`, 'valibot'],
    [`import { parse } from '@scope/name/deep/file.js';`, '@scope/name'],
    [`import fs from 'node:fs';`, 'node:fs'],
    [`const files = import.meta.glob<Lesson>('/content/en/lessons/*.md');`, 'content/en/lessons/*.md'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it('passes over words that only look like imports', () => {
    expect(read(`const text = "import what you need from 'the shop'";\n// import x from 'y'`)).toEqual([]);
  });
});

describe('text never becomes HTML', () => {
  it('in no file that reaches a page', () => {
    const sinks = /dangerouslySetInnerHTML|\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write/;
    const shipped = scripts.filter(({ file }) => !/^src\/(build|content\/build|companion)\//.test(file));
    expect(shipped.length).toBeGreaterThan(0);
    expect(shipped.filter(({ text }) => sinks.test(text)).map(({ file }) => file)).toEqual([]);
  });
});

describe('the linter', () => {
  interface Diagnostic {
    readonly code: string;
    readonly filename: string;
  }

  let project = '';
  let found = new Map<string, string[]>();

  /** A small project with our configuration and one breach in each file. */
  beforeAll(async () => {
    project = realpathSync(mkdtempSync(path.join(tmpdir(), 'breaches-')));
    for (const file of readdirSync('.').filter((name) => /^(tsconfig.*|\.oxlintrc|package)\.json$/.test(name))) {
      cpSync(file, path.join(project, file));
    }
    for (const { file, text } of breaches) {
      mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
      writeFileSync(path.join(project, file), `${text}\n`);
    }
    symlinkSync(path.resolve('node_modules'), path.join(project, 'node_modules'), 'junction');
    for (const own of ['src/domain/tsconfig.json', 'src/edge/tsconfig.json']) cpSync(own, path.join(project, own));
    found = rulesByFile(await oxlint(project));
  }, 60_000);

  afterAll(() => rmSync(project, { recursive: true }));

  async function oxlint(folder: string): Promise<string> {
    const manifest = createRequire(import.meta.url).resolve('oxlint/package.json');
    const command = path.join(path.dirname(manifest), 'bin/oxlint');
    return new Promise((resolve, reject) => {
      const options = { cwd: folder, maxBuffer: 64 * 1024 * 1024 };
      execFile(process.execPath, [command, '--format=json'], options, (error, stdout, stderr) => {
        // Findings end with code 1; anything else is a linter that did not run.
        if (error === null || error.code === 1) resolve(stdout);
        else reject(new Error(`${error.message}\n${stdout}\n${stderr}`));
      });
    });
  }

  function rulesByFile(output: string): Map<string, string[]> {
    const { diagnostics } = JSON.parse(output) as { readonly diagnostics: readonly Diagnostic[] };
    const rules = new Map<string, string[]>();
    for (const { code: rule, filename } of diagnostics) {
      const file = path.relative(project, path.resolve(project, filename)).split(path.sep).join('/');
      rules.set(file, [...(rules.get(file) ?? []), rule]);
    }
    return rules;
  }

  const named = ({ file, rule, text }: Breach): [string, string, Breach] => [
    rule ?? 'nothing',
    `${path.dirname(file)}: ${text.slice(0, 90).replaceAll('\n', ' ')}`,
    { file, rule, text },
  ];

  it.each(breaches.map(named))('says %s for %s', (_rule, _what, { file, rule }) => {
    const rules = found.get(file) ?? [];
    expect(rules).toEqual(rule === undefined ? [] : expect.arrayContaining([rule]));
  });
});
