import { useEffect, useEffectEvent, useRef } from 'react';
import { NavigationType, useLocation, useNavigate, useNavigationType } from '#ui/router/navigation.ts';
import type { Player } from '#ui/diagram/use-player.ts';

/** How the player marks the entries of the history that it made. */
interface OwnEntry {
  readonly byPlayer?: boolean;
}

/** The step that an address names: a whole number within the flow, else the moment before the first. */
export function stepIn(search: string): number {
  const step = Number(new URLSearchParams(search).get('step') ?? '0');
  return Number.isInteger(step) && step > 0 ? step : 0;
}

/**
 * Keeps `?step=` and the player together. A step by key or button is an entry of the history; playing and
 * scrubbing rewrite the one they are in. Back, forward and links move the player.
 */
export function useStepAddress(player: Player): void {
  const location = useLocation();
  const type = useNavigationType();
  const navigate = useNavigate();
  const { step, mover, jumpTo } = player;
  const written = useRef(step);

  const write = useEffectEvent((shown: number) => {
    if (written.current === shown) return;
    written.current = shown;
    if (mover === 'jump') return;
    const state: OwnEntry = { byPlayer: true };
    const to = { search: withStep(location.search, shown) };
    navigate(to, { replace: mover !== 'step', state });
  });

  useEffect(() => write(step), [step]);

  const follow = useEffectEvent((search: string) => {
    const wanted = stepIn(search);
    if (wanted === written.current) return;
    written.current = wanted;
    jumpTo(wanted);
  });

  useEffect(() => {
    // Own entries come back when the browser goes through its history; when just made they are no news.
    const isOwn = (location.state as OwnEntry | null)?.byPlayer === true;
    if (!isOwn || type === NavigationType.Pop) follow(location.search);
  }, [location, type]);

  useEffect(() => {
    // The router commits entries late: one that is left again before then it never tells of.
    const onPopState = (): void => {
      const { pathname, search } = window.location;
      if (pathname === location.pathname && withStep(search, 0) === withStep(location.search, 0)) follow(search);
    };
    window.addEventListener('popstate', onPopState);
    return () => window.removeEventListener('popstate', onPopState);
  }, [location]);
}

/** The query with another step, its other parts as they are. */
function withStep(search: string, step: number): string {
  const params = new URLSearchParams(search);
  if (step === 0) params.delete('step');
  else params.set('step', String(step));
  return `?${params.toString()}`;
}
