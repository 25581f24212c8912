import { useLayoutEffect, useRef, type RefObject } from 'react';
import { Navigate } from '#ui/router/navigation.ts';
import { viewOf, type RunView } from '#app/quiz/run.ts';
import { useQuizRun } from '#app/quiz/use-run.ts';
import type { Quiz } from '#content/types.ts';
import { Progress } from '#ui/kit/Progress.tsx';
import { inMode, useDisplayMode } from '#ui/router/display-mode.ts';
import { quizWords } from '#ui/words/words.ts';
import { OrderTools } from './OrderTools.tsx';
import { QuestionMap } from './QuestionMap.tsx';
import { QuestionStage } from './QuestionStage.tsx';
import { QuizResult } from './QuizResult.tsx';
import { UnknownQuestion } from './UnknownQuestion.tsx';
import { usePlace } from './use-place.ts';
import styles from './QuizTaking.module.css';

/** A quiz being taken: the question of the address, or the result, beside the map of all questions. */
export function QuizTaking({ quiz }: { readonly quiz: Quiz }) {
  const place = usePlace(quiz.id);
  const run = useQuizRun(quiz, place.order);
  const mode = useDisplayMode();
  const { items, score } = run;
  const view = viewOf(run, place.question);
  const heading = useHeadingOf(view);

  if (view.show === 'resume') return <Navigate replace to={inMode(place.hrefOf(view.at), mode)} />;
  const answered = score.kind === 'complete' ? score.total : score.answered;
  return (
    <div className={styles.layout}>
      <div className={styles.progress}>
        <Progress
          label={quizWords.progress}
          text={quizWords.answeredOf(answered, items.length)}
          value={answered}
          max={items.length}
        />
      </div>
      <div className={styles.main}>
        {view.show === 'result' && <QuizResult run={run} result={view.result} place={place} headingRef={heading} />}
        {view.show === 'question' && (
          <QuestionStage key={view.item.question.id} item={view.item} run={run} place={place} headingRef={heading} />
        )}
        {view.show === 'unknown' && <UnknownQuestion id={view.question} place={place} />}
      </div>
      <div className={styles.side}>
        <QuestionMap items={items} here={place.question} place={place} />
        {score.kind === 'incomplete' && <OrderTools place={place} />}
      </div>
    </div>
  );
}

/** The heading of what is shown; it takes the focus whenever that changes. */
function useHeadingOf(view: RunView): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef<string | null>(null);
  const here = view.show === 'question' ? view.item.question.id : view.show === 'result' ? '' : null;

  // With the paint, so that the focus is never seen to be lost.
  useLayoutEffect(() => {
    if (here === null) return;
    // The first arrival is the router's to announce.
    if (shown.current !== null && shown.current !== here) {
      heading.current?.focus({ preventScroll: true });
      heading.current?.scrollIntoView?.({ block: 'nearest' });
    }
    shown.current = here;
  }, [here]);

  return heading;
}
