import type { Question } from '#content/types.ts';
import { InlineContent } from '#ui/content/InlineContent.tsx';
import styles from './Still.module.css';

interface StillQuestionProps {
  readonly label: string;
  readonly question: Question;
}

/** A question with its choices by letter. The answer is not beside it: it stands on a sheet of its own. */
export function StillQuestion({ label, question: { ask, choices } }: StillQuestionProps) {
  return (
    <div className={styles.question}>
      <p className={styles.ask}>
        <span className={styles.label}>{label}</span> <InlineContent content={ask} />
      </p>
      <ol className={styles.choices}>
        {choices.map(({ id, text }) => (
          <li key={id}>
            <span>
              <InlineContent content={text} />
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
