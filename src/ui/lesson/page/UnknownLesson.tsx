import { useCourse } from '#app/content-library.ts';
import { PageTitle } from '#ui/router/PageTitle.tsx';
import { courseWords as words } from '#words/lesson/course.ts';
import { ModuleList } from './ModuleList.tsx';
import styles from './CoursePage.module.css';

/** An address that leads to no lesson: says so, and shows those that there are. */
export function UnknownLesson({ id }: { readonly id: string }) {
  const { lessons, modules } = useCourse();
  return (
    <div className={styles.page}>
      <PageTitle title={words.unknownTitle} />
      <header className={styles.head}>
        <div className={styles.say}>
          <h1>{words.unknownTitle}</h1>
          <p className={styles.lead}>{words.unknownText(id)}</p>
        </div>
      </header>
      <ModuleList lessons={lessons} modules={modules} current={null} />
    </div>
  );
}
