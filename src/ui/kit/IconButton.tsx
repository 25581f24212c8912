import type { ComponentProps } from 'react';
import type { IconName } from './icon-paths.ts';
import { Icon } from './Icon.tsx';
import styles from './IconButton.module.css';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'children' | 'name'> {
  /** What it does, read aloud and shown on hover. */
  readonly name: string;
  readonly icon: IconName;
}

/** A square button with an icon for its face; `aria-pressed` makes it a toggle. */
export function IconButton({ name, icon, ...button }: IconButtonProps) {
  return (
    <button type="button" className={styles.button} aria-label={name} title={name} {...button}>
      <Icon name={icon} />
    </button>
  );
}
