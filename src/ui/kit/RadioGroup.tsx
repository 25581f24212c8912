import { useId, type ReactNode } from 'react';
import styles from './RadioGroup.module.css';

export interface RadioOption {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
}

export interface RadioGroupProps {
  readonly legend: ReactNode;
  readonly value: string | null;
  readonly onChange: (value: string) => void;
  readonly options: readonly RadioOption[];
  /** Side by side where there is room, for short labels. */
  readonly inline?: boolean;
}

/** One of a few, all of them in sight. */
export function RadioGroup({ legend, value, onChange, options, inline = false }: RadioGroupProps) {
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={inline ? styles.inline : styles.stack}>
        {options.map((option, index) => (
          <div key={option.value} className={styles.option}>
            <input
              type="radio"
              className={styles.dot}
              id={`${name}-${index}`}
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              aria-describedby={option.hint === undefined ? undefined : `${name}-${index}-hint`}
              onChange={() => onChange(option.value)}
            />
            <label className={styles.label} htmlFor={`${name}-${index}`}>
              {option.label}
            </label>
            {option.hint !== undefined && (
              <span className={styles.hint} id={`${name}-${index}-hint`}>
                {option.hint}
              </span>
            )}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
