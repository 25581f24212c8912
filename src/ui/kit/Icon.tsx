import { iconPaths, type IconName } from './icon-paths.ts';
import styles from './Icon.module.css';

interface DrawingProps {
  /** Side in px of the drawing's own units; text icons leave it out and follow the text. */
  readonly size?: number;
  /** Place inside a parent `<svg>`. */
  readonly x?: number;
  readonly y?: number;
}

export interface IconProps extends DrawingProps {
  readonly name: IconName;
}

/** A line icon; always decoration, so whatever it marks has its name in text. */
export function Icon({ name, ...drawing }: IconProps) {
  return <LineDrawing path={iconPaths[name]} {...drawing} />;
}

/** A drawing on the 20-unit grid that is not one of the icons of the first screens. */
export function LineDrawing({ path, size, x, y }: DrawingProps & { readonly path: string }) {
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
      <path d={path} />
    </svg>
  );
}
