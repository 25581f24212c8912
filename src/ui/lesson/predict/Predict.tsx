import { useId } from 'react';
import type { Question } from '#content/types.ts';
import { InlineContent } from '#ui/content/InlineContent.tsx';
import { plainText } from '#ui/content/plain-text.ts';
import { useAnnounce } from '#ui/kit/announce.ts';
import { lessonWords } from '#ui/words/words.ts';
import { useGuess } from './use-guess.ts';
import { Verdict } from './Verdict.tsx';
import styles from './Predict.module.css';

const words = lessonWords.guess;

interface PredictProps {
  readonly question: Question;
  /** It stands above already, as the question that opens the lesson. */
  readonly isOpening: boolean;
}

/** A question before reading: a guess is kept at once, and the lesson answers it. */
export function Predict({ question, isOpening }: PredictProps) {
  const name = useId();
  const { guess, keep } = useGuess(question);
  const announce = useAnnounce();

  function choose(id: string): void {
    keep(id);
    announce(words.kept);
  }

  return (
    <fieldset className={styles.predict} aria-label={isOpening ? plainText(question.ask) : undefined}>
      <legend className={styles.legend}>
        <span className={styles.label}>{words.title}</span> {!isOpening && <InlineContent content={question.ask} />}
      </legend>
      <ol className={styles.choices}>
        {question.choices.map(({ id, text }) => (
          <li key={id}>
            <label className={styles.choice}>
              <input type="radio" name={name} checked={id === guess?.id} onChange={() => choose(id)} />
              <span>
                <InlineContent content={text} />
              </span>
            </label>
          </li>
        ))}
      </ol>
      <div className={styles.foot}>
        <p>{guess === null ? words.hint : words.kept}</p>
        {guess !== null && (
          <details>
            <summary>{words.showNow}</summary>
            <Verdict question={question} guess={guess} />
          </details>
        )}
      </div>
    </fieldset>
  );
}
