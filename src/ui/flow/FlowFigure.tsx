import { useMemo, useRef, useState, type ReactNode } from 'react';
import { useContentLibrary } from '#app/content-library.ts';
import { paths } from '#app/paths.ts';
import type { FlowScene } from '#app/flow/scene.ts';
import { planFlow } from '#ui/diagram/plan-flow.ts';
import { Sequence } from '#ui/diagram/Sequence.tsx';
import { StepList } from '#ui/diagram/StepList.tsx';
import { useFresh } from '#ui/diagram/use-fresh.ts';
import { usePlayerKeys } from '#ui/diagram/use-player-keys.ts';
import { usePlayer } from '#ui/diagram/use-player.ts';
import { ErrorBoundary } from '#ui/kit/ErrorBoundary.tsx';
import { Plate } from '#ui/kit/Plate.tsx';
import { AppLink } from '#ui/router/AppLink.tsx';
import { flowWords } from '#ui/words/words.ts';
import { Caption } from './Caption.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { SceneFailure } from './SceneFailure.tsx';
import { Transport } from './Transport.tsx';
import { useAnnouncedStep } from './use-announced-step.ts';
import { useScene } from './use-scene.ts';
import { useSeen } from './use-seen.ts';
import styles from './FlowFigure.module.css';

export interface FlowFigureProps {
  readonly scenarioId: string;
  /** The last step that the text has come to; all of them where it is left out. */
  readonly upTo?: number;
  /** What stands in its place until the scenario has been played. */
  readonly waiting?: ReactNode;
}

/** A flow among text: fetched with the engine when it comes near, its place kept until then. */
export function FlowFigure({ scenarioId, upTo, waiting = null }: FlowFigureProps) {
  const { scenarios } = useContentLibrary();
  const { seen, ref } = useSeen();
  const scene = useScene(seen ? scenarioId : null);
  const title = scenarios.find(({ id }) => id === scenarioId)?.title ?? scenarioId;
  return (
    <div className={styles.figure} ref={ref}>
      {scene.state === 'ready' && (
        <ErrorBoundary resetKey={scenarioId}>
          <LiveFigure title={title} whole={scene.scene} scenarioId={scenarioId} upTo={upTo} />
        </ErrorBoundary>
      )}
      {scene.state === 'loading' && waiting}
      {scene.state !== 'ready' && (scene.state === 'failed' || waiting === null) && (
        <Plate title={title}>
          <div className={styles.place}>
            {scene.state === 'failed' ? <SceneFailure retry={scene.retry} /> : <p>{flowWords.loading}</p>}
          </div>
        </Plate>
      )}
    </div>
  );
}

interface LiveFigureProps {
  readonly title: string;
  readonly whole: FlowScene;
  readonly scenarioId: string;
  readonly upTo: number | undefined;
}

function LiveFigure({ title, whole, scenarioId, upTo }: LiveFigureProps) {
  const scene = useMemo(() => ({ ...whole, steps: whole.steps.slice(0, upTo) }), [whole, upTo]);
  const plan = useMemo(() => planFlow(scene), [scene]);
  const { rows } = plan.picture;
  const player = usePlayer(rows.length);
  const fresh = useFresh(player);
  const stage = useRef<HTMLDivElement>(null);
  const [helping, setHelping] = useState(false);
  usePlayerKeys(player, stage, () => setHelping(true));
  useAnnouncedStep(player, scene);
  const here = { scenario: scenarioId, ...(player.step > 0 ? { step: player.step } : {}) };
  return (
    <div ref={stage}>
      <Plate
        title={title}
        foot={
          <div className={styles.foot}>
            <div className={styles.words}>
              <Caption scene={scene} step={player.step} />
              <Transport player={player} rows={rows} compact />
            </div>
            <AppLink to={paths.flow.href(here)}>{flowWords.openTheatre}</AppLink>
          </div>
        }
        twin={{
          summary: flowWords.figureSteps,
          content: <StepList rows={rows} step={player.step} onSelect={player.goTo} />,
        }}
      >
        <Sequence plan={plan} position={player.position} fresh={fresh} />
      </Plate>
      <KeysDialog open={helping} onClose={() => setHelping(false)} />
    </div>
  );
}
