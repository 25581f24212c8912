import { useEffect, useEffectEvent, useRef } from 'react';
import { useAnnounce } from '#ui/kit/announce.ts';
import type { Player } from './use-player.ts';

/**
 * Speaks each step once when it is reached by a key, a button or by playing; the slider speaks for itself. What is
 * said of a step may be nothing.
 */
export function useSpokenSteps({ step, mover }: Player, said: (step: number) => string | null): void {
  const announce = useAnnounce();
  const spoken = useRef(step);

  const speak = useEffectEvent((reached: number) => {
    if (spoken.current === reached) return;
    spoken.current = reached;
    if (mover === 'scrub' || mover === 'jump') return;
    const text = said(reached);
    if (text !== null) announce(text);
  });

  useEffect(() => speak(step), [step]);
}
