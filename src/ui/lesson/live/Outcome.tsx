import { useMemo } from 'react';
import { lastOutcome } from '#app/lesson/live-world.ts';
import type { LastRequest } from '#app/sandbox/answer.ts';
import { useWorld } from '#app/world/WorldProvider.tsx';
import { Caption } from '#ui/flow/Caption.tsx';
import { StepPanel } from '#ui/flow/StepPanel.tsx';
import { PendingRole } from '#ui/sandbox/answer/AnswerPanel.tsx';
import { DeletionCard } from '#ui/sandbox/deletion/DeletionCard.tsx';
import { liveWords as words } from '#words/lesson/live.ts';
import styles from './Outcome.module.css';

/** What came of the last thing that the learner did: an answer and why, or what a deletion left. */
export function Outcome({ startCursor }: { readonly startCursor: number }) {
  const world = useWorld((store) => store.world);
  const outcome = useMemo(() => lastOutcome(world, startCursor), [world, startCursor]);
  if (outcome?.kind === 'deletion') return <DeletionCard report={outcome.report} />;
  return (
    <section className={styles.outcome}>
      <h4 className={styles.title}>{words.outcome}</h4>
      {outcome === null ? (
        <p className={styles.soft}>{words.noOutcome}</p>
      ) : (
        <Answer key={outcome.request.cursor} request={outcome.request} />
      )}
    </section>
  );
}

function Answer({ request }: { readonly request: LastRequest }) {
  const { scene, outcome } = request;
  const last = scene.steps.length;
  return (
    <>
      <Caption scene={scene} step={last} counted={false} />
      {outcome.decision?.pending && <PendingRole last={request} at={outcome.decision.pending.effectiveAt} />}
      <StepPanel scene={scene} step={last} />
    </>
  );
}
