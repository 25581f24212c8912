import { quizHref } from '#app/quiz/address.ts';
import { useQuizScore } from '#app/quiz/use-run.ts';
import type { QuizSummary } from '#content/types.ts';
import type { Score } from '#domain/quiz/score.ts';
import { buttonClass } from '#ui/kit/button-class.ts';
import { Icon } from '#ui/kit/Icon.tsx';
import { Progress } from '#ui/kit/Progress.tsx';
import { VisuallyHidden } from '#ui/kit/VisuallyHidden.tsx';
import { AppLink } from '#ui/router/AppLink.tsx';
import { quizWords } from '#ui/words/words.ts';
import styles from './QuizCard.module.css';

/** A quiz in the list: what it asks about, how far it is done, and the way in. */
export function QuizCard({ summary }: { readonly summary: QuizSummary }) {
  const { id, title, count } = summary;
  const score = useQuizScore(id);
  const { action, state, done } = standing(score, count);
  return (
    <article className={styles.card}>
      <div className={styles.text}>
        <h2 className={styles.title}>{title}</h2>
        <p className={styles.summary}>{summary.summary}</p>
      </div>
      <div className={styles.state}>
        <Progress label={quizWords.questions(count)} text={state} value={done} max={count} />
        <AppLink className={buttonClass('primary')} to={quizHref(id, { question: null, order: null })}>
          <span>
            {action}
            <VisuallyHidden>{quizWords.the(title)}</VisuallyHidden>
          </span>
          <Icon name="arrowRight" />
        </AppLink>
      </div>
    </article>
  );
}

interface Standing {
  readonly action: string;
  readonly state: string;
  readonly done: number;
}

/** In words; null while it is not known. */
function standing(score: Score | null, count: number): Standing {
  if (score === null) return { action: quizWords.open, state: '', done: 0 };
  if (score.kind === 'complete') {
    return { action: quizWords.seeResult, state: quizWords.rightOf(score.right, score.total), done: count };
  }
  if (score.answered === 0) return { action: quizWords.begin, state: quizWords.notBegun, done: 0 };
  const state = quizWords.answeredOf(score.answered, score.total);
  return { action: quizWords.goOn, state, done: score.answered };
}
