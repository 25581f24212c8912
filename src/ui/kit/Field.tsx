import { useId, type ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import styles from './Field.module.css';

export interface FieldFrame {
  readonly label: ReactNode;
  /** What to write, and why; shown before there is an error. */
  readonly hint?: ReactNode;
  /** First what is wrong, then what to do. */
  readonly error?: string | null | undefined;
}

export interface FieldIds {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FieldProps extends FieldFrame {
  readonly children: (ids: FieldIds) => ReactNode;
}

/** Label, control, hint and error of one field; the error is announced when it appears. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const wrong = error !== undefined && error !== null && error !== '';
  const described = [hint === undefined ? null : `${id}-hint`, wrong ? `${id}-error` : null].filter(Boolean);
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {hint !== undefined && (
        <span className={styles.hint} id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {children({
        id,
        'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
        'aria-invalid': wrong ? true : undefined,
      })}
      <span className={styles.error} id={`${id}-error`} aria-live="polite">
        {wrong && (
          <>
            <Icon name="refused" />
            <span>{error}</span>
          </>
        )}
      </span>
    </div>
  );
}
