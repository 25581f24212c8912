import { useId } from 'react';
import type { Asked } from '#app/lesson/still.ts';
import type { Question } from '#content/types.ts';
import { InlineContent } from '#ui/content/InlineContent.tsx';
import { lessonWords } from '#ui/words/words.ts';
import { Way } from '../still/Way.tsx';
import styles from './AnswerSheet.module.css';

const words = lessonWords.still;

/** The answers to a lesson's questions and tasks: a page of its own on paper, the end of it without JavaScript. */
export function AnswerSheet({ asked }: { readonly asked: readonly Asked[] }) {
  const id = useId();
  if (asked.length === 0) return null;
  return (
    <section className={styles.sheet} aria-labelledby={id}>
      <h2 id={id}>{words.answers}</h2>
      <ol className={styles.list}>
        {asked.map((each) =>
          each.kind === 'question' ? (
            <Answer key={each.question.id} question={each.question} />
          ) : (
            <li key={each.world.id}>
              <p className={styles.ask}>
                {words.tryIt} <InlineContent content={each.world.task} />
              </p>
              <Way steps={each.world.told?.way ?? []} />
            </li>
          ),
        )}
      </ol>
    </section>
  );
}

function Answer({ question: { ask, choices } }: { readonly question: Question }) {
  const index = choices.findIndex(({ right }) => right);
  const right = choices[index];
  if (right === undefined) return null;
  return (
    <li>
      <p className={styles.ask}>
        <InlineContent content={ask} />
      </p>
      <p>
        <strong>
          {words.letter(index)} <InlineContent content={right.text} />
        </strong>
      </p>
      <p>
        <InlineContent content={right.why} />
      </p>
    </li>
  );
}
