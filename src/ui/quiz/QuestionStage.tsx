import { useRef, type Ref } from 'react';
import type { RunItem } from '#app/quiz/run.ts';
import type { QuizRun } from '#app/quiz/use-run.ts';
import { Button } from '#ui/kit/Button.tsx';
import { quizWords } from '#ui/words/words.ts';
import { CheckQuestion } from './CheckQuestion.tsx';
import { WayKeys } from './WayKeys.tsx';
import { isFreeEnter, useKeysWithin } from './use-keys-within.ts';
import type { PlaceInQuiz } from './use-place.ts';
import styles from './QuestionStage.module.css';

interface QuestionStageProps {
  readonly item: RunItem;
  readonly run: QuizRun;
  readonly place: PlaceInQuiz;
  readonly headingRef: Ref<HTMLHeadingElement>;
}

/** One question with the ways back and on. */
export function QuestionStage({ item, run, place, headingRef }: QuestionStageProps) {
  const { question, number, state, chosen } = item;
  const { back, on } = run.waysFrom(question.id);
  const stage = useRef<HTMLElement>(null);
  const isOpen = state === 'open';

  function goBack(): void {
    if (back !== null) place.go({ question: back });
  }

  function goOn(): void {
    if (on !== null) place.go({ question: on.to === 'question' ? on.id : null });
  }

  useKeysWithin(stage, (event) => {
    const key = event.key.toLowerCase();
    // On an open question Enter answers.
    const means = key === 'n' || (!isOpen && isFreeEnter(event)) ? goOn : key === 'b' ? goBack : null;
    means?.();
    return means !== null;
  });

  return (
    <section className={styles.stage} aria-label={quizWords.question(number)} ref={stage}>
      <CheckQuestion
        question={question}
        answered={chosen}
        onAnswer={(choiceId) => run.answer(question.id, choiceId)}
        headingRef={headingRef}
        label={quizWords.questionOf(number, run.items.length)}
      />
      <div className={styles.ways}>
        {back !== null && (
          <Button variant="quiet" icon="chevronLeft" onClick={goBack}>
            {quizWords.back}
          </Button>
        )}
        <WayKeys isOpen={isOpen} hasBack={back !== null} hasOn={on !== null} />
        {on !== null && (
          <Button variant={isOpen ? 'secondary' : 'primary'} onClick={goOn}>
            {isOpen ? quizWords.skip : on.to === 'result' ? quizWords.toResult : quizWords.nextQuestion}
          </Button>
        )}
      </div>
    </section>
  );
}
