import { useId, type ReactNode } from 'react';
import styles from './Card.module.css';

export interface CardProps {
  readonly title?: ReactNode;
  readonly children: ReactNode;
  /** Controls at the right of the title. */
  readonly tools?: ReactNode;
  /** Level of the title, to fit the page's outline. */
  readonly level?: 2 | 3 | 4;
}

/** One surface step up: things that belong together. */
export function Card({ title, children, tools, level = 2 }: CardProps) {
  const id = useId();
  const Title = `h${level}` as const;
  return (
    <section className={styles.card} aria-labelledby={title === undefined ? undefined : id}>
      {title !== undefined && (
        <header className={styles.head}>
          <Title className={styles.title} id={id}>
            {title}
          </Title>
          {tools}
        </header>
      )}
      {children}
    </section>
  );
}
