import { useMemo, useState } from 'react';
import type { FlowScene } from '#app/flow/scene.ts';
import { planFlow } from '#ui/diagram/plan-flow.ts';
import { usePlayerKeys } from '#ui/diagram/use-player-keys.ts';
import { usePlayer } from '#ui/diagram/use-player.ts';
import { useDisplayMode } from '#ui/router/display-mode.ts';
import { FullTheatre } from './FullTheatre.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { PresentTheatre } from './PresentTheatre.tsx';
import { useFresh } from '#ui/diagram/use-fresh.ts';
import { useAnnouncedStep } from './use-announced-step.ts';
import { useStepAddress } from './use-step-address.ts';

interface TheatreProps {
  readonly scene: FlowScene;
  /** The step to open at. */
  readonly initial: number;
}

/** A flow on its stage: in the page, or large and alone for a projector. */
export function Theatre({ scene, initial }: TheatreProps) {
  const mode = useDisplayMode();
  const plan = useMemo(() => planFlow(scene), [scene]);
  const player = usePlayer(plan.picture.rows.length, initial);
  const [helping, setHelping] = useState(false);
  const showKeys = (): void => setHelping(true);
  usePlayerKeys(player, null, showKeys);
  useAnnouncedStep(player, scene);
  useStepAddress(player);
  const fresh = useFresh(player);
  const Shape = mode === 'present' ? PresentTheatre : FullTheatre;
  return (
    <>
      <Shape scene={scene} plan={plan} player={player} fresh={fresh} showKeys={showKeys} />
      <KeysDialog open={helping} onClose={() => setHelping(false)} />
    </>
  );
}
