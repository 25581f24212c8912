import { QuizList } from '#ui/quiz/QuizList.tsx';

export function QuizzesRoute() {
  return <QuizList />;
}
