import { useId, type ReactNode } from 'react';
import styles from './CheckField.module.css';

export interface CheckFieldProps {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
}

/** A box to tick: a choice that counts when the form is sent. */
export function CheckField(props: CheckFieldProps) {
  return <Toggle {...props} kind="check" />;
}

/** A switch: it acts at once. */
export function SwitchField(props: CheckFieldProps) {
  return <Toggle {...props} kind="switch" />;
}

function Toggle({ label, checked, onChange, hint, disabled, kind }: CheckFieldProps & { kind: 'check' | 'switch' }) {
  const id = useId();
  return (
    <div className={styles.field}>
      <input
        type="checkbox"
        role={kind === 'switch' ? 'switch' : undefined}
        className={kind === 'switch' ? styles.switch : styles.box}
        id={id}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {hint !== undefined && (
        <span className={styles.hint} id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}
