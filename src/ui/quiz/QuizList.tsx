import { useContentLibrary } from '#app/content-library.ts';
import { quizWords } from '#ui/words/words.ts';
import { QuizCards } from './QuizCards.tsx';
import styles from './QuizList.module.css';

/** All quizzes, and how far the learner is in each. */
export function QuizList() {
  const { quizzes } = useContentLibrary();
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{quizWords.listTitle}</h1>
        <p className={styles.lead}>{quizWords.listLead}</p>
      </header>
      <QuizCards quizzes={quizzes} />
    </div>
  );
}
