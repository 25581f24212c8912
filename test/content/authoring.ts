import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { KeyedBlock, KeyedLesson } from '#content/build/keyed.ts';
import { compileLesson } from '#content/build/lesson.ts';
import type { DiagramParser } from '#content/build/mermaid/parser.ts';
import { describeProblem } from '#content/build/problem.ts';
import { Report } from '#content/build/report.ts';

/** Front matter of ten lines: the first line of a body that follows is line 11. */
export const frontMatter = `---
title: A lesson
question: What is asked?
summary: One sentence.
minutes: 5
points: [no-secrets]
sources:
  - title: A page
    href: https://learn.microsoft.com/entra/page
---
`;

/** Stands in where no diagram is read. */
const noDiagrams: DiagramParser = {
  parse: () => Promise.reject(new Error('This lesson was to have no diagram')),
  close: () => Promise.resolve(),
};

export interface CompiledLesson {
  readonly lesson: KeyedLesson | undefined;
  readonly blocks: readonly KeyedBlock[];
  readonly problems: readonly string[];
  readonly report: Report;
}

export async function compileText(text: string, diagrams: DiagramParser = noDiagrams): Promise<CompiledLesson> {
  const report = new Report('content/en/lessons/a-lesson.md');
  const lesson = await compileLesson(report, { id: 'a-lesson', text }, diagrams);
  return { lesson, blocks: lesson?.blocks ?? [], problems: report.problems.map(describeProblem), report };
}

/** Compiles a lesson with sound front matter. */
export function compileBody(body: string, diagrams?: DiagramParser): Promise<CompiledLesson> {
  return compileText(frontMatter + body, diagrams);
}

/** What an author of `a lesson` reads, without the file's name: `11 what is wrong`. */
export async function problemsOfBody(body: string, diagrams?: DiagramParser): Promise<readonly string[]> {
  const { problems } = await compileBody(body, diagrams);
  return problems.map((problem) => problem.replace('content/en/lessons/a-lesson.md:', ''));
}

/** A whole content folder that is sound: a lesson, a scenario, a world, a quiz. */
export const soundContent: Readonly<Record<string, string>> = {
  'content/curriculum.yaml': `lessons: [{ id: a-module, title: A module, of: [a-lesson] }]
scenarios: [{ id: a-group, title: A group, of: [a-scenario] }]
worlds: [a-world]
quizzes: [a-quiz]
`,
  'content/exams.yaml': `exams:
  - id: an-exam
    title: An exam
    status: current
    href: https://learn.microsoft.com/exam
    objectives: [{ id: an-objective, text: Do something }]
`,
  'content/en/glossary.yaml': `terms:
  - id: a-term
    term: a term
    means: What it means.
`,
  'src/domain/SPEC.md': `## IMDS: the endpoint

- **IMDS-04** A request without the header is refused. [docs: IMDS]
`,
  'content/misconceptions.yaml': `misconceptions:
  - { id: M1, belief: This., truth: That., lesson: a-lesson, heading: a-part, question: a-question }
`,
  'content/class-questions.yaml': `questions:
  - { id: why, ask: Why?, lesson: a-lesson, heading: a-part }
`,
  'content/notes.yaml': `points:
  - id: no-secrets
    text: The code holds no secret.
    actions: [request-token]
`,
  'content/en/lessons/a-lesson.md': `${frontMatter}
Read [the lesson](/lessons/a-lesson#a-part), see [the flow](/flow?scenario=a-scenario&step=2).

## A part

::flow{scenario="a-scenario"}
`,
  'content/scenarios/a-scenario.yaml': `title: A scenario
summary: What happens.
world:
  - { do: create-group, name: rg-shop }
script:
  - { do: request-token, from: laptop, resource: https://vault.azure.net }
expect:
  - { failure: unreachable }
points: [no-secrets]
`,
  'content/worlds/a-world.yaml': `title: A world
summary: What is in it.
steps: []
points: []
`,
  'content/quizzes/a-quiz.yaml': `title: A quiz
summary: What is asked.
questions:
  - id: a-question
    ask: Which?
    choices:
      - text: This.
        right: true
        why: It is.
      - text: That.
        why: It is not.
    points: [no-secrets]
    lessons: [a-lesson]
    rule: IMDS-04
`,
};

/** Writes a project to a folder of its own, and removes it when the work is done. */
export async function withProject<Result>(
  files: Readonly<Record<string, string>>,
  work: (root: string) => Promise<Result>,
): Promise<Result> {
  const root = await mkdtemp(path.join(tmpdir(), 'content-'));
  try {
    await writeFiles(root, files);
    return await work(root);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** Each file is there whole or not at all, so that a server that watches never reads half of one. */
export async function writeFiles(root: string, files: Readonly<Record<string, string>>): Promise<void> {
  const written = path.join(root, '.written');
  for (const [file, text] of Object.entries(files)) {
    const target = path.join(root, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(written, text);
    await rename(written, target);
  }
}
