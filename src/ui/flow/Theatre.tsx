import { useMemo, useState } from 'react';
import type { FlowScene } from '#app/flow/scene.ts';
import { planFlow } from '#ui/diagram/plan-flow.ts';
import { usePlayerKeys } from '#ui/diagram/use-player-keys.ts';
import { usePlayer } from '#ui/diagram/use-player.ts';
import { useIsNarrow } from '#ui/kit/media-query.ts';
import { useDisplayMode } from '#ui/router/display-mode.ts';
import { theatreWords } from '#words/flow/theatre.ts';
import { FullTheatre } from './FullTheatre.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { PresentTheatre } from './PresentTheatre.tsx';
import { useFresh } from '#ui/diagram/use-fresh.ts';
import { useAnnouncedStep } from './use-announced-step.ts';
import { SceneLens } from './SceneLens.tsx';
import { useReadAloud, type ReadAloud } from './use-read-aloud.ts';
import { useStepAddress } from './use-step-address.ts';

interface TheatreProps {
  /** Of the scenario. */
  readonly id: string;
  readonly scene: FlowScene;
  /** The step to open at. */
  readonly initial: number;
}

/** A flow on its stage: in the page, or large and alone for a projector. */
export function Theatre({ id, scene, initial }: TheatreProps) {
  const mode = useDisplayMode();
  const plan = useMemo(() => planFlow(scene), [scene]);
  const player = usePlayer(plan.picture.rows.length, initial);
  const [helping, setHelping] = useState(false);
  const showKeys = (): void => setHelping(true);
  const readAloud = useReadAloud(player, scene);
  usePlayerKeys(player, null, showKeys, readAloud.on === null ? undefined : readAloud.toggle);
  useAnnouncedStep(player, scene);
  useStepAddress(player);
  const fresh = useFresh(player);
  // On a phone there is no room to present in: the page's own shape is the larger one.
  const isNarrow = useIsNarrow();
  const Shape = mode === 'present' && !isNarrow ? PresentTheatre : FullTheatre;
  return (
    <SceneLens scene={scene}>
      <Shape
        id={id}
        scene={scene}
        plan={plan}
        player={player}
        fresh={fresh}
        showKeys={showKeys}
        readAloud={readAloud}
      />
      <KeysDialog open={helping} onClose={() => setHelping(false)} more={keysOf(readAloud)} />
    </SceneLens>
  );
}

function keysOf({ on }: ReadAloud): readonly (readonly [string, string])[] {
  return on === null ? theatreWords.keys : [...theatreWords.keys, ...theatreWords.voiceKeys];
}
