import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import styles from './Disclosure.module.css';

export interface DisclosureProps {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  /** Whether it is open at first. */
  readonly open?: boolean;
  readonly onToggle?: (open: boolean) => void;
}

/** More, for who wants it. */
export function Disclosure({ summary, children, open = false, onToggle }: DisclosureProps) {
  return (
    <details className={styles.details} open={open} onToggle={(event) => onToggle?.(event.currentTarget.open)}>
      <summary className={styles.summary}>
        <Icon name="chevronRight" />
        <span>{summary}</span>
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
