import { useLayoutEffect, useId, useRef } from 'react';
import type { Choice } from '#content/types.ts';
import { InlineContent } from '#ui/content/InlineContent.tsx';
import { Button } from '#ui/kit/Button.tsx';
import { Kbd } from '#ui/kit/Kbd.tsx';
import { quizWords } from '#ui/words/words.ts';
import styles from './ChoiceForm.module.css';

interface ChoiceFormProps {
  readonly choices: readonly Choice[];
  readonly picked: string | null;
  readonly onPick: (choiceId: string) => void;
  /** Answering was tried before anything was chosen. */
  readonly reminded: boolean;
  readonly takesFocus: boolean;
}

/** The choices of an open question. Stands within the form and fieldset that name it. */
export function ChoiceForm({ choices, picked, onPick, reminded, takesFocus }: ChoiceFormProps) {
  const id = useId();
  const first = useRef<HTMLInputElement>(null);

  useLayoutEffect(() => {
    if (takesFocus) first.current?.focus();
  }, [takesFocus]);

  return (
    <>
      <ol className={styles.choices}>
        {choices.map((choice, index) => (
          <li key={choice.id}>
            <label className={styles.choice}>
              <input
                ref={index === 0 ? first : null}
                type="radio"
                className={styles.dot}
                name={id}
                value={choice.id}
                checked={choice.id === picked}
                onChange={() => onPick(choice.id)}
              />
              <span className={styles.text}>
                <InlineContent content={choice.text} />
              </span>
              <span className={styles.number} aria-hidden="true">
                {index + 1}
              </span>
            </label>
          </li>
        ))}
      </ol>
      <div className={styles.foot}>
        <Button type="submit" variant="primary" aria-describedby={reminded ? `${id}-reminder` : undefined}>
          {quizWords.answer}
        </Button>
        {reminded ? (
          <p className={styles.reminder} id={`${id}-reminder`}>
            {quizWords.chooseFirst}
          </p>
        ) : (
          <p className={styles.keys}>
            {quizWords.questionKeys(choices.length).map(([key, does]) => (
              <span key={key} className={styles.key}>
                <Kbd>{key}</Kbd> {does}
              </span>
            ))}
          </p>
        )}
      </div>
    </>
  );
}
