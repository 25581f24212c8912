import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import type { IconName } from './icon-paths.ts';
import { Icon } from './Icon.tsx';
import styles from './Notice.module.css';

export type NoticeTone = 'note' | 'warning' | 'allowed' | 'refused';

export interface NoticeProps {
  readonly tone?: NoticeTone;
  /** The first words: what it is about, or what is wrong. */
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Read out when it appears. */
  readonly live?: boolean;
}

const icons: Record<NoticeTone, IconName> = {
  note: 'info',
  warning: 'warning',
  allowed: 'allowed',
  refused: 'refused',
};

/** A message in the page's flow. */
export function Notice({ tone = 'note', title, children, actions, live = false }: NoticeProps) {
  return (
    <div className={classNames(styles.notice, styles[tone])} role={live ? 'status' : undefined}>
      <Icon name={icons[tone]} />
      <div className={styles.text}>
        {title !== undefined && <p className={styles.title}>{title}</p>}
        {children}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
