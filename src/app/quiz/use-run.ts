import { useMemo } from 'react';
import { useProgress } from '#app/progress/context.ts';
import type { Quiz } from '#content/types.ts';
import { score, type Answers, type Score } from '#domain/quiz/score.ts';
import { useQuiz } from './use-quiz.ts';
import { runOf, waysFrom, type Run, type WaysFrom } from './run.ts';

/** A quiz that is being taken: how it stands, and what can be done. Answers are kept at once. */
export interface QuizRun extends Run {
  readonly waysFrom: (questionId: string) => WaysFrom;
  readonly answer: (questionId: string, choiceId: string) => void;
  /** Opens the questions that were answered wrong; the others keep their answers. */
  readonly reopenWrong: () => void;
  readonly startOver: () => void;
}

const noAnswers: Answers = {};

export function useQuizRun({ id, questions }: Quiz, order: string | null): QuizRun {
  const answers = useProgress(({ record }) => record.quizzes[id]?.answers ?? noAnswers);
  const answerQuestion = useProgress((progress) => progress.answerQuestion);
  const restartQuiz = useProgress((progress) => progress.restartQuiz);
  const run = useMemo(() => runOf(questions, answers, order), [questions, answers, order]);

  function reopenWrong(): void {
    restartQuiz(id);
    for (const { question, state, chosen } of run.items) {
      if (state === 'right' && chosen !== null) answerQuestion(id, question.id, chosen);
    }
  }

  return {
    ...run,
    waysFrom: (questionId) => waysFrom(run, answers, questionId),
    answer: (questionId, choiceId) => answerQuestion(id, questionId, choiceId),
    reopenWrong,
    startOver: () => restartQuiz(id),
  };
}

/** How a quiz stands, for lists; null while its questions are not there. */
export function useQuizScore(quizId: string): Score | null {
  const loaded = useQuiz(quizId);
  const answers = useProgress(({ record }) => record.quizzes[quizId]?.answers ?? noAnswers);
  return loaded.state === 'ready' ? score(loaded.quiz.questions, answers) : null;
}
