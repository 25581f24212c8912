import { describe, expect, it } from 'vitest';
import { loadContent } from '#content/build/load.ts';
import { describeProblem } from '#content/build/problem.ts';
import { soundContent, withProject } from './authoring.ts';

type Files = Readonly<Record<string, string>>;

function load(changes: Files = {}) {
  return withProject({ ...soundContent, ...changes }, loadContent);
}

async function problemsWith(changes: Files): Promise<readonly string[]> {
  return (await load(changes)).problems.map(describeProblem);
}

/** Replaces a text of the sound content. */
function edited(file: string, found: string, replacement: string): Files {
  const text = soundContent[file] ?? '';
  expect(text).toContain(found);
  return { [file]: text.replace(found, replacement) };
}

const lesson = 'content/en/lessons/a-lesson.md';
const quiz = 'content/quizzes/a-quiz.yaml';
const curriculum = 'content/curriculum.yaml';
const misconceptions = 'content/misconceptions.yaml';
const classQuestions = 'content/class-questions.yaml';
const lostHeading = 'the link "/lessons/a-lesson#a-part" leads nowhere: the lesson has no heading "a-part"';

describe('the content as a whole', () => {
  it('is loaded', async () => {
    const content = await load();
    expect(content.problems).toStrictEqual([]);
    expect(content.points).toStrictEqual([
      { id: 'no-secrets', text: 'The code holds no secret.', actions: ['request-token'] },
    ]);
    expect(content.lessons.map(({ id }) => id)).toStrictEqual(['a-lesson']);
    expect(content.files.get('content/worlds/a-world.yaml')).toBe(content.worlds[0]);
    expect([...content.files.keys()].toSorted()).toStrictEqual([
      lesson,
      quiz,
      'content/scenarios/a-scenario.yaml',
      'content/worlds/a-world.yaml',
    ]);
  });

  it('is in the order of the curriculum', async () => {
    const world = soundContent['content/worlds/a-world.yaml'] ?? '';
    const content = await load({
      'content/worlds/first.yaml': world,
      'content/worlds/zebra.yaml': world,
      ...edited(curriculum, '[a-world]', '[zebra, a-world, first]'),
    });
    expect(content.problems).toStrictEqual([]);
    expect(content.worlds.map(({ id }) => id)).toStrictEqual(['zebra', 'a-world', 'first']);
  });

  it('has every problem at once', async () => {
    const problems = await problemsWith({
      ...edited(lesson, '## A part', '<b>'),
      ...edited(quiz, 'ask: Which?', 'ask: ""'),
      'content/worlds/lost.yaml': 'title: x\n',
    });
    expect(problems).toStrictEqual([
      `${lesson}:14 HTML is not shown; write it as \`code\``,
      'content/worlds/lost.yaml:1 summary: missing; say in one sentence what is in it',
      'content/worlds/lost.yaml:1 steps: missing; list the steps that build the world',
      'content/worlds/lost.yaml:1 points: missing; name the points of notes.yaml that are met',
      `${quiz}:5 questions[0].ask: empty; ask the question`,
      'content/worlds/lost.yaml:1 the world "lost" is not listed in content/curriculum.yaml',
      `${lesson}:12 ${lostHeading}`,
      `${misconceptions}:2 misconceptions[0].heading: ${lostHeading}`,
      `${misconceptions}:2 misconceptions[0].question: there is no question "a-question"`,
      `${classQuestions}:2 questions[0].heading: ${lostHeading}`,
    ]);
  });

  const tops = [
    'content/curriculum.yaml',
    'content/notes.yaml',
    misconceptions,
    classQuestions,
    'content/exams.yaml',
    'src/domain/SPEC.md',
  ];

  it('needs its curriculum, its notes and whatever else it refers to, and says nothing of what it cannot know without them', async () => {
    const rest = Object.fromEntries(Object.entries(soundContent).filter(([file]) => !tops.includes(file)));
    const { problems } = await withProject(rest, loadContent);
    expect(problems.map(describeProblem)).toStrictEqual(tops.map((file) => `${file}:1 there is no such file`));
  });
});

it('cites only rules of the engine and objectives of exams that there are', async () => {
  expect(await problemsWith(edited(lesson, '## A part', 'So it is [IMDS-04], and so [IMDS-99].'))).toContain(
    `${lesson}:14 there is no rule "IMDS-99" in src/domain/SPEC.md`,
  );
  expect(await problemsWith(edited(lesson, 'sources:', 'objectives: [an-objective, another]\nsources:'))).toStrictEqual(
    [`${lesson}:7 objectives[1]: there is no objective "another" in content/exams.yaml`],
  );
});

describe('the curriculum', () => {
  it.each([
    [
      'a lesson that is not there',
      '[a-lesson]',
      '[a-lesson, another]',
      `${curriculum}:1 lessons[0].of[1]: there is no lesson "another"`,
    ],
    [
      'a quiz that is not there',
      '[a-quiz]',
      '\n  - a-quiz\n  - b-quiz',
      `${curriculum}:6 quizzes[1]: there is no quiz "b-quiz"`,
    ],
    [
      'a scenario twice',
      '[a-scenario]',
      '[a-scenario, a-scenario]',
      `${curriculum}:2 scenarios[0].of[1]: "a-scenario" is listed twice`,
    ],
    [
      'a world left out',
      '[a-world]',
      '[]',
      'content/worlds/a-world.yaml:1 the world "a-world" is not listed in content/curriculum.yaml',
    ],
  ])('with %s', async (_, found, replacement, message) => {
    expect(await problemsWith(edited(curriculum, found, replacement))).toStrictEqual([message]);
  });
});

