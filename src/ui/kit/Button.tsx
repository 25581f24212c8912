import type { ComponentProps } from 'react';
import { buttonClass, type ButtonVariant } from './button-class.ts';
import type { IconName } from './icon-paths.ts';
import { Icon } from './Icon.tsx';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  readonly variant?: ButtonVariant;
  readonly icon?: IconName;
}

/** A button says what it does with a verb: "Delete vm-web", not "Confirm". */
export function Button({ variant = 'secondary', icon, children, ...button }: ButtonProps) {
  return (
    <button type="button" className={buttonClass(variant)} {...button}>
      {icon !== undefined && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}
