import type { Ref } from 'react';
import type { QuizRun } from '#app/quiz/use-run.ts';
import type { Score } from '#domain/quiz/score.ts';
import { Button } from '#ui/kit/Button.tsx';
import { quizWords } from '#ui/words/words.ts';
import { LessonsToRead } from './LessonsToRead.tsx';
import { WrongAnswers } from './WrongAnswers.tsx';
import type { PlaceInQuiz } from './use-place.ts';
import styles from './QuizResult.module.css';

interface QuizResultProps {
  readonly run: QuizRun;
  readonly result: Extract<Score, { kind: 'complete' }>;
  readonly place: PlaceInQuiz;
  readonly headingRef: Ref<HTMLHeadingElement>;
}

/** What the answers come to, what to read again, and what was wrong. */
export function QuizResult({ run, result, place, headingRef }: QuizResultProps) {
  const { right, total, wrong, readAgain } = result;
  const allRight = wrong.length === 0;
  return (
    <div className={styles.result}>
      <div className={styles.score}>
        <h2 className={styles.title} ref={headingRef} tabIndex={-1}>
          {quizWords.rightOf(right, total)}
        </h2>
        <p className={styles.text}>{quizWords.resultText(right, total)}</p>
        <div className={styles.actions}>
          {!allRight && (
            <Button variant="primary" onClick={run.reopenWrong}>
              {quizWords.againWrong}
            </Button>
          )}
          <Button variant={allRight ? 'secondary' : 'quiet'} icon="restart" onClick={run.startOver}>
            {quizWords.startOver}
          </Button>
        </div>
      </div>
      <LessonsToRead lessons={readAgain} />
      {!allRight && <WrongAnswers items={run.items.filter(({ state }) => state === 'wrong')} place={place} />}
    </div>
  );
}
