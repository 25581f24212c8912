import type { QuizSummary } from '#content/types.ts';
import { QuizCard } from './QuizCard.tsx';
import styles from './QuizList.module.css';

export function QuizCards({ quizzes }: { readonly quizzes: readonly QuizSummary[] }) {
  return (
    <ul className={styles.cards}>
      {quizzes.map((quiz) => (
        <li key={quiz.id}>
          <QuizCard summary={quiz} />
        </li>
      ))}
    </ul>
  );
}
