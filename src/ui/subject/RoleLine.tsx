import { classNames } from '#ui/kit/class-names.ts';
import { Icon } from '#ui/kit/Icon.tsx';
import { subjectWords } from '#ui/words/words.ts';
import { along, arrowHead, type Point } from './geometry.ts';
import styles from './shapes.module.css';

export interface RoleLineProps {
  /** At the principal. */
  readonly from: Point;
  /** At the scope. */
  readonly to: Point;
  /** Corners on the way; the key sits on the last stretch. */
  readonly via?: readonly Point[];
  readonly role: string;
  /** Orphaned: its principal is gone, and its end stays open. Pending: granted, not yet effective. */
  readonly state?: RoleState;
}

export type RoleState = 'effective' | 'pending' | 'orphaned';

const looks = {
  effective: { line: undefined, hue: undefined, icon: 'key', remark: null },
  pending: { line: styles.dotted, hue: undefined, icon: 'clock', remark: subjectWords.notYetEffective },
  orphaned: { line: styles.dashed, hue: styles.ghost, icon: 'key', remark: subjectWords.identityNotFound },
} as const;

/** A role assignment: a line with a key, from the principal to the scope. */
export function RoleLine({ from, to, via = [], role, state = 'effective' }: RoleLineProps) {
  const look = looks[state];
  const start = state === 'orphaned' ? along(from, via[0] ?? to, 0.22) : from;
  const last = via.at(-1) ?? start;
  const middle = along(last, to, 0.5);
  const word = classNames(styles.note, styles.middle, styles.over);
  return (
    <g className={classNames(styles.shape, look.hue)}>
      <path
        className={classNames(styles.line, look.line)}
        d={`M${[start, ...via, to].map(({ x, y }) => `${x} ${y}`).join('L')}`}
      />
      <path className={styles.line} d={arrowHead(last, to)} />
      {state === 'orphaned' && <circle className={styles.plate} cx={start.x} cy={start.y} r="4" />}
      <circle className={styles.plate} cx={middle.x} cy={middle.y} r="12" />
      <Icon name={look.icon} size={16} x={middle.x - 8} y={middle.y - 8} />
      <text className={word} x={middle.x} y={middle.y + 27}>
        {role}
      </text>
      {look.remark !== null && (
        <text className={word} x={middle.x} y={middle.y + 42}>
          {look.remark}
        </text>
      )}
    </g>
  );
}
