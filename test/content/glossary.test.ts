import { describe, expect, it } from 'vitest';
import { referencePages } from '#content/build/check.ts';
import { compileGlossary } from '#content/build/glossary.ts';
import { loadContent } from '#content/build/load.ts';
import { describeProblem } from '#content/build/problem.ts';
import { Report } from '#content/build/report.ts';
import { ruleText } from '#content/build/rules.ts';
import { referencePageIds } from '#app/reference/pages.ts';
import { soundContent, withProject } from './authoring.ts';

const file = 'content/en/glossary.yaml';

function compile(text: string) {
  const report = new Report(file);
  const terms = compileGlossary(report, text);
  return { terms, problems: report.problems.map(describeProblem) };
}

async function problemsWith(changes: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { problems } = await withProject({ ...soundContent, ...changes }, loadContent);
  return problems.map(describeProblem);
}

describe('the glossary', () => {
  it('is in the order of the alphabet, whatever the case', () => {
    const { terms, problems } = compile(`terms:
  - { id: b, term: Beta, means: The second. }
  - { id: a, term: alpha, means: The first. }
`);
    expect(problems).toEqual([]);
    expect(terms?.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('names an id, a spelling and a neighbor that are wrong, with the line', () => {
    const { problems } = compile(`terms:
  - id: a
    term: role
    means: One.
    also: [b, none]
  - id: b
    term: assignment
    forms: [Role]
    means: Two.
  - id: b
    term: third
    means: Three.
    also: [b]
`);
    expect(problems).toEqual([
      `${file}:6 terms[1].id: "role" is already of the term "a"`,
      `${file}:10 terms[2].id: the id "b" is already of the term "b"`,
      `${file}:5 terms[0].also[1]: there is no term "none"`,
      `${file}:13 terms[2].also[0]: the term "b" names itself`,
    ]);
  });

  it('names a lesson and a rule that do not exist', async () => {
    const text = 'terms:\n  - id: a\n    term: a\n    means: It is so [IMDS-99].\n    lesson: none\n';
    expect(await problemsWith({ [file]: text })).toEqual([
      `${file}:5 terms[0].lesson: there is no lesson "none"`,
      `${file}:4 terms[0].means: there is no rule "IMDS-99" in src/domain/SPEC.md`,
    ]);
  });
});

describe('links into the glossary and the reference', () => {
  const lesson = 'content/en/lessons/a-lesson.md';
  const linked = (href: string) => ({
    [lesson]: (soundContent[lesson] ?? '').replace('Read [the lesson]', `See [it](${href}). Read [the lesson]`),
  });

  it.each(['/glossary#a-term', '/reference', '/reference/errors', '/reference/rules#IMDS-04'])(
    '%s is good',
    async (href) => {
      expect(await problemsWith(linked(href))).toEqual([]);
    },
  );

  it.each([
    ['/glossary#no-term', 'there is no term "no-term"'],
    ['/reference/none', '"/reference/none" is no page of the reference'],
    ['/reference/rules#IMDS-99', 'there is no rule "IMDS-99"'],
  ])('%s leads nowhere', async (href, message) => {
    const [problem, ...more] = await problemsWith(linked(href));
    expect(problem).toContain(message);
    expect(more).toEqual([]);
  });

  it('know the pages that there are', () => {
    expect(referencePages).toEqual(referencePageIds);
  });
});

describe('the text of a rule', () => {
  const rule = (text: string) => ruleText({ id: 'IMDS-04', area: 'IMDS', text, isDescribed: false });

  it('stands apart from its source', () => {
    expect(rule('It is `400`. [docs: IMDS; capture: net#1]')).toEqual({
      id: 'IMDS-04',
      area: 'IMDS',
      text: [
        { type: 'text', value: 'It is ' },
        { type: 'code', value: '400' },
        { type: 'text', value: '.' },
      ],
      source: 'docs: IMDS; capture: net#1',
      isOwn: false,
      isDescribed: false,
    });
  });

  it('says where the choice is the simulator’s', () => {
    expect(rule('It is so. [docs: IMDS; unconfirmed: the words]').isOwn).toBe(true);
  });
});
