import type { ComponentProps } from 'react';
import type { IconName } from './icon-paths.ts';
import { Icon, LineDrawing } from './Icon.tsx';
import styles from './IconButton.module.css';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'children' | 'name'> {
  /** What it does, read aloud and shown on hover. */
  readonly name: string;
  /** One of the icons, or a drawing that only its user has. */
  readonly icon: IconName | { readonly path: string };
}

/** A square button with an icon for its face; `aria-pressed` makes it a toggle. */
export function IconButton({ name, icon, ...button }: IconButtonProps) {
  return (
    <button type="button" className={styles.button} aria-label={name} title={name} {...button}>
      {typeof icon === 'string' ? <Icon name={icon} /> : <LineDrawing path={icon.path} />}
    </button>
  );
}
