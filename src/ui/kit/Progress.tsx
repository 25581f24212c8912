import { useId } from 'react';
import styles from './Progress.module.css';

export interface ProgressProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  /** The state in words, such as "3 of 12"; shown at the right. */
  readonly text?: string;
}

/** How far along. */
export function Progress({ label, value, max, text }: ProgressProps) {
  const id = useId();
  return (
    <div className={styles.progress}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {text !== undefined && <span className={styles.text}>{text}</span>}
      <progress className={styles.bar} id={id} value={value} max={max} aria-valuetext={text} />
    </div>
  );
}
