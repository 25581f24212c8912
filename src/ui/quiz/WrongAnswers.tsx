import type { ReactNode } from 'react';
import type { RunItem } from '#app/quiz/run.ts';
import { InlineContent } from '#ui/content/InlineContent.tsx';
import { plainText } from '#ui/content/plain-text.ts';
import { Icon } from '#ui/kit/Icon.tsx';
import { VisuallyHidden } from '#ui/kit/VisuallyHidden.tsx';
import { classNames } from '#ui/kit/class-names.ts';
import { AppLink } from '#ui/router/AppLink.tsx';
import { quizWords } from '#ui/words/words.ts';
import type { PlaceInQuiz } from './use-place.ts';
import styles from './WrongAnswers.module.css';

interface WrongAnswersProps {
  readonly items: readonly RunItem[];
  readonly place: PlaceInQuiz;
}

/** The questions that were answered wrong, each with the choice made and the right one. */
export function WrongAnswers({ items, place }: WrongAnswersProps) {
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>{quizWords.wrongTitle}</h3>
      <ol className={styles.list}>
        {items.map((item) => (
          <WrongAnswer key={item.question.id} item={item} href={place.hrefOf(item.question.id)} />
        ))}
      </ol>
    </section>
  );
}

function WrongAnswer({ item, href }: { readonly item: RunItem; readonly href: string }) {
  const { question, number, chosen } = item;
  const right = question.choices.find((choice) => choice.right);
  const made = question.choices.find(({ id }) => id === chosen);
  return (
    <li className={styles.item}>
      <h4 className={styles.ask}>
        <span className={styles.number}>{number}</span> <InlineContent content={question.ask} />
      </h4>
      {made !== undefined && (
        <Line label={quizWords.yourChoice} icon={<Icon name="close" />} className={styles.made}>
          <InlineContent content={made.text} />
        </Line>
      )}
      {right !== undefined && (
        <Line label={quizWords.right} icon={<Icon name="allowed" />} className={styles.right}>
          <InlineContent content={right.text} />{' '}
          <span className={styles.why}>
            <InlineContent content={right.why} />
          </span>
        </Line>
      )}
      <AppLink className={styles.open} to={href}>
        {quizWords.openQuestion(number)}
        <VisuallyHidden>: {plainText(question.ask)}</VisuallyHidden>
      </AppLink>
    </li>
  );
}

interface LineProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly className: string | undefined;
  readonly children: ReactNode;
}

function Line({ label, icon, className, children }: LineProps) {
  return (
    <div className={classNames(styles.line, className)}>
      <span className={styles.mark}>{icon}</span>
      <p>
        <span className={styles.label}>{label}</span> {children}
      </p>
    </div>
  );
}
