import type { MouseEvent } from 'react';
import styles from './SkipLink.module.css';

export interface SkipLinkProps {
  /** Id of the element to go to. */
  readonly to: string;
  readonly children: string;
}

/** The first stop of the Tab key: past the navigation, into the page. */
export function SkipLink({ to, children }: SkipLinkProps) {
  function go(event: MouseEvent): void {
    const target = document.getElementById(to);
    if (target === null) return;
    // By hand, because the address is the page's state: a `#` of ours would overwrite it.
    event.preventDefault();
    target.focus();
    target.scrollIntoView?.();
  }
  return (
    <a className={styles.link} href={`#${to}`} onClick={go}>
      {children}
    </a>
  );
}
