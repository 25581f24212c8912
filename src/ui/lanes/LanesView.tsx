import { useMemo } from 'react';
import { laneKinds } from '#app/lanes/lane.ts';
import type { LaneKind } from '#app/lanes/lane.ts';
import type { LanePlan, LaneView } from '#app/lanes/lane-plan.ts';
import { useRoom } from '#ui/diagram/use-room.ts';
import { Mark } from '#ui/subject/Mark.tsx';
import { laneWords } from '#words/lanes.ts';
import { frameOf } from './lane-layout.ts';
import { LaneDrawing } from './LaneDrawing.tsx';
import styles from './LanesView.module.css';

interface LanesViewProps {
  readonly plan: LanePlan;
  readonly step: number;
}

/** Both lanes at a moment, side by side where there is room. */
export function LanesView({ plan, step }: LanesViewProps) {
  const moment = plan.moments[step];
  if (moment === undefined) return null;
  return (
    <div className={styles.lanes}>
      {laneKinds.map((kind) => (
        <LaneColumn key={kind} kind={kind} plan={plan} view={moment.lanes[kind]} />
      ))}
    </div>
  );
}

const marks = { system: 'systemAssignedIdentity', user: 'userAssignedIdentity' } as const;

interface LaneColumnProps {
  readonly kind: LaneKind;
  readonly plan: LanePlan;
  readonly view: LaneView;
}

function LaneColumn({ kind, plan, view }: LaneColumnProps) {
  const { room, ref } = useRoom('needed');
  const frame = useMemo(() => frameOf(plan, kind, room.width), [plan, kind, room.width]);
  return (
    <section className={styles.lane} aria-label={laneWords.lanes[kind]}>
      <p className={styles.title}>
        {laneWords.lanes[kind]} <Mark kind={marks[kind]} />
      </p>
      <div ref={ref}>
        <LaneDrawing kind={kind} picture={view.picture} frame={frame} />
      </div>
    </section>
  );
}
