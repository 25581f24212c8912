import { use } from 'react';
import { useLessonLibrary } from '#app/content-library.ts';
import { paths } from '#app/paths.ts';
import type { Term } from '#content/types.ts';
import { InlineContent } from '#ui/content/InlineContent.tsx';
import { plainText } from '#ui/content/plain-text.ts';
import { Entry, EntryList } from '#ui/reference/Entry.tsx';
import { ReferenceFrame } from '#ui/reference/ReferenceFrame.tsx';
import { useFilter } from '#ui/reference/use-filter.ts';
import { AppLink } from '#ui/router/AppLink.tsx';
import { referenceWords } from '#words/reference/pages.ts';
import styles from './GlossaryPage.module.css';

const words = referenceWords.glossary;

/** The terms of the field, by the alphabet. */
export function GlossaryPage() {
  const terms = use(useLessonLibrary().loadTerms());
  const filter = useFilter(terms, textOf);
  return (
    <ReferenceFrame page="glossary" filter={filter}>
      <EntryList>
        {filter.shown.map((term) => (
          <TermEntry key={term.id} term={term} terms={terms} />
        ))}
      </EntryList>
    </ReferenceFrame>
  );
}

interface TermEntryProps {
  readonly term: Term;
  readonly terms: readonly Term[];
}

function TermEntry({ term: { id, term, forms, means, also, lesson }, terms }: TermEntryProps) {
  const others = forms.filter((form) => !isPluralOf(form, term));
  return (
    <Entry id={id} name={term} level={2}>
      <p className={styles.means}>
        <InlineContent content={means} />
      </p>
      {others.length > 0 && <p className={styles.forms}>{words.alsoCalled(others)}</p>}
      <p className={styles.more}>
        {also.length > 0 && (
          <span className={styles.also}>
            <span>{words.also}</span>
            {also.map((other) => (
              <a key={other} href={`#${other}`}>
                {terms.find((each) => each.id === other)?.term}
              </a>
            ))}
          </span>
        )}
        {lesson !== null && <AppLink to={paths.lesson.href(lesson)}>{words.lesson}</AppLink>}
      </p>
    </Entry>
  );
}

/** Plurals help to find a term in a text; to a reader they say nothing new. */
function isPluralOf(form: string, term: string): boolean {
  const stem = term.toLowerCase().replace(/(?:y|s)$/, '');
  return form.toLowerCase().startsWith(stem) && /(?:s|ies)$/.test(form);
}

function textOf({ term, forms, means }: Term): string {
  return [term, ...forms, plainText(means)].join(' ');
}
