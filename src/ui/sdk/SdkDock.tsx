import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { Origin } from '#domain/protocol/actor.ts';
import { sandboxWords } from '#ui/words/words.ts';
import styles from './SdkDock.module.css';

/** Loaded when it is opened first; the SDK itself comes when a program is run. */
const SdkPanel = lazy(async () => ({ default: (await import('./SdkPanel.tsx')).SdkPanel }));

/** The place of the editor beside a world: it comes into sight, and gives the focus back when it is closed. */
export function SdkDock({ from, onClose }: { readonly from: Origin; readonly onClose: () => void }) {
  const [opened] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (opened instanceof HTMLElement && opened.isConnected) opened.focus();
    },
    [opened],
  );
  return (
    <Suspense fallback={<p className={styles.opening}>{sandboxWords.details.sdkOpening}</p>}>
      <InSight>
        <SdkPanel from={from} onClose={onClose} />
      </InSight>
    </Suspense>
  );
}

/** Scrolls to what it holds once that is there, unless it is in sight already. */
function InSight({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const dock = box.current;
    if (dock === null) return;
    dock.focus({ preventScroll: true });
    if (dock.getBoundingClientRect().bottom > window.innerHeight) dock.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <div className={styles.dock} ref={box} tabIndex={-1}>
      {children}
    </div>
  );
}
