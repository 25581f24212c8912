import type { ReactNode } from 'react';
import styles from './Code.module.css';

/** A name, a command or a value within text. */
export function Code({ children }: { readonly children: ReactNode }) {
  return <code className={styles.code}>{children}</code>;
}
