import { use } from 'react';
import { useLessonLibrary } from '#app/content-library.ts';
import { paths } from '#app/paths.ts';
import type { AnsweredIn, ClassQuestion, Misconception } from '#content/types.ts';
import { AppLink } from '#ui/router/AppLink.tsx';
import { tableWords as words } from '#words/reference/tables.ts';
import { Entry, EntryGroup, EntryList } from './Entry.tsx';
import { ReferenceFrame } from './ReferenceFrame.tsx';
import { useFilter } from './use-filter.ts';

type Row = Misconception | ClassQuestion;

/** What people get wrong and what classes ask, each with the lesson that answers it. */
export function QuestionsPage() {
  const { misconceptions, classQuestions } = use(useLessonLibrary().loadAnswers());
  const filter = useFilter([...misconceptions, ...classQuestions], textOf);
  const beliefs = filter.shown.filter(isMisconception);
  const asked = filter.shown.filter((row) => 'ask' in row);
  return (
    <ReferenceFrame page="questions" filter={filter}>
      {beliefs.length > 0 && (
        <EntryGroup id="misconceptions" title={words.misconceptions}>
          <EntryList>
            {beliefs.map((each) => (
              <Entry key={each.id} id={each.id} name={each.belief}>
                <p>{each.truth}</p>
                <Lesson at={each.at} />
              </Entry>
            ))}
          </EntryList>
        </EntryGroup>
      )}
      {asked.length > 0 && (
        <EntryGroup id="asked" title={words.asked}>
          <EntryList>
            {asked.map((each) => (
              <Entry key={each.id} id={each.id} name={each.ask}>
                <Lesson at={each.at} />
              </Entry>
            ))}
          </EntryList>
        </EntryGroup>
      )}
    </ReferenceFrame>
  );
}

function Lesson({ at }: { readonly at: AnsweredIn }) {
  return (
    <p>
      <AppLink to={`${paths.lesson.href(at.lesson)}#${at.heading}`}>{words.answeredIn(at.title)}</AppLink>
    </p>
  );
}

function isMisconception(row: Row): row is Misconception {
  return 'belief' in row;
}

function textOf(row: Row): string {
  const said = isMisconception(row) ? `${row.id} ${row.belief} ${row.truth}` : row.ask;
  return `${said} ${row.at.title}`;
}
