import { subjectWords } from '#ui/words/words.ts';
import { KindIcon } from './KindIcon.tsx';
import type { TargetKind } from './kinds.ts';
import { fit, hostHeight } from './metrics.ts';
import styles from './shapes.module.css';

export interface TargetShapeProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly kind: TargetKind;
  readonly name: string;
}

/** What a token opens: a square box whose double left edge is the gate where calls are decided; `hostHeight` high. */
export function TargetShape({ x, y, width, kind, name }: TargetShapeProps) {
  return (
    <g className={styles.shape} transform={`translate(${x} ${y})`}>
      <title>{name}</title>
      <rect className={styles.box} width={width} height={hostHeight} rx="2" />
      <path className={styles.edge} d={`M5 0V${hostHeight}`} />
      <KindIcon kind={kind} size={24} x={16} y={16} />
      <text className={styles.name} x="50" y="25">
        {fit(name, width - 56, 14)}
      </text>
      <text className={styles.note} x="50" y="42">
        {subjectWords.kinds[kind]}
      </text>
    </g>
  );
}
