import { useEffect, useState } from 'react';
import type { Player } from './use-player.ts';

/** How long a highlight lasts. */
const lasting = 900;

/** True for a moment after a step that jumped: without motion, a highlight says what changed. */
export function useFresh({ step, still }: Player): boolean {
  const [seen, setSeen] = useState(step);

  useEffect(() => {
    const timer = setTimeout(() => setSeen(step), lasting);
    return () => clearTimeout(timer);
  }, [step]);

  return still && step !== 0 && seen !== step;
}
