import { useId } from 'react';
import type { ToldStep } from '#content/types.ts';
import styles from './Still.module.css';

interface StillStepsProps {
  readonly title: string;
  readonly description?: string;
  readonly steps: readonly ToldStep[];
}

/** A picture as its steps: what can be read without a script, and printed. */
export function StillSteps({ title, description, steps }: StillStepsProps) {
  const id = useId();
  return (
    <figure className={styles.box} aria-labelledby={id}>
      <figcaption className={styles.title} id={id}>
        {title}
      </figcaption>
      {description !== undefined && <p className={styles.soft}>{description}</p>}
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <li key={index}>
            <strong>{step.title}</strong>
            <span>{step.text}</span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
