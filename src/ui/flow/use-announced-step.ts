import { useEffect, useRef } from 'react';
import type { FlowScene } from '#app/flow/scene.ts';
import type { Player } from '#ui/diagram/use-player.ts';
import { useAnnounce } from '#ui/kit/announce.ts';
import { captionOf } from './caption.ts';
import { flowWords } from '#ui/words/words.ts';

/** Speaks each step once when it is reached by a key, a button or by playing; the slider speaks for itself. */
export function useAnnouncedStep(player: Player, scene: FlowScene): void {
  const announce = useAnnounce();
  const { step, mover, count } = player;
  const spoken = useRef(step);

  useEffect(() => {
    if (spoken.current === step) return;
    spoken.current = step;
    if (mover === 'scrub' || mover === 'jump') return;
    const { title, text } = captionOf(scene, step);
    announce(flowWords.announce(step, count, title, text));
  }, [announce, scene, step, mover, count]);
}
