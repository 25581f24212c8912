import { useId, useMemo, useState } from 'react';
import type { LanePlan } from '#app/lanes/lane-plan.ts';
import { usePlayerKeys } from '#ui/diagram/use-player-keys.ts';
import { usePlayer } from '#ui/diagram/use-player.ts';
import { KeysDialog } from '#ui/flow/KeysDialog.tsx';
import { Transport } from '#ui/flow/Transport.tsx';
import { useStepAddress } from '#ui/flow/use-step-address.ts';
import { IconButton } from '#ui/kit/IconButton.tsx';
import { flowWords } from '#ui/words/words.ts';
import { laneWords } from '#words/lanes.ts';
import { CounterTable } from './CounterTable.tsx';
import { LanesView } from './LanesView.tsx';
import { MomentList } from './MomentList.tsx';
import { rowsOf } from './moment-rows.ts';
import { useAnnouncedMoment } from './use-announced-moment.ts';
import { Verdict } from './Verdict.tsx';
import styles from './LanesStage.module.css';

interface LanesStageProps {
  readonly plan: LanePlan;
  /** The step to open at. */
  readonly initial: number;
}

/** A script in two lanes: the pictures, the controls, the counters, the steps, and what follows from them. */
export function LanesStage({ plan, initial }: LanesStageProps) {
  const rows = useMemo(() => rowsOf(plan), [plan]);
  const player = usePlayer(rows.length, initial);
  const [helping, setHelping] = useState(false);
  const heading = useId();
  usePlayerKeys(player, null, () => setHelping(true));
  useAnnouncedMoment(player, plan);
  useStepAddress(player);
  const moment = plan.moments[player.step];
  if (moment === undefined) return null;
  const { title, text } = laneWords.moments[moment.id];
  const isOver = player.step === rows.length;
  return (
    <div className={styles.stage}>
      <div className={styles.pictures}>
        <LanesView plan={plan} step={player.step} />
        <div className={styles.foot}>
          <div className={styles.caption}>
            <p className={styles.count}>{laneWords.stepOf(player.step, rows.length)}</p>
            <p className={styles.title}>{title}</p>
            <p>{text}</p>
          </div>
          <Transport player={player} rows={rows} compact>
            <IconButton name={flowWords.keysButton} icon="question" onClick={() => setHelping(true)} />
          </Transport>
        </div>
      </div>
      <div className={styles.below}>
        <div className={styles.counted}>
          <CounterTable shown={plan.shown} moment={moment} />
          {isOver && <Verdict plan={plan} />}
        </div>
        <section aria-labelledby={heading}>
          <h2 className={styles.heading} id={heading}>
            {laneWords.steps}
          </h2>
          <MomentList plan={plan} step={player.step} onSelect={player.goTo} />
        </section>
      </div>
      <KeysDialog open={helping} onClose={() => setHelping(false)} />
    </div>
  );
}
