import * as v from 'valibot';
import { id, plainText, someOf, strict } from './fields.ts';

const place = {
  /** The lesson that answers it, and the heading under which it does. */
  lesson: id('name the lesson that answers it'),
  heading: id('give the id of the heading, as it stands in the address'),
};

/** `misconceptions.yaml`: what people believe of managed identities, and where it is met and cured. */
export const misconceptionsSource = strict({
  misconceptions: someOf(
    strict({
      id: v.pipe(v.string('give it its number'), v.regex(/^M\d+$/, 'write the number like M7')),
      belief: plainText('say what people believe'),
      truth: plainText('say how it is'),
      ...place,
      /** The question of a lesson or quiz that has the belief among its choices. */
      question: id('name the question that has the belief among its choices'),
    }),
    'list the misconceptions',
  ),
});

/** `class-questions.yaml`: what classes always ask, and where it is answered. */
export const classQuestionsSource = strict({
  questions: someOf(
    strict({ id: id('give the question an id'), ask: plainText('say what is asked'), ...place }),
    'list the questions',
  ),
});

export type Misconception = v.InferOutput<typeof misconceptionsSource>['misconceptions'][number];
export type ClassQuestion = v.InferOutput<typeof classQuestionsSource>['questions'][number];
