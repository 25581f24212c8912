import { plainText, strict } from './fields.ts';
import { sources } from './lesson.ts';

/** The YAML before a guide's Markdown. */
export const guideFrontMatter = strict({
  title: plainText('give the guide a title'),
  /** One or two sentences, also for search engines. */
  summary: plainText('say what the guide is for'),
  /** Where the facts come from and where to read on. */
  sources,
});
