import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rulesOf } from '#content/build/rules.ts';
import { goldenFolder } from './support/golden.ts';

const root = process.cwd();
const id = String.raw`[A-Z]+(?:-[A-Z]+)*-\d\d`;

/** Rules that stand at the beginning of a text in quotes: `it('[IMDS-04] refuses …')`. */
function citedIn(code: string): readonly string[] {
  const titles = code.matchAll(new RegExp(String.raw`(?<=['"\`])(?:\[${id}\] ?)+`, 'g'));
  return [...titles].flatMap(([title]) => title.match(new RegExp(id, 'g')) ?? []);
}

/** Rules by which content says why a key is right: `rule: ENTRA-05`. */
function namedIn(content: string): readonly string[] {
  return [...content.matchAll(new RegExp(String.raw`^[\s-]*rule: *(?<id>\S+)$`, 'gm'))].map(
    ({ groups = {} }) => groups['id'] ?? '',
  );
}

function filesOf(folder: string, ending: RegExp): readonly { readonly path: string; readonly text: string }[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: relative(root, file).split(sep).join('/'), text: readFileSync(file, 'utf8') }));
}

const rules = rulesOf(readFileSync(join(root, 'src/domain/SPEC.md'), 'utf8'));
const known = new Set(rules.map((rule) => rule.id));
const tests = filesOf('test', /\.test\.tsx?$/).filter(({ path }) => path !== 'test/spec.test.ts');
const content = filesOf('content', /\.(?:ya?ml|md)$/);
const tested = new Set(tests.flatMap(({ text }) => citedIn(text)));
const named = new Set(content.flatMap(({ text }) => namedIn(text)));

describe('the rules of the domain', () => {
  it('are as many as were counted, each with a number of its own', () => {
    process.stdout.write(`SPEC.md: ${rules.length} rules, ${tested.size} of them tested.\n`);
    // Counted by hand when a rule comes or goes: none is lost by a slip of the form.
    expect(rules).toHaveLength(592);
    expect(rules.map((rule) => rule.id).filter((each, index, all) => all.indexOf(each) !== index)).toEqual([]);
  });

  it('are all read: no item of the page is in another form', () => {
    const items = readFileSync(join(root, 'src/domain/SPEC.md'), 'utf8').match(/^- /gm) ?? [];
    expect(items).toHaveLength(rules.length);
  });

  it('each end with their source', () => {
    const source = /\[(?:docs|capture|sdk|spec|unconfirmed|design)\b[^[\]]*\]$/;
    expect(rules.filter(({ text }) => !source.test(text)).map((rule) => rule.id)).toEqual([]);
  });

  it('are all tested, or described by content where nothing simulates them', () => {
    const unproven = rules.filter((rule) => !(rule.isDescribed ? named : tested).has(rule.id));
    expect(unproven.map((rule) => rule.id)).toEqual([]);
  });

  it('hold every rule that a test cites', () => {
    expect(tests.length).toBeGreaterThan(10);
    const strangers = tests.flatMap(({ path, text }) =>
      citedIn(text)
        .filter((each) => !known.has(each))
        .map((each) => `${path}: ${each}`),
    );
    expect(strangers).toEqual([]);
  });

  it('hold every rule that content names', () => {
    expect(content.length).toBeGreaterThan(10);
    const strangers = content.flatMap(({ path, text }) =>
      namedIn(text)
        .filter((each) => !known.has(each))
        .map((each) => `${path}: ${each}`),
    );
    expect(strangers).toEqual([]);
  });
});

describe('golden files', () => {
  const names = readdirSync(goldenFolder).map((file) => file.replace(/\.http$/, ''));

  it('are there', () => expect(names.length).toBeGreaterThan(20));

  it('are named after a rule', () => {
    const rule = new RegExp(`^${id}(?=-)`);
    expect(names.filter((name) => !known.has(rule.exec(name)?.[0] ?? ''))).toEqual([]);
  });

  it('are all compared by a test', () => {
    const code = tests.map(({ text }) => text).join('\n');
    expect(names.filter((name) => !code.includes(`'${name}'`))).toEqual([]);
  });
});

describe('the reading of rules', () => {
  it('finds numbers, marks and whole texts', () => {
    const page =
      '# Page\n\n## A part\n\n- **AB-01** First,\n  to its end. [docs: a]\n- **AB-CD-02** *(described)* Second. [docs: b]\n';
    expect(rulesOf(page)).toEqual([
      { id: 'AB-01', area: 'A part', isDescribed: false, text: 'First, to its end. [docs: a]' },
      { id: 'AB-CD-02', area: 'A part', isDescribed: true, text: 'Second. [docs: b]' },
    ]);
  });

  it('finds what titles cite, and nothing in comments or in the middle of a title', () => {
    expect(citedIn("it('[AB-01] says so', …); describe(`[AB-CD-02] [AB-03] both`); // [AB-04]")).toEqual([
      'AB-01',
      'AB-CD-02',
      'AB-03',
    ]);
    expect(citedIn("it('says [AB-01]')")).toEqual([]);
  });

  it('finds what content names', () => {
    expect(namedIn('  - id: a\n    rule: AB-01\n  - rule: AB-02\n  text: the rule: AB-03\n')).toEqual([
      'AB-01',
      'AB-02',
    ]);
  });
});
