import { iconPaths, type IconName } from './icon-paths.ts';
import styles from './Icon.module.css';

export interface IconProps {
  readonly name: IconName;
  /** Side in px of the drawing's own units; text icons leave it out and follow the text. */
  readonly size?: number;
  /** Place inside a parent `<svg>`. */
  readonly x?: number;
  readonly y?: number;
}

/** A line icon; always decoration, so whatever it marks has its name in text. */
export function Icon({ name, size, x, y }: IconProps) {
  return (
    <svg
      className={size === undefined ? styles.text : styles.icon}
      viewBox="0 0 20 20"
      width={size ?? 20}
      height={size ?? 20}
      {...(x === undefined ? {} : { x })}
      {...(y === undefined ? {} : { y })}
      aria-hidden="true"
      focusable="false"
    >
      <path d={iconPaths[name]} />
    </svg>
  );
}
