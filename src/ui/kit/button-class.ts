import styles from './Button.module.css';
import iconStyles from './IconButton.module.css';
import { classNames } from './class-names.ts';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

/** The look of a button, for links that lead to the next thing to do. */
export function buttonClass(variant: ButtonVariant = 'secondary'): string {
  return classNames(styles.button, styles[variant]);
}

/** The look of an icon button, for links. */
export const iconButtonClass = iconStyles.button;
