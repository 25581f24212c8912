import { use } from 'react';
import { useLessonLibrary } from '#app/content-library.ts';
import { servedBy } from '#app/lesson/serves.ts';
import { courseWords } from '#words/lesson/course.ts';
import styles from './LessonFoot.module.css';

const words = courseWords.serves;

/** The objectives of exams that a lesson serves, exam by exam; exams that have ended are marked as such. */
export function Serves({ objectives }: { readonly objectives: readonly string[] }) {
  const exams = servedBy(use(useLessonLibrary().loadExams()), objectives);
  return (
    <section className={styles.sources} aria-labelledby="lesson-serves">
      <h2 className={styles.label} id="lesson-serves">
        {words.title}
      </h2>
      <ul className={styles.list}>
        {exams.map(({ title, status, href, objectives: served }) => (
          <li key={href}>
            <a href={href} rel="noreferrer">
              {title}
            </a>
            {status !== 'current' && <span className={styles.soft}> ({words.status[status]})</span>}
            <span className={styles.soft}>: {served.map(({ text }) => text).join('; ')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
