import type { ReactNode } from 'react';
import styles from './Heading.module.css';

interface HeadingProps {
  readonly level: 2 | 3;
  readonly id: string;
  readonly children: ReactNode;
}

/** A heading that is a link to itself, so that its address can be copied. */
export function Heading({ level, id, children }: HeadingProps) {
  const Tag = level === 2 ? 'h2' : 'h3';
  return (
    <Tag className={level === 2 ? styles.section : styles.part} id={id}>
      <a className={styles.link} href={`#${id}`}>
        {children}
      </a>
    </Tag>
  );
}
