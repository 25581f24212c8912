import { useId } from 'react';
import type { LiveWorld } from '#content/types.ts';
import { InlineContent } from '#ui/content/InlineContent.tsx';
import { lessonWords } from '#ui/words/words.ts';
import { Way } from './Way.tsx';
import styles from './Still.module.css';

const words = lessonWords.still;

/** A live world as a task on paper: what is to be done, what one can do, and a way to do it for who is stuck. */
export function StillWorld({ live: { task, told } }: { readonly live: LiveWorld }) {
  const id = useId();
  return (
    <section className={styles.box} aria-labelledby={id}>
      <h3 className={styles.label} id={id}>
        {words.tryIt}
      </h3>
      <p className={styles.task}>
        <InlineContent content={task} />
      </p>
      {told !== undefined && (
        <>
          <p className={styles.soft}>{told.offer}</p>
          <p className={styles.needs}>{words.needsScript}</p>
          <details className={styles.way}>
            <summary>{words.way}</summary>
            <Way steps={told.way} />
          </details>
        </>
      )}
      <div className={styles.lines} aria-hidden="true" />
    </section>
  );
}
