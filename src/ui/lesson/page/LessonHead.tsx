import { Fragment } from 'react';
import type { Section } from '#app/lesson/outline.ts';
import { useProgress } from '#app/progress/context.ts';
import type { Lesson } from '#content/types.ts';
import { plainText } from '#ui/content/plain-text.ts';
import { Icon } from '#ui/kit/Icon.tsx';
import { lessonWords as words } from '#ui/words/words.ts';
import styles from './LessonHead.module.css';

interface LessonHeadProps {
  readonly lesson: Lesson;
  readonly sections: readonly Section[];
}

/** The beginning of a lesson: where in the course it stands, its name, and the question that opens it. */
export function LessonHead({ lesson, sections }: LessonHeadProps) {
  const isDone = useProgress(({ record }) => record.lessons[lesson.id]?.done === true);
  const { module, place, count } = lesson.course;
  return (
    <header className={styles.head} data-stop>
      <div className={styles.say}>
        <p className={styles.place}>
          <span>{words.place(module, place, count)}</span>
          <span>{words.minutes(lesson.minutes)}</span>
          {isDone && (
            <span className={styles.done}>
              <Icon name="check" />
              {words.done}
            </span>
          )}
        </p>
        <h1 className={styles.title}>{lesson.title}</h1>
        <p className={styles.question}>
          <WholeNames text={lesson.question} />
        </p>
      </div>
      <nav className={styles.contents} aria-labelledby="lesson-contents">
        <h2 className={styles.label} id="lesson-contents">
          {words.contents}
        </h2>
        <ol className={styles.sections}>
          {sections.map(
            ({ id, heading }) =>
              id !== null && (
                <li key={id}>
                  <a href={`#${id}`}>{plainText(heading)}</a>
                </li>
              ),
          )}
        </ol>
      </nav>
    </header>
  );
}

/** Names such as vm-web are not broken at their hyphens: at this size it would be read as two words. */
function WholeNames({ text }: { readonly text: string }) {
  return text.split(' ').map((word, index) => (
    <Fragment key={index}>
      {index > 0 && ' '}
      {word.includes('-') ? <span className={styles.whole}>{word}</span> : word}
    </Fragment>
  ));
}
