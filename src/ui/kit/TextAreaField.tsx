import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { Field, type FieldFrame } from './Field.tsx';
import styles from './Field.module.css';

type NativeArea = Omit<ComponentProps<'textarea'>, 'className' | 'id' | 'onChange' | 'value'>;

export interface TextAreaFieldProps extends FieldFrame, NativeArea {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Several lines of wire text. */
export function TextAreaField({ label, hint, error, value, onChange, ...area }: TextAreaFieldProps) {
  return (
    <Field label={label} error={error} {...(hint === undefined ? {} : { hint })}>
      {(ids) => (
        <textarea
          className={classNames(styles.control, styles.area)}
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          {...area}
          {...ids}
        />
      )}
    </Field>
  );
}
