import type { Choice } from '#content/types.ts';
import { InlineContent } from '#ui/content/InlineContent.tsx';
import { Icon } from '#ui/kit/Icon.tsx';
import { classNames } from '#ui/kit/class-names.ts';
import { quizWords } from '#ui/words/words.ts';
import styles from './ChoiceFeedback.module.css';

interface ChoiceFeedbackProps {
  readonly choice: Choice;
  readonly number: number;
  readonly isChosen: boolean;
}

/** A choice after answering: right or wrong by shape, word and colour, whether it was chosen, and why. */
export function ChoiceFeedback({ choice, number, isChosen }: ChoiceFeedbackProps) {
  return (
    <li className={classNames(styles.choice, choice.right ? styles.right : styles.wrong, isChosen && styles.chosen)}>
      <span className={styles.mark}>
        <Icon name={choice.right ? 'allowed' : 'close'} />
      </span>
      <div className={styles.body}>
        <p className={styles.text}>
          <InlineContent content={choice.text} />
        </p>
        <p className={styles.why}>
          {isChosen && <span className={styles.yours}>{quizWords.yours}</span>}{' '}
          <strong className={styles.verdict}>{choice.right ? quizWords.right : quizWords.wrong}</strong>{' '}
          <InlineContent content={choice.why} />
        </p>
      </div>
      <span className={styles.number} aria-hidden="true">
        {number}
      </span>
    </li>
  );
}
