import { useCallback, useState, type ReactNode } from 'react';
import { AnnounceContext } from './announce.ts';
import styles from './VisuallyHidden.module.css';

/** Holds the one polite live region of the page; `useAnnounce` speaks through it. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [spoken, setSpoken] = useState({ message: '', turn: 0 });
  const announce = useCallback((message: string) => {
    setSpoken(({ turn }) => ({ message, turn: turn + 1 }));
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div role="status" aria-live="polite" className={styles.hidden}>
        {/* A new key makes the same words, said twice, two changes. */}
        <span key={spoken.turn}>{spoken.message}</span>
      </div>
    </AnnounceContext>
  );
}
