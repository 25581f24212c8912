import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

export interface EmptyStateProps {
  readonly title: ReactNode;
  /** What will be here, and how to get it. */
  readonly children?: ReactNode;
  readonly picture?: ReactNode;
  readonly actions?: ReactNode;
}

/** A place with nothing in it yet: it says what belongs here and offers the first step. */
export function EmptyState({ title, children, picture, actions }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      {picture !== undefined && (
        <div className={styles.picture} aria-hidden="true">
          {picture}
        </div>
      )}
      <div className={styles.title}>{title}</div>
      {children !== undefined && <div className={styles.text}>{children}</div>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
