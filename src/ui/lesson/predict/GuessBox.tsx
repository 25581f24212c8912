import { useId } from 'react';
import type { Question } from '#content/types.ts';
import { InlineContent } from '#ui/content/InlineContent.tsx';
import { lessonWords } from '#ui/words/words.ts';
import { useGuess } from './use-guess.ts';
import { Verdict } from './Verdict.tsx';
import styles from './Predict.module.css';

const words = lessonWords.guess;

/** The end of a guess: what the reader guessed before reading, and what came of it. */
export function GuessBox({ question }: { readonly question: Question }) {
  const id = useId();
  const { guess } = useGuess(question);
  return (
    <aside className={styles.box} aria-labelledby={id}>
      <p className={styles.label} id={id}>
        {words.title}
      </p>
      <p className={styles.ask}>
        <InlineContent content={question.ask} />
      </p>
      {guess === null && <p className={styles.none}>{words.none}</p>}
      <Verdict question={question} guess={guess} />
    </aside>
  );
}
