import { classNames } from '#ui/kit/class-names.ts';
import { Icon } from '#ui/kit/Icon.tsx';
import { subjectWords } from '#ui/words/words.ts';
import styles from './shapes.module.css';

export interface VerdictProps {
  /** Left top corner within the parent `<svg>`; 24 high, about 64 wide. */
  readonly x: number;
  readonly y: number;
  readonly allowed: boolean;
  /** Null where the protocol has none. */
  readonly status: number | null;
}

/** A decision at its gate: a check in a circle or a bar in an octagon, with the status code. */
export function Verdict({ x, y, allowed, status }: VerdictProps) {
  return (
    <g
      className={classNames(styles.shape, allowed ? styles.allowed : styles.refused)}
      transform={`translate(${x} ${y})`}
    >
      <title>{allowed ? subjectWords.kinds.allowed : subjectWords.kinds.refused}</title>
      <circle cx="12" cy="12" r="12" fill="var(--surface-raised)" stroke="none" />
      <Icon name={allowed ? 'allowed' : 'refused'} size={24} x={0} y={0} />
      <text className={classNames(styles.status, styles.over)} x="30" y="17">
        {status}
      </text>
    </g>
  );
}
