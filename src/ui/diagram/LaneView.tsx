import { classNames } from '#ui/kit/class-names.ts';
import { diagramWords } from '#ui/words/words.ts';
import { CompactHead } from './CompactHead.tsx';
import { HeadView } from './HeadView.tsx';
import type { Layout } from './layout.ts';
import type { Lane } from './picture.ts';
import styles from './Sequence.module.css';

interface LaneViewProps {
  readonly lane: Lane;
  readonly layout: Layout;
  /** The newest message begins or ends here. */
  readonly active: boolean;
  /** The flow has ended and never came here. */
  readonly bystander: boolean;
}

/** Somebody's head and the line that hangs from it. */
export function LaneView({ lane, layout, active, bystander }: LaneViewProps) {
  const place = layout.lanes.get(lane.id);
  if (place === undefined) return null;
  const { x, head } = place;
  const View = layout.compact ? CompactHead : HeadView;
  return (
    <g className={classNames(styles.lane, active && styles.active, bystander && styles.bystander)}>
      <path className={styles.lifeline} d={`M${x} ${head.y + head.height}V${layout.bottom}`} />
      <View head={lane.head} box={head} />
      {bystander && (
        <text className={classNames(styles.note, styles.centred, styles.over)} x={x} y={layout.slot + 4}>
          {diagramWords.notReached}
        </text>
      )}
    </g>
  );
}
