import type { Course } from '#app/content-library.ts';
import { continuation, type Continuation } from '#app/lesson/course.ts';
import { paths } from '#app/paths.ts';
import { useProgress } from '#app/progress/context.ts';
import { buttonClass } from '#ui/kit/button-class.ts';
import { Icon } from '#ui/kit/Icon.tsx';
import { Progress } from '#ui/kit/Progress.tsx';
import { AppLink } from '#ui/router/AppLink.tsx';
import { courseWords as words } from '#words/lesson/course.ts';
import { ModuleList } from './ModuleList.tsx';
import styles from './CoursePage.module.css';

/** The course: every lesson with its question, module by module, and the way to go on. */
export function CoursePage({ lessons, modules }: Course) {
  const record = useProgress((progress) => progress.record);
  const next = continuation(lessons, record);
  const done = lessons.filter(({ id }) => record.lessons[id]?.done === true).length;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div className={styles.say}>
          <h1>{words.title}</h1>
          <p className={styles.lead}>{words.lead(lessons.length)}</p>
        </div>
        <div className={styles.go}>
          {done > 0 && (
            <Progress
              label={words.progress}
              value={done}
              max={lessons.length}
              text={words.doneOf(done, lessons.length)}
            />
          )}
          {next === null ? <p>{words.again}</p> : <GoOn next={next} />}
        </div>
      </header>
      <ModuleList lessons={lessons} modules={modules} current={next?.lesson.id ?? null} />
    </div>
  );
}

function GoOn({ next }: { readonly next: Continuation }) {
  const { lesson, section, kind } = next;
  const href = paths.lesson.href(lesson.id);
  const name = { begin: words.start, goOn: words.goOn(lesson.title), next: words.next(lesson.title) }[kind];
  return (
    <AppLink className={buttonClass('primary')} to={section === null ? href : `${href}#${section}`}>
      {name}
      <Icon name="arrowRight" />
    </AppLink>
  );
}
