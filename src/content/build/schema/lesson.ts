import * as v from 'valibot';
import { amount, id, listOf, optional, plainText, someOf, strict, text, oneOf } from './fields.ts';
import { someExpectations } from './expectation.ts';
import { script, someScript } from './step.ts';

export const sources = someOf(
  strict({
    title: plainText('name the source'),
    href: v.pipe(
      text('give the address'),
      v.regex(/^https:\/\/[^\s/]+\.[^\s]+$/, ({ input }) => `"${input}" is not an https address`),
    ),
  }),
  'list the sources',
);

/** The YAML before a lesson's Markdown. */
export const frontMatter = strict({
  title: plainText('give the lesson a title'),
  /** The question that opens the lesson. */
  question: plainText('ask the question that opens the lesson'),
  /** One sentence for lists of lessons. */
  summary: plainText('say in one sentence what the lesson is about'),
  /** How long it takes to read and do. */
  minutes: v.pipe(amount('say how many minutes it takes'), v.minValue(1, 'a lesson takes at least a minute')),
  /** Points of `notes.yaml` that are taught. */
  points: listOf(id('name a point of notes.yaml'), 'name the points of notes.yaml that are taught'),
  /** Objectives of exams that the lesson serves, by their ids in `exams.yaml`. */
  objectives: optional(listOf(id('name an objective of exams.yaml'), 'name objectives of exams.yaml')),
  /** Where the facts come from and where to read on. */
  sources,
});

export type FrontMatter = v.InferOutput<typeof frontMatter>;

const offered = [
  'create-host',
  'create-identity',
  'create-target',
  'delete',
  'system-assigned',
  'attach',
  'assign-role',
  'request-token',
  'call',
  'clock',
  'chain',
  'workflow',
  'sdk',
  'terminal',
] as const;

/** The content of `:::world`. */
export const worldSource = strict({
  /** Unique over all worlds; what the learner did is kept under it. */
  id: id('give the world an id of its own'),
  /** What the learner is asked to do. */
  task: text('say what is to be done'),
  /** The world before the learner acts. */
  start: script,
  /** What can be done here; everything else is hidden. */
  offer: someOf(oneOf(offered, 'name what can be done'), 'list what can be done here'),
  /** When the task is done. */
  goal: someExpectations,
  /** A script that reaches the goal from the start. */
  solution: v.pipe(someScript, v.description('list the steps that reach the goal')),
  /** What the learner reads when it is done. */
  done: text('say what the learner has now seen'),
});
