import { useMemo, useRef } from 'react';
import type { SequenceDiagram } from '#content/types.ts';
import { layOut } from '#ui/diagram/layout.ts';
import { planDiagram } from '#ui/diagram/plan-diagram.ts';
import { Sequence } from '#ui/diagram/Sequence.tsx';
import { StepList } from '#ui/diagram/StepList.tsx';
import { useFresh } from '#ui/diagram/use-fresh.ts';
import { usePlayerKeys } from '#ui/diagram/use-player-keys.ts';
import { usePlayer } from '#ui/diagram/use-player.ts';
import { useRoom } from '#ui/diagram/use-room.ts';
import { Transport } from '#ui/flow/Transport.tsx';
import { Plate } from '#ui/kit/Plate.tsx';
import { playerWords } from '#words/flow/player.ts';
import { lessonWords } from '#ui/words/words.ts';
import { useSpokenStep } from './use-spoken-step.ts';
import styles from './SequenceFigure.module.css';

/** A diagram of a lesson: drawn whole, and played step by step; where it is too narrow to draw, its steps are lit. */
export function SequenceFigure({ diagram }: { readonly diagram: SequenceDiagram }) {
  const plan = useMemo(() => planDiagram(diagram), [diagram]);
  const { rows } = plan.picture;
  const player = usePlayer(rows.length, rows.length);
  const stage = useRef<HTMLDivElement>(null);
  usePlayerKeys(player, stage, () => {});
  useSpokenStep(player, rows);
  const fresh = useFresh(player);
  const { room, ref } = useRoom('needed');
  const isDrawn = layOut(plan.picture, room) !== null;
  const { step, count } = player;
  const isWhole = player.mover === 'jump';
  const steps = <StepList rows={rows} step={step} onSelect={player.goTo} />;
  return (
    <div ref={stage}>
      <Plate
        title={diagram.title}
        foot={
          <div className={styles.foot}>
            <p className={styles.caption}>
              {isWhole ? (
                diagram.description
              ) : (
                <>
                  <span className={styles.count}>{playerWords.stepOf(step, count)}</span>
                  <span>{rows[step - 1]?.title ?? playerWords.openingTitle}</span>
                </>
              )}
            </p>
            <Transport player={player} rows={rows} compact />
          </div>
        }
        {...(isDrawn ? { twin: { summary: lessonWords.steps, content: steps } } : {})}
      >
        <div ref={ref}>
          {isDrawn ? <Sequence plan={plan} position={player.position} marked={!isWhole} fresh={fresh} /> : steps}
        </div>
      </Plate>
    </div>
  );
}
