import { useEffect } from 'react';
import { nextMoment } from '#app/sandbox/forecast.ts';
import { useWorldStore } from '#app/world/WorldProvider.tsx';

/** U, R and N as on the buttons, and the usual keys of undo and redo; never while something is being typed. */
export function useSandboxKeys(onHelp: () => void, onTerminal: () => void): void {
  const store = useWorldStore();
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.altKey || isTyping(event.target)) return;
      const action = actionOf(event);
      if (action === null) return;
      event.preventDefault();
      if (action === 'help') return onHelp();
      if (action === 'terminal') return onTerminal();
      const { undo, redo, dispatch, world } = store.getState();
      if (action === 'undo') return undo();
      if (action === 'redo') return redo();
      const next = nextMoment(world.state);
      if (next !== null) dispatch({ type: 'AdvanceClock', seconds: next.at - world.state.now });
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [store, onHelp, onTerminal]);
}

type Action = 'undo' | 'redo' | 'next' | 'terminal' | 'help';

const plainKeys: Readonly<Record<string, Action>> = { u: 'undo', r: 'redo', n: 'next', '`': 'terminal', '?': 'help' };

function actionOf({ key, code, ctrlKey, metaKey, shiftKey }: KeyboardEvent): Action | null {
  const letter = key.toLowerCase();
  // By its place too: German keyboards have ^ there, as a dead key.
  if (!ctrlKey && !metaKey && !shiftKey && code === 'Backquote') return 'terminal';
  if (!ctrlKey && !metaKey) return plainKeys[letter] ?? null;
  if (letter === 'y') return 'redo';
  if (letter !== 'z') return null;
  return shiftKey ? 'redo' : 'undo';
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('dialog, [data-typing]') !== null ||
      target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=range])'))
  );
}
