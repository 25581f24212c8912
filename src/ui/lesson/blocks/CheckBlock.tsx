import { useProgress } from '#app/progress/context.ts';
import type { Question } from '#content/types.ts';
import { CheckQuestion } from '#ui/quiz/CheckQuestion.tsx';
import styles from './CheckBlock.module.css';

/** A question within a lesson; the answer is kept. */
export function CheckBlock({ question }: { readonly question: Question }) {
  const answered = useProgress(({ record }) => record.checks[question.id] ?? null);
  const answer = useProgress((progress) => progress.answerCheck);
  return (
    <div className={styles.check} data-stop>
      <CheckQuestion question={question} answered={answered} onAnswer={(choice) => answer(question.id, choice)} />
    </div>
  );
}
