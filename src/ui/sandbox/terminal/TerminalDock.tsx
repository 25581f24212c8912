import { lazy, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { terminalWords as words } from '#words/sandbox/terminal.ts';

/** Loaded when it is opened first: the command line is a language of its own. */
const Terminal = lazy(async () => ({ default: (await import('./Terminal.tsx')).Terminal }));

/** The place of the terminal: it has the focus from the first key on, and gives it back when it is closed. */
export function TerminalDock({ onClose }: { onClose: () => void }) {
  const [opened] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (opened instanceof HTMLElement && opened.isConnected) opened.focus();
    },
    [opened],
  );
  return (
    <Suspense fallback={<OpeningTerminal />}>
      <Terminal onClose={onClose} />
    </Suspense>
  );
}

/** Stands in while the code of the terminal comes: keys that are meant for it go nowhere else. */
export function OpeningTerminal() {
  const box = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => box.current?.focus(), []);
  return (
    <p ref={box} tabIndex={-1} data-typing>
      {words.loading}
    </p>
  );
}
