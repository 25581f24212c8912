import { Kbd } from '#ui/kit/Kbd.tsx';
import { quizWords } from '#ui/words/words.ts';
import styles from './WayKeys.module.css';

interface WayKeysProps {
  readonly isOpen: boolean;
  readonly hasBack: boolean;
  readonly hasOn: boolean;
}

/** The keys that lead from a question, while the focus is in it. */
export function WayKeys({ isOpen, hasBack, hasOn }: WayKeysProps) {
  const standing = isOpen ? 'open' : 'answered';
  return (
    <p className={styles.keys}>
      {hasBack && (
        <span className={styles.key}>
          <Kbd>{quizWords.backKey}</Kbd> {quizWords.backKeyDoes}
        </span>
      )}
      {hasOn && (
        <span className={styles.key}>
          {quizWords.onKeys[standing].map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}{' '}
          {quizWords.onKeyDoes[standing]}
        </span>
      )}
    </p>
  );
}
