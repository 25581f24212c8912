import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import type { IconName } from './icon-paths.ts';
import { Icon } from './Icon.tsx';
import styles from './Chip.module.css';

export interface ChipProps {
  readonly children: ReactNode;
  readonly icon?: IconName;
  /** Only where the label says the same: colour never stands alone. */
  readonly tone?: 'plain' | 'accent' | 'allowed' | 'refused' | 'ghost';
}

/** A short label: a count, a state, a kind. */
export function Chip({ children, icon, tone = 'plain' }: ChipProps) {
  return (
    <span className={classNames(styles.chip, styles[tone])}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </span>
  );
}
