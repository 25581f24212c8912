import { useId, type ReactNode } from 'react';
import type { Block } from '#content/types.ts';
import { Icon } from '#ui/kit/Icon.tsx';
import { classNames } from '#ui/kit/class-names.ts';
import { lessonWords } from '#ui/words/words.ts';
import styles from './Aside.module.css';

type Kind = Extract<Block, { type: 'aside' }>['kind'];

const icons = { note: 'info', remember: 'check', notes: 'book' } as const;

/** Beside the main line: a remark, what to keep, or what the notes say and how to read it. */
export function Aside({ kind, children }: { readonly kind: Kind; readonly children: ReactNode }) {
  const id = useId();
  return (
    <aside className={classNames(styles.aside, styles[kind])} aria-labelledby={id}>
      <p className={styles.title} id={id}>
        <Icon name={icons[kind]} />
        {lessonWords.asides[kind]}
      </p>
      {children}
    </aside>
  );
}
