import type { ComponentProps } from 'react';
import { Field, type FieldFrame } from './Field.tsx';
import { Icon } from './Icon.tsx';
import styles from './Field.module.css';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

export interface SelectGroup {
  readonly label: string;
  readonly options: readonly SelectOption[];
}

type NativeSelect = Omit<ComponentProps<'select'>, 'className' | 'id' | 'onChange' | 'value' | 'children'>;

export interface SelectFieldProps extends FieldFrame, NativeSelect {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly (SelectOption | SelectGroup)[];
}

/** One of a list; groups have a heading. */
export function SelectField({ label, hint, error, value, onChange, options, ...select }: SelectFieldProps) {
  return (
    <Field label={label} error={error} {...(hint === undefined ? {} : { hint })}>
      {(ids) => (
        <span className={styles.select}>
          <select
            className={styles.control}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            {...select}
            {...ids}
          >
            {options.map((option) =>
              'options' in option ? (
                <optgroup key={option.label} label={option.label}>
                  {option.options.map((inner) => (
                    <Option key={inner.value} option={inner} />
                  ))}
                </optgroup>
              ) : (
                <Option key={option.value} option={option} />
              ),
            )}
          </select>
          <Icon name="chevronDown" />
        </span>
      )}
    </Field>
  );
}

function Option({ option }: { readonly option: SelectOption }) {
  return (
    <option value={option.value} disabled={option.disabled}>
      {option.label}
    </option>
  );
}
