import { subjectWords } from '#ui/words/words.ts';
import { systemTabHeight, systemTabWidth } from './metrics.ts';
import styles from './shapes.module.css';
import { classNames } from '#ui/kit/class-names.ts';

export interface SystemTabProps {
  /** Left end of the tab on the host's edge. */
  readonly x: number;
  readonly y: number;
}

/** A system-assigned identity: a square tab that shares the host's edge, so there is no line between them. */
export function SystemTab({ x, y }: SystemTabProps) {
  return (
    <g className={classNames(styles.shape, styles.system)} transform={`translate(${x} ${y})`}>
      <path className={styles.fill} d={`M0 -1V${systemTabHeight}H${systemTabWidth}V-1Z`} />
      <path className={styles.edge} d={`M0 -0.5V${systemTabHeight}H${systemTabWidth}V-0.5`} />
      <rect className={styles.solid} x="10" y="7.5" width="9" height="9" />
      <text className={styles.hued} x="27" y="16">
        {subjectWords.systemTab}
      </text>
    </g>
  );
}
