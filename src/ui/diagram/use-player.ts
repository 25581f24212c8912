import { useEffect, useMemo, useState } from 'react';
import { useReducedMotion } from '#ui/kit/media-query.ts';
import { advance, back, goTo, isMoving, next, pause, play, scrub, setLoop, settle, startAt, stepOf } from './player.ts';
import type { Mover, PlayerState, Speed } from './player.ts';

/** Plays steps forwards and backwards. */
export interface Player {
  readonly count: number;
  /** Steps done; its fraction is how far the next one is. */
  readonly position: number;
  /** The step that is shown, from 1; 0 before the first. */
  readonly step: number;
  readonly playing: boolean;
  readonly speed: Speed;
  /** One step is repeated. */
  readonly loop: boolean;
  readonly mover: Mover;
  /** The reader asks for no motion. */
  readonly still: boolean;
  readonly play: () => void;
  readonly pause: () => void;
  readonly next: () => void;
  readonly back: () => void;
  readonly goTo: (step: number) => void;
  /** At once and without a trace in the history: for an address that changed. */
  readonly jumpTo: (step: number) => void;
  readonly scrub: (position: number) => void;
  readonly settle: () => void;
  readonly setSpeed: (speed: Speed) => void;
  readonly setLoop: (loop: boolean) => void;
  /** A step is being read out: playing waits for its end. */
  readonly setWaiting: (waiting: boolean) => void;
}

/** The one owner of a picture's clock. At rest no frame is asked for. */
export function usePlayer(count: number, initial = 0): Player {
  const still = useReducedMotion();
  const [state, setState] = useState(() => startAt(Math.min(Math.max(initial, 0), count)));
  const moving = isMoving(state);

  useEffect(() => {
    if (!moving) return;
    let before: number | null = null;
    let frame = requestAnimationFrame(function tick(now) {
      const elapsed = before === null ? 0 : now - before;
      before = now;
      setState((current) => advance(current, elapsed, { count, still }));
      frame = requestAnimationFrame(tick);
    });
    return () => cancelAnimationFrame(frame);
  }, [moving, count, still]);

  const actions = useMemo(() => {
    const setting = { count, still };
    const change = (to: (current: PlayerState) => PlayerState) => () => setState(to);
    return {
      play: change((current) => play(current, setting)),
      pause: change(pause),
      next: change((current) => next(current, setting)),
      back: change((current) => back(current, setting)),
      goTo: (step: number) => setState((current) => goTo(current, step, setting, 'step')),
      jumpTo: (step: number) => setState((current) => goTo(current, step, setting, 'jump')),
      scrub: (position: number) => setState((current) => scrub(current, position, setting)),
      settle: change((current) => settle(current, setting)),
      setSpeed: (speed: Speed) => setState((current) => ({ ...current, speed })),
      setLoop: (loop: boolean) => setState((current) => setLoop(current, loop, setting)),
      setWaiting: (waiting: boolean) => setState((current) => ({ ...current, waiting })),
    };
  }, [count, still]);

  const { position, speed, loop, mover } = state;
  return {
    count,
    position,
    step: stepOf(state),
    playing: state.mode === 'play',
    speed,
    loop,
    mover,
    still: still || speed === 'instant',
    ...actions,
  };
}
