import { paths } from '#app/paths.ts';
import { useCourse } from '#app/content-library.ts';
import type { LessonToRead } from '#domain/quiz/score.ts';
import { AppLink } from '#ui/router/AppLink.tsx';
import { quizWords } from '#ui/words/words.ts';
import styles from './QuizResult.module.css';

/** The lessons that wrong answers point to, the most wanted first; nothing where there are none. */
export function LessonsToRead({ lessons }: { readonly lessons: readonly LessonToRead[] }) {
  const known = useCourse().lessons;
  const found = lessons.flatMap(({ lesson, wrong }) => {
    const summary = known.find(({ id }) => id === lesson);
    return summary === undefined ? [] : [{ ...summary, wrong }];
  });
  if (found.length === 0) return null;
  return (
    <section className={styles.part}>
      <h3 className={styles.partTitle}>{quizWords.readTitle}</h3>
      <ol className={styles.lessons}>
        {found.map(({ id, title, wrong }) => (
          <li key={id} className={styles.lesson}>
            <AppLink to={paths.lesson.href(id)}>{title}</AppLink>
            <span className={styles.pointing}>{quizWords.pointing(wrong)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
