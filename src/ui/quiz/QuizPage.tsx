import { useQuiz } from '#app/quiz/use-quiz.ts';
import { paths } from '#app/paths.ts';
import type { QuizSummary } from '#content/types.ts';
import { Button } from '#ui/kit/Button.tsx';
import { Icon } from '#ui/kit/Icon.tsx';
import { Notice } from '#ui/kit/Notice.tsx';
import { AppLink } from '#ui/router/AppLink.tsx';
import { PageTitle } from '#ui/router/PageTitle.tsx';
import { quizWords } from '#ui/words/words.ts';
import { QuizTaking } from './QuizTaking.tsx';
import styles from './QuizPage.module.css';

/** One quiz: its name, and its questions once they are there. */
export function QuizPage({ summary }: { readonly summary: QuizSummary }) {
  const loaded = useQuiz(summary.id);
  return (
    <div className={styles.page}>
      <PageTitle title={summary.title} />
      <header className={styles.head}>
        <AppLink className={styles.up} to={paths.quizzes.href()}>
          <Icon name="chevronLeft" />
          {quizWords.all}
        </AppLink>
        <h1 className={styles.title}>{summary.title}</h1>
      </header>
      {loaded.state === 'loading' && (
        <div className={styles.waiting}>
          <p data-waiting>{quizWords.loading}</p>
          <noscript>
            <p>{quizWords.needsScript}</p>
          </noscript>
        </div>
      )}
      {loaded.state === 'failed' && (
        <Notice
          tone="refused"
          title={quizWords.failedTitle}
          actions={<Button onClick={loaded.retry}>{quizWords.retry}</Button>}
          live
        >
          <p>{quizWords.failedText}</p>
        </Notice>
      )}
      {loaded.state === 'ready' && <QuizTaking quiz={loaded.quiz} />}
    </div>
  );
}
