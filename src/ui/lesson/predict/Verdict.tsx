import type { Choice, Question } from '#content/types.ts';
import { InlineContent } from '#ui/content/InlineContent.tsx';
import { classNames } from '#ui/kit/class-names.ts';
import { Icon } from '#ui/kit/Icon.tsx';
import { lessonWords } from '#ui/words/words.ts';
import styles from './Predict.module.css';

const words = lessonWords.guess;

interface VerdictProps {
  readonly question: Question;
  readonly guess: Choice | null;
}

/** What was guessed, what is right, and why. */
export function Verdict({ question, guess }: VerdictProps) {
  const right = question.choices.find((choice) => choice.right);
  return (
    <div className={styles.verdict}>
      {guess !== null && guess !== right && <Told name={words.guessed} choice={guess} />}
      {right !== undefined && <Told name={guess === right ? words.guessedRight : words.right} choice={right} />}
    </div>
  );
}

function Told({ name, choice: { right, text, why } }: { readonly name: string; readonly choice: Choice }) {
  return (
    <div className={classNames(styles.told, right && styles.right)}>
      <Icon name={right ? 'allowed' : 'close'} />
      <p>
        {name}{' '}
        <strong>
          <InlineContent content={text} />
        </strong>
      </p>
      <p>
        <InlineContent content={why} />
      </p>
    </div>
  );
}
