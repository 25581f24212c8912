import { useParams } from '#ui/router/navigation.ts';
import { useContentLibrary } from '#app/content-library.ts';
import { QuizPage } from '#ui/quiz/QuizPage.tsx';
import { UnknownQuiz } from '#ui/quiz/UnknownQuiz.tsx';

export function QuizRoute() {
  const { quizId = '' } = useParams();
  const summary = useContentLibrary().quizzes.find(({ id }) => id === quizId);
  return summary === undefined ? <UnknownQuiz id={quizId} /> : <QuizPage key={quizId} summary={summary} />;
}
