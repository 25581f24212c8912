import { subjectWords } from '#ui/words/words.ts';
import { KindIcon } from './KindIcon.tsx';
import type { MachineKind } from './kinds.ts';
import { fit, hostHeight } from './metrics.ts';
import { SystemTab } from './SystemTab.tsx';
import styles from './shapes.module.css';

export interface HostShapeProps {
  /** Left top corner within the parent `<svg>`. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly kind: MachineKind;
  readonly name: string;
  /** Draws the tab of its system-assigned identity, fused to the lower edge. */
  readonly systemAssigned?: boolean;
}

/** A host: a rounded box with its kind; `hostHeight` high, and `systemTabHeight` more with its tab. */
export function HostShape({ x, y, width, kind, name, systemAssigned = false }: HostShapeProps) {
  return (
    <g className={styles.shape} transform={`translate(${x} ${y})`}>
      <title>{name}</title>
      <rect className={styles.box} width={width} height={hostHeight} rx="8" />
      <KindIcon kind={kind} size={24} x={12} y={16} />
      <text className={styles.name} x="46" y="25">
        {fit(name, width - 54, 14)}
      </text>
      <text className={styles.note} x="46" y="42">
        {subjectWords.kinds[kind]}
      </text>
      {systemAssigned && <SystemTab x={12} y={hostHeight} />}
    </g>
  );
}
