import { useEffect, useState, type RefObject } from 'react';
import { useReducedMotion } from '#ui/kit/media-query.ts';

/** How long a message stays in sight: its hop, and time to read its caption. */
const dwell = 2600;

export interface MiniaturePlayer {
  /** Messages sent so far, 0 to `count`. */
  readonly sent: number;
  readonly playing: boolean;
  readonly play: () => void;
  readonly pause: () => void;
  readonly go: (sent: number) => void;
}

/** Owns the clock of the miniature: it plays once when first seen, and rests at its end. */
export function useMiniaturePlayer(count: number, stage: RefObject<HTMLElement | null>): MiniaturePlayer {
  const still = useReducedMotion();
  const [reached, setReached] = useState<number | null>(null);
  const [running, setRunning] = useState(false);
  // Who asks for no motion begins with the finished picture.
  const sent = reached ?? (still ? count : 0);
  const playing = running && sent < count;

  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => setReached(sent + 1), sent === 0 ? 400 : dwell);
    return () => clearTimeout(timer);
  }, [playing, sent]);

  useEffect(() => {
    const element = stage.current;
    if (still || element === null || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        setRunning(true);
        observer.disconnect();
      },
      { threshold: 0.6 },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [still, stage]);

  return {
    sent,
    playing,
    play: () => {
      if (sent >= count) setReached(0);
      setRunning(true);
    },
    pause: () => setRunning(false),
    go: (target) => {
      setRunning(false);
      setReached(Math.min(Math.max(target, 0), count));
    },
  };
}
