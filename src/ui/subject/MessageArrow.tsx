import { classNames } from '#ui/kit/class-names.ts';
import { arrowHead, type Point } from './geometry.ts';
import styles from './shapes.module.css';

export interface MessageArrowProps {
  readonly from: Point;
  readonly to: Point;
  /** Solid out, dashed back. */
  readonly kind: 'request' | 'response';
  /** A word beside the line's middle. */
  readonly label?: string;
}

/** A request or a response on its way. */
export function MessageArrow({ from, to, kind, label }: MessageArrowProps) {
  return (
    <g className={styles.shape}>
      <path
        className={classNames(styles.line, kind === 'response' && styles.dashed)}
        d={`M${from.x} ${from.y}L${to.x} ${to.y}`}
      />
      <path className={styles.line} d={arrowHead(from, to)} />
      {label !== undefined && (
        <text
          className={classNames(styles.note, styles.middle, styles.over)}
          x={(from.x + to.x) / 2}
          y={(from.y + to.y) / 2 - 8}
        >
          {label}
        </text>
      )}
    </g>
  );
}
