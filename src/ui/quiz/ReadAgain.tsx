import { paths } from '#app/paths.ts';
import { useCourse } from '#app/content-library.ts';
import type { LessonId } from '#content/types.ts';
import { AppLink } from '#ui/router/AppLink.tsx';
import { quizWords } from '#ui/words/words.ts';
import styles from './ReadAgain.module.css';

/** Links to the lessons that teach an answer; nothing where there are none. */
export function ReadAgain({ lessons }: { readonly lessons: readonly LessonId[] }) {
  const known = useCourse().lessons.filter(({ id }) => lessons.includes(id));
  if (known.length === 0) return null;
  return (
    <div className={styles.read}>
      <span>{quizWords.readAgain}</span>
      <ul className={styles.lessons}>
        {known.map(({ id, title }) => (
          <li key={id}>
            <AppLink to={paths.lesson.href(id)}>{title}</AppLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
