import type { LessonSummary } from '#content/types.ts';
import { PageTitle } from '#ui/router/PageTitle.tsx';
import { courseWords as words } from '#words/lesson/course.ts';
import { LessonList } from './LessonList.tsx';
import styles from './CoursePage.module.css';

interface UnknownLessonProps {
  readonly id: string;
  readonly lessons: readonly LessonSummary[];
}

/** An address that leads to no lesson: says so, and shows those that there are. */
export function UnknownLesson({ id, lessons }: UnknownLessonProps) {
  return (
    <div className={styles.page}>
      <PageTitle title={words.unknownTitle} />
      <header className={styles.head}>
        <div className={styles.say}>
          <h1>{words.unknownTitle}</h1>
          <p className={styles.lead}>{words.unknownText(id)}</p>
        </div>
      </header>
      <LessonList lessons={lessons} current={null} />
    </div>
  );
}
