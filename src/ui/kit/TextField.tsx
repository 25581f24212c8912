import type { ComponentProps } from 'react';
import { Field, type FieldFrame } from './Field.tsx';
import styles from './Field.module.css';

type NativeInput = Omit<ComponentProps<'input'>, 'className' | 'id' | 'onChange' | 'value' | 'type'>;

export interface TextFieldProps extends FieldFrame, NativeInput {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One line of text. Autocorrection is off: what is typed here are names. */
export function TextField({ label, hint, error, value, onChange, ...input }: TextFieldProps) {
  return (
    <Field label={label} error={error} {...(hint === undefined ? {} : { hint })}>
      {(ids) => (
        <input
          type="text"
          className={styles.control}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          {...input}
          {...ids}
        />
      )}
    </Field>
  );
}
