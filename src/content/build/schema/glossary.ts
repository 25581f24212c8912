import type * as v from 'valibot';
import { flag, id, listOf, optional, plainText, someOf, strict, text } from './fields.ts';

/** `en/glossary.yaml`: the words of the field. */
export const glossarySource = strict({
  terms: someOf(
    strict({
      id: id('give the term an id'),
      term: plainText('give the term as it is written'),
      /** Other spellings and plurals, by which lessons are linked too. */
      forms: optional(listOf(plainText('write the form'), 'list other spellings of the term')),
      means: text('say in one or two sentences what it means'),
      also: optional(listOf(id('name a term'), 'list terms to look at next')),
      lesson: optional(id('name the lesson that teaches it')),
      /** False for words that are everywhere: lessons are not linked to them. */
      link: optional(flag('say whether lessons are linked to it')),
    }),
    'list the terms',
  ),
});

export type GlossarySource = v.InferOutput<typeof glossarySource>;
