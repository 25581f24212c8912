import { describe, expect, it } from 'vitest';
import { loadContent } from '#content/build/load.ts';
import { describeProblem } from '#content/build/problem.ts';
import { frontMatter, soundContent, withProject } from './authoring.ts';

const english = `${frontMatter}
Words.

## A part

:::check
\`\`\`yaml
id: a-check
ask: Which?
choices:
  - { text: This., right: true, why: It is. }
  - { text: That., why: It is not. }
points: [no-secrets]
rule: IMDS-04
\`\`\`
:::

### A detail

:::world
\`\`\`yaml
id: a-task
task: Do it.
start: []
offer: [clock]
goal: [{ exists: vm-web, is: true }]
solution: [{ do: advance, minutes: 5 }]
done: It is done.
\`\`\`
:::
`;

const german = `---
title: Eine Lektion
question: Was wird gefragt?
summary: Ein Satz.
---

Wörter.

## Ein Teil

:::check
\`\`\`yaml
id: a-check
ask: Was?
choices:
  - { text: Dies., why: Es stimmt. }
  - { text: Das., why: Es stimmt nicht. }
\`\`\`
:::

### Eine Einzelheit

:::world
\`\`\`yaml
id: a-task
task: Tu es.
done: Es ist getan.
\`\`\`
:::
`;

const lessonFile = 'content/de/lessons/a-lesson.md';

function load(own: Readonly<Record<string, string>>, language?: string) {
  const files = { ...soundContent, 'content/en/lessons/a-lesson.md': english, ...own };
  return withProject(files, (root) => loadContent(root, undefined, undefined, language));
}

/** The problems of the translation alone. */
async function problemsOf(own: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { problems } = await load(own, 'de');
  return problems.filter(({ file }) => file.startsWith('content/de/')).map(describeProblem);
}

describe('a translated lesson', () => {
  it('has its own words, and everything else from the English one', async () => {
    const before = (await load({ [lessonFile]: german })).lessons[0];
    const after = (await load({ [lessonFile]: german }, 'de')).lessons[0];
    expect(after).toMatchObject({ title: 'Eine Lektion', question: 'Was wird gefragt?', summary: 'Ein Satz.' });
    expect(after?.language).toBeUndefined();
    expect(after).toMatchObject({ minutes: before?.minutes, sources: before?.sources, points: before?.points });

    const check = after?.blocks.find((block) => block.type === 'check');
    expect(check?.question.ask).toEqual([{ type: 'text', value: 'Was?' }]);
    expect(check?.question.choices.map(({ text, right }) => [text, right])).toEqual([
      [[{ type: 'text', value: 'Dies.' }], true],
      [[{ type: 'text', value: 'Das.' }], false],
    ]);
    expect(check?.question.answer).toEqual({ kind: 'rule', rule: 'IMDS-04' });

    const world = after?.blocks.find((block) => block.type === 'world');
    expect(world?.world.task).toEqual([{ type: 'text', value: 'Tu es.' }]);
    expect(world?.world.solution).toHaveLength(1);
  });

  it('keeps the ids of the English headings, so that links into it hold', async () => {
    const { lessons } = await load({ [lessonFile]: german }, 'de');
    const headings = lessons[0]?.blocks.filter((block) => block.type === 'heading');
    expect(headings?.map(({ id }) => id)).toEqual(['a-part', 'a-detail']);
  });

  it.each([
    ['a block that is not there', 'id: a-task', 'id: a-duty', ':25 world.id: the English lesson has no world "a-duty"'],
    [
      'a choice too few',
      /\n.*Es stimmt nicht.*/,
      '',
      ':15 check.choices: the English question has 2 choices, and here are 1',
    ],
    [
      'another kind of question',
      ':::check',
      ':::predict',
      ':13 predict.id: the English lesson has no :::predict "a-check"',
    ],
    [
      'more than words',
      'task: Tu es.',
      'task: Tu es.\nstart: []',
      ':27 world.start: unknown field; known are id, task, done',
    ],
    [
      'a heading too few',
      '### Eine Einzelheit\n',
      '',
      ':1 the headings are not those of the English lesson, one for one: it has 1, the English one 2',
    ],
    [
      'minutes',
      'summary: Ein Satz.',
      'summary: Ein Satz.\nminutes: 5',
      ':5 minutes: unknown field; known are title, question, summary',
    ],
  ] as const)('is refused for %s, with file and line', async (_, found, replaced, problem) => {
    expect(await problemsOf({ [lessonFile]: german.replace(found, replaced) })).toContain(`${lessonFile}${problem}`);
  });

  it('is refused where a block is missing or stands twice', async () => {
    const world = german.slice(german.indexOf(':::world'));
    expect(await problemsOf({ [lessonFile]: german.replace(world, '') })).toEqual([
      `${lessonFile}:1 :::world "a-task" of the English lesson is missing`,
    ]);
    expect(await problemsOf({ [lessonFile]: `${german}\n${world}` })).toEqual([
      `${lessonFile}:1 :::world "a-task" stands here 2 times`,
    ]);
  });

  it('needs a lesson to be a translation of', async () => {
    const lost = 'content/de/lessons/lost.md';
    expect(await problemsOf({ [lost]: german })).toEqual([`${lost}:1 there is no English lesson "lost"`]);
  });
});

describe('titles', () => {
  const titles = `modules: { a-module: Ein Modul }
scenarioGroups: { a-group: Eine Gruppe }
scenarios: { a-scenario: { title: Ein Ablauf, summary: Was geschieht. } }
lessons: { a-lesson: { title: Eine Lektion, question: Was? } }
`;

  it('are translated where there are any, and the rest stays English', async () => {
    const content = await load({ 'content/de/titles.yaml': titles }, 'de');
    expect(content.problems).toEqual([]);
    expect(content.modules[0]?.title).toBe('Ein Modul');
    expect(content.scenarioGroups[0]?.title).toBe('Eine Gruppe');
    expect(content.scenarios[0]).toMatchObject({ title: 'Ein Ablauf', summary: 'Was geschieht.' });
    expect(content.worlds[0]?.title).toBe('A world');
    // Its title is translated and its text is not: the page says so.
    expect(content.lessons[0]).toMatchObject({ title: 'Eine Lektion', question: 'Was?', language: 'en' });
  });

  it('name what there is', async () => {
    const lost = titles.replace('a-scenario', 'no-scenario');
    expect(await problemsOf({ 'content/de/titles.yaml': lost })).toEqual([
      'content/de/titles.yaml:3 scenarios.no-scenario: there is no scenario "no-scenario"',
    ]);
  });

  it('are not read for the page in English', async () => {
    const content = await load({ 'content/de/titles.yaml': 'nonsense: {}' });
    expect(content.problems).toEqual([]);
    expect(content.lessons[0]?.language).toBeUndefined();
  });
});
