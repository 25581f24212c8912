import { classNames } from '#ui/kit/class-names.ts';
import { LineDrawing } from '#ui/kit/Icon.tsx';
import { iconPaths } from '#ui/kit/icon-paths.ts';
import { sealGlyph } from '#ui/subject/glyphs.ts';
import { pathOfKind } from '#ui/subject/kinds.ts';
import { fit } from '#ui/subject/metrics.ts';
import type { Box } from './layout.ts';
import type { Head, Seal } from './picture.ts';
import styles from './Sequence.module.css';

interface CompactHeadProps {
  readonly head: Head;
  readonly box: Box;
}

/** The head of a lane where there is little room: its mark, and its name beneath. */
export function CompactHead({ head, box }: CompactHeadProps) {
  const middle = box.x + box.width / 2;
  if (head.kind === 'principals') {
    return head.seals.map((seal, index) => (
      <SmallSeal
        key={seal.id}
        seal={seal}
        x={middle}
        y={box.y + index * 46}
        width={box.width}
        alone={head.seals.length === 1}
      />
    ));
  }
  const isTarget = head.kind === 'target';
  return (
    <g>
      <rect className={styles.station} x={middle - 18} y={box.y} width="36" height="36" rx={isTarget ? 2 : 6} />
      {isTarget && <path className={styles.gate} d={`M${middle - 14} ${box.y}v36`} />}
      <g className={styles.title}>
        <LineDrawing path={pathOf(head)} size={20} x={middle - (isTarget ? 8 : 10)} y={box.y + 8} />
      </g>
      <Name text={head.kind === 'station' ? head.short : head.label} x={middle} y={box.y + 51} width={box.width} />
    </g>
  );
}

function pathOf(head: Exclude<Head, { kind: 'principals' }>) {
  if (head.kind === 'station') return pathOfKind[head.icon];
  return head.kind === 'target' && head.target !== null ? pathOfKind[head.target] : iconPaths.question;
}

interface SmallSealProps {
  readonly seal: Seal;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly alone: boolean;
}

function SmallSeal({ seal, x, y, width, alone }: SmallSealProps) {
  const { name, of, deleted } = seal;
  const radius = alone ? 17 : 12;
  return (
    <g className={deleted === null ? styles[of] : styles.gone}>
      <circle className={styles.seal} cx={x} cy={y + radius + 1} r={radius} />
      <path
        className={deleted === null ? styles.glyph : styles.seal}
        transform={`translate(${x} ${y + radius + 1}) scale(${alone ? 1 : 0.75})`}
        d={sealGlyph[of]}
      />
      <Name text={name} x={x} y={y + (alone ? 51 : 40)} width={width} />
    </g>
  );
}

function Name({
  text,
  x,
  y,
  width,
}: {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}) {
  return (
    <text className={classNames(styles.small, styles.centred)} x={x} y={y}>
      {fit(text, width * 1.14, 11)}
    </text>
  );
}
