import type { ReactNode } from 'react';
import styles from './Toolbar.module.css';

export interface ToolbarProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** Controls that belong together. A plain group: each is a stop of the Tab key, and the arrow keys stay free. */
export function Toolbar({ label, children }: ToolbarProps) {
  return (
    <div className={styles.bar} role="group" aria-label={label}>
      {children}
    </div>
  );
}
