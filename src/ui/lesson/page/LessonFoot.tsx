import type { Ref } from 'react';
import { paths } from '#app/paths.ts';
import type { Lesson, LessonSummary } from '#content/types.ts';
import { buttonClass } from '#ui/kit/button-class.ts';
import { Icon } from '#ui/kit/Icon.tsx';
import { AppLink } from '#ui/router/AppLink.tsx';
import { lessonWords as words } from '#ui/words/words.ts';
import styles from './LessonFoot.module.css';

interface LessonFootProps {
  readonly lesson: Lesson;
  readonly previous: LessonSummary | undefined;
  readonly next: LessonSummary | undefined;
  /** Whoever sees this has reached the end. */
  readonly endRef: Ref<HTMLElement>;
}

/** The end of a lesson: where it comes from, and where to go on. */
export function LessonFoot({ lesson, previous, next, endRef }: LessonFootProps) {
  return (
    <footer className={styles.foot} ref={endRef} data-stop>
      <section className={styles.sources} aria-labelledby="lesson-sources">
        <h2 className={styles.label} id="lesson-sources">
          {words.sources}
        </h2>
        <ul className={styles.list}>
          {lesson.sources.map(({ title, href }) => (
            <li key={href}>
              <a href={href} rel="noreferrer">
                {title}
              </a>
            </li>
          ))}
        </ul>
      </section>
      <nav className={styles.around} aria-label={words.around}>
        {previous !== undefined && (
          <AppLink className={styles.previous} to={paths.lesson.href(previous.id)}>
            <Icon name="chevronLeft" />
            <span className={styles.way}>
              <span className={styles.label}>{words.previousLesson}</span>
              <span>{previous.title}</span>
            </span>
          </AppLink>
        )}
        {next === undefined ? (
          <div className={styles.last}>
            <p>{words.lastLesson}</p>
            <AppLink className={buttonClass('primary')} to={paths.quizzes.href()}>
              {words.quizzes}
            </AppLink>
          </div>
        ) : (
          <AppLink className={styles.next} to={paths.lesson.href(next.id)}>
            <span className={styles.way}>
              <span className={styles.label}>{words.nextLesson}</span>
              <span className={styles.nextTitle}>{next.title}</span>
              <span className={styles.question}>{next.question}</span>
            </span>
            <Icon name="arrowRight" />
          </AppLink>
        )}
        <AppLink className={styles.all} to={paths.lessons.href()}>
          {words.allLessons}
        </AppLink>
      </nav>
    </footer>
  );
}
