import type { ReactNode } from 'react';
import { classNames } from '#ui/kit/class-names.ts';
import { referenceWords as words } from '#words/reference/pages.ts';
import styles from './Entry.module.css';
import { useTarget } from './use-target.ts';

interface EntryProps {
  /** Its anchor. */
  readonly id: string;
  readonly name: string;
  /** The name as it is shown, where that is more than text. */
  readonly title?: ReactNode;
  /** Beside the name: chips, a button to copy. */
  readonly tools?: ReactNode;
  readonly level?: 2 | 3;
  readonly children: ReactNode;
}

/** One thing of the reference, with an anchor that a link can name. */
export function Entry({ id, name, title = name, tools, level = 3, children }: EntryProps) {
  const Title = `h${level}` as const;
  const isTarget = useTarget() === id;
  return (
    <article id={id} className={classNames(styles.entry, isTarget && styles.target)} aria-labelledby={`${id}-name`}>
      <header className={styles.head}>
        <Title className={styles.name} id={`${id}-name`}>
          {title}
        </Title>
        {tools}
        <a className={styles.anchor} href={`#${id}`} aria-label={words.linkTo(name)}>
          #
        </a>
      </header>
      {children}
    </article>
  );
}

/** Entries one below the other. */
export function EntryList({ children }: { readonly children: ReactNode }) {
  return <div className={styles.list}>{children}</div>;
}

interface EntryGroupProps {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** Entries of one kind under a heading. */
export function EntryGroup({ id, title, children }: EntryGroupProps) {
  return (
    <section className={styles.group} id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className={styles.groupTitle}>
        {title}
      </h2>
      {children}
    </section>
  );
}
