import { memo, useMemo } from 'react';
import { classNames } from '#ui/kit/class-names.ts';
import { EnclosureView } from './EnclosureView.tsx';
import { HolderView } from './HolderView.tsx';
import { LaneView } from './LaneView.tsx';
import { layOut, type Layout } from './layout.ts';
import type { Row } from './picture.ts';
import type { Frame, Plan } from './plan.ts';
import { RoleMarks } from './RoleMarks.tsx';
import { RowView } from './RowView.tsx';
import { useRoom, type Height } from './use-room.ts';
import styles from './Sequence.module.css';

export interface SequenceProps {
  readonly plan: Plan;
  /** Steps done, and as its fraction how far the next one is; every step where it is left out. */
  readonly position?: number;
  /** Marks the newest step; off for a picture that does not move. */
  readonly marked?: boolean;
  /** Highlights the newest step. */
  readonly fresh?: boolean;
  /** How high it may be; what it needs where it is left out. */
  readonly height?: Height;
}

/** A sequence of messages between lanes, as it stands at a position. Where the room is too narrow it draws nothing: its list does. */
export function Sequence(props: SequenceProps) {
  const { plan, position = plan.picture.rows.length, marked = true, fresh = false, height = 'needed' } = props;
  const { room, ref } = useRoom(height);
  const layout = useMemo(() => layOut(plan.picture, room), [plan, room]);
  return (
    <div ref={ref} className={height === 'element' ? styles.fill : styles.room}>
      {layout !== null && <Drawing plan={plan} layout={layout} position={position} marked={marked} fresh={fresh} />}
    </div>
  );
}

interface DrawingProps {
  readonly plan: Plan;
  readonly layout: Layout;
  readonly position: number;
  readonly marked: boolean;
  readonly fresh: boolean;
}

/** The drawing itself, in a layout that is given. */
export function Drawing({ plan, layout, position, marked, fresh }: DrawingProps) {
  const { picture, frames } = plan;
  const done = Math.floor(position);
  const progress = position - done;
  // A message on its way belongs to the step that it leads to, but nobody holds what has not arrived.
  const shown = Math.min(Math.ceil(position), frames.length - 1);
  const frame = frames[done];
  const current = marked ? shown - 1 : null;
  if (frame === undefined) return null;
  return (
    <svg
      className={styles.drawing}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="img"
      aria-label={picture.description}
    >
      <Ground plan={plan} layout={layout} frame={frame} current={current} fresh={fresh} />
      {picture.rows.slice(0, shown).map((row, index) => {
        const place = layout.rows[index];
        if (place === undefined) return null;
        const flying = index === done;
        return (
          <RowView
            key={index}
            row={row}
            place={place}
            number={index + 1}
            compact={layout.compact}
            spelled={layout.spelled}
            current={index === current}
            refusing={refuses(row)}
            progress={flying ? progress : 1}
          />
        );
      })}
      {frame.holders.map(({ lane, token }) => (
        <HolderView key={lane} lane={lane} token={token} layout={layout} picture={picture} />
      ))}
    </svg>
  );
}

interface GroundProps {
  readonly plan: Plan;
  readonly layout: Layout;
  readonly frame: Frame;
  readonly current: number | null;
  readonly fresh: boolean;
}

/** What stands still while a message flies. */
const Ground = memo(function Ground({ plan, layout, frame, current, fresh }: GroundProps) {
  const { lanes, enclosures, rows } = plan.picture;
  const row = current === null ? undefined : rows[current];
  const place = current === null ? undefined : layout.rows[current];
  const ends = row === undefined || row.kind === 'pause' ? [] : [row.from, row.to];
  return (
    <>
      {enclosures.map((enclosure, index) => {
        const around = layout.enclosures[index];
        return around === undefined ? null : (
          <EnclosureView key={index} enclosure={enclosure} place={around} compact={layout.compact} />
        );
      })}
      {place !== undefined && (
        <rect
          className={classNames(styles.band, refuses(row) && styles.refusingBand, fresh && styles.fresh)}
          x="0"
          y={place.y - layout.rowHeight / 2 - 5}
          width={layout.width}
          height={layout.rowHeight}
          rx="6"
        />
      )}
      {lanes.map((lane) => (
        <LaneView
          key={lane.id}
          lane={lane}
          layout={layout}
          active={ends.includes(lane.id)}
          bystander={frame.bystanders.includes(lane.id)}
        />
      ))}
      <RoleMarks picture={plan.picture} layout={layout} row={row} />
    </>
  );
});

function refuses(row: Row | undefined): boolean {
  return row !== undefined && row.kind !== 'pause' && row.verdict?.allowed === false;
}
