import type { ReactNode } from 'react';
import styles from './List.module.css';

interface ListProps<Item> {
  readonly ordered: boolean;
  readonly items: readonly Item[];
  readonly children: (item: Item) => ReactNode;
}

/** A list in a text: bullets, or numbers where the order counts. */
export function List<Item>({ ordered, items, children }: ListProps<Item>) {
  const Kind = ordered ? 'ol' : 'ul';
  return (
    <Kind className={ordered ? styles.ordered : styles.bullets}>
      {items.map((item, index) => (
        <li key={index}>{children(item)}</li>
      ))}
    </Kind>
  );
}
