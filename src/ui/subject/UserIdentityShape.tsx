import { classNames } from '#ui/kit/class-names.ts';
import { subjectWords } from '#ui/words/words.ts';
import { hexagon } from './glyphs.ts';
import { fit, identityHeight } from './metrics.ts';
import styles from './shapes.module.css';

export interface UserIdentityShapeProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly name: string;
}

/** A user-assigned identity: a hexagon that stands by itself; `identityHeight` high. */
export function UserIdentityShape({ x, y, width, name }: UserIdentityShapeProps) {
  return (
    <g className={classNames(styles.shape, styles.user)} transform={`translate(${x} ${y})`}>
      <title>{name}</title>
      <path className={styles.box} d={hexagon(width, identityHeight)} />
      <text className={classNames(styles.name, styles.middle)} x={width / 2} y="22">
        {fit(name, width - 36, 14)}
      </text>
      <text className={classNames(styles.hued, styles.middle)} x={width / 2} y="37">
        {subjectWords.userAssigned}
      </text>
    </g>
  );
}
