import { paths } from '#app/paths.ts';
import { useProgress } from '#app/progress/context.ts';
import type { LessonSummary } from '#content/types.ts';
import { Chip } from '#ui/kit/Chip.tsx';
import { AppLink } from '#ui/router/AppLink.tsx';
import { courseWords } from '#words/lesson/course.ts';
import { lessonWords as words } from '#ui/words/words.ts';
import styles from './LessonList.module.css';

interface LessonListProps {
  /** Each with its number in the course. */
  readonly lessons: readonly { readonly number: number; readonly lesson: LessonSummary }[];
  /** The one to go on with. */
  readonly current: string | null;
}

/** The lessons in their order, each with the question that it answers. */
export function LessonList({ lessons, current }: LessonListProps) {
  const read = useProgress(({ record }) => record.lessons);
  return (
    <ol className={styles.list}>
      {lessons.map(({ number, lesson: { id, title, question, minutes } }) => (
        <li key={id} className={styles.lesson} aria-current={id === current ? 'step' : undefined}>
          <span className={styles.number} aria-hidden="true">
            {number}
          </span>
          <div className={styles.text}>
            <h3 className={styles.title}>
              <AppLink className={styles.link} to={paths.lesson.href(id)}>
                {title}
              </AppLink>
            </h3>
            <p className={styles.question}>{question}</p>
          </div>
          <p className={styles.state}>
            {read[id]?.done === true && (
              <Chip icon="check" tone="allowed">
                {words.done}
              </Chip>
            )}
            {read[id]?.done === false && <Chip tone="accent">{courseWords.begun}</Chip>}
            <span>{words.minutes(minutes)}</span>
          </p>
        </li>
      ))}
    </ol>
  );
}