describe('what leads nowhere is found', () => {
  const link = (target: string) => edited(lesson, '/lessons/a-lesson#a-part', target);

  it.each([
    ['/lessons/none', `${lesson}:12 the link "/lessons/none" leads nowhere: there is no lesson "none"`],
    [
      '/lessons/a-lesson#none',
      `${lesson}:12 the link "/lessons/a-lesson#none" leads nowhere: the lesson has no heading "none"`,
    ],
    ['/flow/none', `${lesson}:12 "/flow/none" is no page of the app`],
    ['/flow?scenario=none', `${lesson}:12 the link "/flow?scenario=none" leads nowhere: there is no scenario "none"`],
    ['/quiz/none', `${lesson}:12 the link "/quiz/none" leads nowhere: there is no quiz "none"`],
    ['/nowhere', `${lesson}:12 "/nowhere" is no page of the app`],
    ['/sandbox/x', `${lesson}:12 "/sandbox/x" is no page of the app`],
    ['/lessons/a-lesson/x', `${lesson}:12 "/lessons/a-lesson/x" is no page of the app`],
  ])('a link to %s', async (target, message) => {
    expect(await problemsWith(link(target))).toStrictEqual([message]);
  });

  it.each([
    '/',
    '/lessons',
    '/lessons/a-lesson',
    '/flow',
    '/flow/lanes?script=audit',
    '/sandbox',
    '/quiz',
    '/quiz/a-quiz',
  ])('and a link to %s is sound', async (target) => {
    expect(await problemsWith(link(target))).toStrictEqual([]);
  });

  it.each([
    [
      'a point of a lesson',
      lesson,
      '[no-secrets]',
      '[none]',
      `${lesson}:6 points[0]: there is no point "none" in content/notes.yaml`,
    ],
    [
      'a point of a question',
      quiz,
      '[no-secrets]',
      '[none]',
      `${quiz}:12 questions[0].points[0]: there is no point "none" in content/notes.yaml`,
    ],
    [
      'a lesson of a question',
      quiz,
      '[a-lesson]',
      '[none]',
      `${quiz}:13 questions[0].lessons[0]: there is no lesson "none"`,
    ],
    [
      'a link of a question',
      quiz,
      'It is not.',
      'See [x](/lessons/none).',
      `${quiz}:11 questions[0].choices[1].why: the link "/lessons/none" leads nowhere: there is no lesson "none"`,
    ],
    ['a flow', lesson, '{scenario="a-scenario"}', '{scenario="none"}', `${lesson}:16 there is no scenario "none"`],
  ])('%s', async (_, file, found, replacement, message) => {
    expect(await problemsWith(edited(file, found, replacement))).toStrictEqual([message]);
  });
});

describe('ids', () => {
  const check = `
:::check
\`\`\`yaml
id: a-question
ask: Which?
choices: [{ text: A, why: A, right: true }, { text: B, why: B }]
rule: IMDS-04
\`\`\`
:::
`;
  const world = (id: string) => `
:::world
\`\`\`yaml
id: ${id}
task: Do.
start: []
offer: [clock]
goal: [{ count: hosts, is: 0 }]
solution: [{ do: advance, minutes: 1 }]
done: Done.
\`\`\`
:::
`;
  const appended = (text: string) => ({ [lesson]: (soundContent[lesson] ?? '') + text });

  it('of questions are given once, in lessons and quizzes together', async () => {
    expect(await problemsWith(appended(check))).toStrictEqual([
      `${quiz}:4 questions[0].id: the question "a-question" is already at ${lesson}:20`,
    ]);
  });

  it('of worlds are given once, in lessons and starter worlds together', async () => {
    expect(await problemsWith(appended(world('mine') + world('mine') + world('a-world')))).toStrictEqual([
      `${lesson}:32 world.id: the world "mine" is already at ${lesson}:20`,
      `${lesson}:44 world.id: the world "a-world" is already at content/worlds/a-world.yaml`,
    ]);
  });

  it('of points are given once', async () => {
    const notes = soundContent['content/notes.yaml'] ?? '';
    const again = notes.slice(notes.indexOf('  - id'));
    expect(await problemsWith({ 'content/notes.yaml': notes + again })).toStrictEqual([
      'content/notes.yaml:5 points[1].id: the point "no-secrets" is already in line 2',
    ]);
  });

  it('are names of files, in kebab-case', async () => {
    const problems = await problemsWith({
      'content/worlds/My_World.yaml': soundContent['content/worlds/a-world.yaml'] ?? '',
      'content/quizzes/notes.txt': 'x',
      'content/en/lessons/a-lesson/lesson.md': 'x',
    });
    expect(problems).toStrictEqual([
      `content/en/lessons/a-lesson/lesson.md:1 is not read; name it <id>.md in lessons and guides, or <id>.yaml elsewhere`,
      'content/worlds/My_World.yaml:1 "My_World" is not an id; write it in small letters and digits with - between',
      'content/quizzes/notes.txt:1 is not read; name it <id>.md in lessons and guides, or <id>.yaml elsewhere',
      'content/worlds/My_World.yaml:1 the world "My_World" is not listed in content/curriculum.yaml',
    ]);
  });
});
