import { lazy } from 'react';
import { useProgress } from '#app/progress/context.ts';
import type { Question } from '#content/types.ts';
import { lessonWords } from '#ui/words/words.ts';
import { Nearby } from '../Nearby.tsx';
import { StillQuestion } from '../still/StillQuestion.tsx';
import styles from './CheckBlock.module.css';

const CheckQuestion = lazy(async () => (await import('../live-parts.ts')).liveParts.check());

/** A question within a lesson; the answer is kept. */
export function CheckBlock({ question }: { readonly question: Question }) {
  const answered = useProgress(({ record }) => record.checks[question.id] ?? null);
  const answer = useProgress((progress) => progress.answerCheck);
  return (
    <div className={styles.check}>
      <Nearby size="check" still={<StillQuestion label={lessonWords.still.check} question={question} />}>
        <CheckQuestion question={question} answered={answered} onAnswer={(choice) => answer(question.id, choice)} />
      </Nearby>
    </div>
  );
}
