import type * as v from 'valibot';
import { id, mapOf, optional, plainText, someOf, strict, text } from './fields.ts';

// A translation holds words. What a lesson needs besides comes from the English one.

/** The YAML before a translated lesson. */
export const translatedFrontMatter = strict({
  title: plainText('give the lesson a title'),
  question: plainText('ask the question that opens the lesson'),
  summary: plainText('say in one sentence what the lesson is about'),
});

/** The words of a `:::world`. */
export const translatedWorld = strict({
  id: id('name the world of the English lesson'),
  task: text('say what is to be done'),
  done: text('say what is reached'),
});

/** The words of a `:::check` or a `:::predict`. */
export const translatedQuestion = strict({
  id: id('name the question of the English lesson'),
  ask: text('ask the question'),
  choices: someOf(
    strict({ text: text('say what can be chosen'), why: text('say why the choice is right or wrong') }),
    'translate the choices, in their order',
  ),
});

const named = mapOf(plainText('translate the title'), 'give titles by their ids');
const described = mapOf(
  strict({ title: plainText('translate the title'), summary: plainText('translate the summary') }),
  'give titles and summaries by their ids',
);

/** `titles.yaml`: what lists show, as far as it is translated. */
export const titlesSource = strict({
  modules: optional(named),
  scenarioGroups: optional(named),
  guides: optional(described),
  scenarios: optional(described),
  worlds: optional(described),
  quizzes: optional(described),
  /** Lessons that are not translated themselves. */
  lessons: optional(
    mapOf(
      strict({ title: plainText('translate the title'), question: plainText('translate the question') }),
      'give titles and questions by their ids',
    ),
  ),
});

export type Titles = v.InferOutput<typeof titlesSource>;
