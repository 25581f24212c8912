import * as v from 'valibot';
import { id, listOf, oneOf, plainText, someOf, strict, text } from './fields.ts';
import { someExpectations } from './expectation.ts';
import { someQuestions } from './question.ts';
import { script, someScript, watchedScript } from './step.ts';

const points = listOf(id('name a point of notes.yaml'), 'name the points of notes.yaml that are met');

/** `scenarios/<id>.yaml`: what the theatre plays. */
export const scenarioSource = strict({
  title: plainText('give the scenario a title'),
  /** What happens and why it is worth watching. */
  summary: plainText('say in one sentence what happens'),
  /** The world before the curtain opens. */
  world: v.pipe(someScript, v.description('list the steps that build the world')),
  /** What is watched. */
  script: watchedScript,
  /** What is true at the end. */
  expect: someExpectations,
  /** Points of `notes.yaml` that are drawn. */
  points,
});

/** `worlds/<id>.yaml`: a world that the sandbox can start from. */
export const starterWorldSource = strict({
  title: plainText('give the world a title'),
  summary: plainText('say in one sentence what is in it'),
  /** What builds it. */
  steps: v.pipe(script, v.description('list the steps that build the world')),
  /** Points of `notes.yaml` that it shows. */
  points,
});

/** `quizzes/<id>.yaml`. */
export const quizSource = strict({
  title: plainText('give the quiz a title'),
  summary: plainText('say in one sentence what is asked'),
  questions: someQuestions,
});

/** Ids that stand together under a title, in the order in which they are taught. */
function groupsOf(what: string) {
  return someOf(
    strict({
      id: id('give the group an id'),
      title: plainText('give the group a title'),
      of: listOf(id(`name a ${what}`), `list the ${what}s`),
    }),
    `list the groups of ${what}s`,
  );
}

/** `curriculum.yaml`: every id there is, in the order in which it is taught. */
export const curriculumSource = strict({
  /** The course, module by module. */
  lessons: groupsOf('lesson'),
  scenarios: groupsOf('scenario'),
  worlds: listOf(id('name a starter world'), 'list the starter worlds'),
  quizzes: listOf(id('name a quiz'), 'list the quizzes'),
});

export type Curriculum = v.InferOutput<typeof curriculumSource>;

/** `exams.yaml`: what exams ask for, so that lessons can say which of it they serve. */
export const examsSource = strict({
  exams: someOf(
    strict({
      id: id('give the exam an id'),
      title: plainText('give the exam its title'),
      /** Exams retire: what is said of one depends on it. */
      status: oneOf(['current', 'retiring', 'retired'], 'say whether the exam is current'),
      /** Where its objectives are published. */
      href: text('give the address of its study guide'),
      objectives: someOf(
        strict({ id: id('give the objective an id'), text: plainText('say the objective') }),
        'list its objectives',
      ),
    }),
    'list the exams',
  ),
});

export type Exams = v.InferOutput<typeof examsSource>;

/** `notes.yaml`: the points of the notes that the course grew from. */
export const notesSource = strict({
  points: someOf(
    strict({
      id: id('give the point an id'),
      /** The point in our own words. */
      text: plainText('say what the point says'),
      /** What a learner does in the sandbox to meet it. */
      actions: someOf(id('name an action of the sandbox'), 'list the actions of the sandbox that show it'),
    }),
    'list the points',
  ),
});
