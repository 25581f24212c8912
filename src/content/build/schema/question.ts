import * as v from 'valibot';
import { id, listOf, optional, someOf, strict, text } from './fields.ts';
import { someExpectations } from './expectation.ts';
import { script } from './step.ts';

const choice = strict({
  /** What can be chosen. */
  text: text('say what can be chosen'),
  /** Stands at the one right choice, and nowhere else. */
  right: optional(v.literal(true, 'write `right: true` at the right choice and leave it out at the others')),
  /** Shown after answering, whatever was chosen. */
  why: text('say why the choice is right or wrong'),
});

const choices = v.pipe(
  listOf(choice, 'list the choices'),
  v.minLength(2, 'a question has at least two choices'),
  v.check(
    (list) => list.filter(({ right }) => right === true).length === 1,
    ({ input }) => {
      const count = input.filter(({ right }) => right === true).length;
      return count === 0
        ? 'no choice is right; write `right: true` at one'
        : `${count} choices are right; exactly one may be`;
    },
  ),
  v.description('list the choices'),
);

/** A question of a quiz, or the content of `:::check`. */
export const questionSource = v.pipe(
  strict({
    /** Unique over all quizzes and lessons; progress is kept under it. */
    id: id('give the question an id of its own'),
    ask: text('ask the question'),
    choices,
    /** Points of `notes.yaml` that the question asks for. */
    points: optional(listOf(id('name a point of notes.yaml'), 'name points of notes.yaml')),
    /** Lessons to read again after a wrong answer. */
    lessons: optional(listOf(id('name a lesson'), 'name lessons')),
    /** A script that shows in the engine that the key is right. */
    proof: optional(
      strict({
        script,
        /** What is true once the script has run. */
        expect: someExpectations,
      }),
    ),
    /** Where nothing can be played: the rule of `src/domain/SPEC.md` that says so. */
    rule: optional(
      v.pipe(
        text('name a rule of SPEC.md'),
        v.regex(/^[A-Z]+(?:-[A-Z]+)*-\d\d$/, ({ input }) => `"${input}" is not a rule; write it like IMDS-04`),
      ),
    ),
  }),
  v.check(
    ({ proof, rule }) => (proof === undefined) !== (rule === undefined),
    ({ input }) =>
      input.proof === undefined
        ? 'nothing shows that the key is right; add `proof` or `rule`'
        : 'has both `proof` and `rule`; keep one',
  ),
);

export type QuestionSource = v.InferOutput<typeof questionSource>;

export const someQuestions = someOf(questionSource, 'list the questions');
