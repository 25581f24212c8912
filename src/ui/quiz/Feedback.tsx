import { useLayoutEffect, useRef } from 'react';
import type { Question } from '#content/types.ts';
import { Button } from '#ui/kit/Button.tsx';
import { Icon } from '#ui/kit/Icon.tsx';
import { classNames } from '#ui/kit/class-names.ts';
import { quizWords } from '#ui/words/words.ts';
import { ChoiceFeedback } from './ChoiceFeedback.tsx';
import { ReadAgain } from './ReadAgain.tsx';
import styles from './Feedback.module.css';

interface FeedbackProps {
  readonly question: Question;
  readonly chosen: string;
  readonly onAgain: () => void;
  readonly takesFocus: boolean;
}

/** An answered question: the result, then every choice with its reason, then where to read about it. */
export function Feedback({ question, chosen, onAgain, takesFocus }: FeedbackProps) {
  const group = useRef<HTMLDivElement>(null);
  const result = useRef<HTMLParagraphElement>(null);
  const rightIndex = question.choices.findIndex(({ right }) => right);
  const isRight = question.choices[rightIndex]?.id === chosen;

  // The button that was pressed is gone; what comes to the eye and the ear next is here.
  useLayoutEffect(() => {
    if (!takesFocus) return;
    group.current?.focus({ preventScroll: true });
    result.current?.scrollIntoView?.({ block: 'nearest' });
  }, [takesFocus]);

  return (
    <div className={styles.feedback} ref={group} role="group" aria-label={quizWords.feedback} tabIndex={-1}>
      <p ref={result} className={classNames(styles.result, isRight ? styles.right : styles.wrong)}>
        <Icon name={isRight ? 'allowed' : 'info'} />
        <strong>{isRight ? quizWords.rightResult : quizWords.wrongResult(rightIndex + 1)}</strong>
      </p>
      <ol className={styles.choices}>
        {question.choices.map((choice, index) => (
          <ChoiceFeedback key={choice.id} choice={choice} number={index + 1} isChosen={choice.id === chosen} />
        ))}
      </ol>
      <ReadAgain lessons={question.lessons} />
      <div className={styles.again}>
        <Button icon="restart" variant="quiet" onClick={onAgain}>
          {quizWords.tryAgain}
        </Button>
      </div>
    </div>
  );
}
