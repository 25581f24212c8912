import type { RunItem } from '#app/quiz/run.ts';
import type { QuestionState } from '#domain/quiz/score.ts';
import type { IconName } from '#ui/kit/icon-paths.ts';
import { Icon } from '#ui/kit/Icon.tsx';
import { VisuallyHidden } from '#ui/kit/VisuallyHidden.tsx';
import { classNames } from '#ui/kit/class-names.ts';
import { AppLink } from '#ui/router/AppLink.tsx';
import { quizWords } from '#ui/words/words.ts';
import type { PlaceInQuiz } from './use-place.ts';
import styles from './QuestionMap.module.css';

interface QuestionMapProps {
  readonly items: readonly RunItem[];
  /** The question that is shown. */
  readonly here: string | null;
  readonly place: PlaceInQuiz;
}

const marks: Record<QuestionState, IconName | null> = { open: null, right: 'check', wrong: 'close' };

/** Every question by its number, with its state by shape, word and colour; a way to each of them. */
export function QuestionMap({ items, here, place }: QuestionMapProps) {
  return (
    <nav className={styles.map} aria-label={quizWords.mapTitle}>
      <h2 className={styles.title}>{quizWords.mapTitle}</h2>
      <ol className={styles.cells}>
        {items.map(({ question, number, state }) => (
          <li key={question.id}>
            <AppLink
              className={classNames(styles.cell, styles[state])}
              to={place.hrefOf(question.id)}
              aria-current={question.id === here ? 'step' : undefined}
            >
              <VisuallyHidden>{quizWords.mapPrefix}</VisuallyHidden> {number}
              <VisuallyHidden>{quizWords.mapState(state)}</VisuallyHidden>
              <MapMark state={state} />
            </AppLink>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function MapMark({ state }: { readonly state: QuestionState }) {
  const icon = marks[state];
  return icon === null ? null : <Icon name={icon} />;
}
