import type { ReactNode } from 'react';
import styles from './DefinitionList.module.css';

export interface Definition {
  readonly term: ReactNode;
  readonly detail: ReactNode;
}

export interface DefinitionListProps {
  /** Terms are strings or have keys of their own; order is the reader's. */
  readonly items: readonly Definition[];
}

/** Names and their values, aligned where there is room. */
export function DefinitionList({ items }: DefinitionListProps) {
  return (
    <dl className={styles.list}>
      {items.map((item, index) => (
        <div key={index} className={styles.row}>
          <dt className={styles.term}>{item.term}</dt>
          <dd className={styles.detail}>{item.detail}</dd>
        </div>
      ))}
    </dl>
  );
}
