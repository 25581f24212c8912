import { useEffect } from 'react';
import type { RefObject } from 'react';
import { speeds } from './player.ts';
import type { Speed } from './player.ts';
import type { Player } from './use-player.ts';

/** Controls that keys are typed into. Others that use some, such as tabs and sliders, prevent what they use. */
const taken = 'input:not([type=range]), textarea, select, [contenteditable], dialog *';
/** Controls that Space presses. */
const pressed = 'button, summary, a[href]';

/**
 * ← → Space Home End, L < > and digits, and ? for the list of keys. `scope`: the element in which they work; null for the
 * whole page, where the player is what the page is about.
 */
export function usePlayerKeys(
  player: Player,
  scope: RefObject<HTMLElement | null> | null,
  onHelp: () => void,
  onVoice?: () => void,
): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (!isFree(event) || (scope !== null && !isInside(event, scope.current))) return;
      const act = actionOf(event.key, player, onHelp) ?? (/^v$/i.test(event.key) ? onVoice : null) ?? null;
      if (act === null) return;
      event.preventDefault();
      act();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
}

/** Whether no control wants the key for itself. */
function isFree(event: KeyboardEvent): boolean {
  const { key, target } = event;
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return false;
  if (!(target instanceof Element) || target.closest(taken) !== null) return false;
  return key !== ' ' || target.closest(pressed) === null;
}

function isInside({ target }: KeyboardEvent, element: HTMLElement | null): boolean {
  return target instanceof Node && element?.contains(target) === true;
}

function actionOf(key: string, player: Player, onHelp: () => void): (() => void) | null {
  switch (key) {
    case 'ArrowRight':
      return player.next;
    case 'ArrowLeft':
      return player.back;
    case ' ':
      return player.playing ? player.pause : player.play;
    case 'Home':
      return () => player.goTo(0);
    case 'End':
      return () => player.goTo(player.count);
    case '?':
      return onHelp;
    case 'l':
    case 'L':
      return () => player.setLoop(!player.loop);
    case '<':
      return () => player.setSpeed(neighbour(player.speed, -1));
    case '>':
      return () => player.setSpeed(neighbour(player.speed, 1));
    default:
      return /^[1-9]$/.test(key) ? () => player.goTo(Math.min(Number(key), player.count)) : null;
  }
}

/** The next speed down or up; the last stays. */
function neighbour(speed: Speed, by: number): Speed {
  return speeds[speeds.indexOf(speed) + by] ?? speed;
}
