import { useMemo, useRef, useState } from 'react';
import { paths } from '#app/paths.ts';
import { planLanes } from '#app/lanes/lane-plan.ts';
import type { LaneScriptId } from '#app/lanes/scripts.ts';
import { usePlayerKeys } from '#ui/diagram/use-player-keys.ts';
import { usePlayer } from '#ui/diagram/use-player.ts';
import { KeysDialog } from '#ui/flow/KeysDialog.tsx';
import { Transport } from '#ui/flow/Transport.tsx';
import { Plate } from '#ui/kit/Plate.tsx';
import { AppLink } from '#ui/router/AppLink.tsx';
import { laneWords } from '#words/lanes.ts';
import { CounterTable } from './CounterTable.tsx';
import { LanesView } from './LanesView.tsx';
import { MomentList } from './MomentList.tsx';
import { rowsOf } from './moment-rows.ts';
import { useAnnouncedMoment } from './use-announced-moment.ts';
import { Verdict } from './Verdict.tsx';
import styles from './LanesStage.module.css';

export function ScaleFigure() {
  return <TwoLanesFigure script="scale" />;
}

export function DeleteFigure() {
  return <TwoLanesFigure script="delete" />;
}

export function RecreateFigure() {
  return <TwoLanesFigure script="recreate" />;
}

/** The two lanes among text. */
function TwoLanesFigure({ script }: { readonly script: LaneScriptId }) {
  const plan = useMemo(() => planLanes(script), [script]);
  const rows = useMemo(() => rowsOf(plan), [plan]);
  const player = usePlayer(rows.length);
  const stage = useRef<HTMLDivElement>(null);
  const [helping, setHelping] = useState(false);
  usePlayerKeys(player, stage, () => setHelping(true));
  useAnnouncedMoment(player, plan);
  const moment = plan.moments[player.step];
  if (moment === undefined) return null;
  const { title, text } = laneWords.moments[moment.id];
  const here = { script, ...(player.step > 0 ? { step: player.step } : {}) };
  return (
    <div ref={stage}>
      <Plate
        title={laneWords.scripts[script].title}
        foot={
          <div className={styles.inText}>
            <div className={styles.caption}>
              <p className={styles.count}>{laneWords.stepOf(player.step, rows.length)}</p>
              <p className={styles.title}>{title}</p>
              <p>{text}</p>
            </div>
            <Transport player={player} rows={rows} compact />
            <CounterTable shown={plan.shown} moment={moment} />
            {player.step === rows.length && <Verdict plan={plan} />}
            <AppLink to={paths.lanes.href(here)}>{laneWords.open}</AppLink>
          </div>
        }
        twin={{
          summary: laneWords.asSteps,
          content: <MomentList plan={plan} step={player.step} onSelect={player.goTo} />,
        }}
      >
        <LanesView plan={plan} step={player.step} />
      </Plate>
      <KeysDialog open={helping} onClose={() => setHelping(false)} />
    </div>
  );
}
