import { classNames } from '#ui/kit/class-names.ts';
import type { Point } from './geometry.ts';
import styles from './shapes.module.css';

export interface TetherProps {
  /** At the user-assigned identity. */
  readonly from: Point;
  /** At the host. */
  readonly to: Point;
  /** The identity is gone, the host still refers to it. */
  readonly stale?: boolean;
}

/** Ties a user-assigned identity to a host that may use it. */
export function Tether({ from, to, stale = false }: TetherProps) {
  return (
    <g className={classNames(styles.shape, stale ? styles.ghost : styles.user)}>
      <path className={classNames(styles.line, stale && styles.dashed)} d={`M${from.x} ${from.y}L${to.x} ${to.y}`} />
      <circle className={styles.solid} cx={from.x} cy={from.y} r="3" />
      <circle className={styles.plate} cx={to.x} cy={to.y} r="4" />
    </g>
  );
}
