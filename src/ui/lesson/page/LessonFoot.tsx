import { lazy, type Ref } from 'react';
import { paths } from '#app/paths.ts';
import type { Lesson } from '#content/types.ts';
import { buttonClass } from '#ui/kit/button-class.ts';
import { Icon } from '#ui/kit/Icon.tsx';
import { language } from '#ui/router/language.ts';
import { AppLink } from '#ui/router/AppLink.tsx';
import { lessonWords as words } from '#ui/words/words.ts';
import { Nearby } from '../Nearby.tsx';
import styles from './LessonFoot.module.css';

interface LessonFootProps {
  readonly lesson: Lesson;
  /** Whoever sees this has reached the end. */
  readonly endRef: Ref<HTMLElement>;
}

const Serves = lazy(async () => (await import('../live-parts.ts')).liveParts.serves());

/** The end of a lesson: where it comes from, and where to go on. */
export function LessonFoot({ lesson, endRef }: LessonFootProps) {
  const { previous, next } = lesson.course;
  return (
    <footer
      className={styles.foot}
      ref={endRef}
      lang={lesson.language === undefined ? undefined : language.code}
      data-stop
    >
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
      {lesson.objectives.length > 0 && (
        <Nearby size="line">
          <Serves objectives={lesson.objectives} />
        </Nearby>
      )}
      <nav className={styles.around} aria-label={words.around}>
        {previous !== null && (
          <AppLink className={styles.previous} to={paths.lesson.href(previous.id)}>
            <Icon name="chevronLeft" />
            <span className={styles.way}>
              <span className={styles.label}>{words.previousLesson}</span>
              <span>{previous.title}</span>
            </span>
          </AppLink>
        )}
        {next === null ? (
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
        <div className={styles.rest}>
          <AppLink to={paths.lessons.href()}>{words.allLessons}</AppLink>
          <button type="button" className={styles.print} onClick={() => window.print()}>
            {words.print}
          </button>
        </div>
      </nav>
    </footer>
  );
}
