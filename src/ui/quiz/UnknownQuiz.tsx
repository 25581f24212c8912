import { useContentLibrary } from '#app/content-library.ts';
import { PageTitle } from '#ui/router/PageTitle.tsx';
import { quizWords } from '#ui/words/words.ts';
import { QuizCards } from './QuizCards.tsx';
import styles from './QuizList.module.css';

/** An address that names no quiz: what is wrong, and where to go instead. */
export function UnknownQuiz({ id }: { readonly id: string }) {
  const { quizzes } = useContentLibrary();
  return (
    <div className={styles.page}>
      <PageTitle title={quizWords.unknownQuizTitle} />
      <header className={styles.head}>
        <h1>{quizWords.unknownQuizTitle}</h1>
        <p className={styles.lead}>{quizWords.unknownQuizText(id)}</p>
      </header>
      <QuizCards quizzes={quizzes} />
    </div>
  );
}
