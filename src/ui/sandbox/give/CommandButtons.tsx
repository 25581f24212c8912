import type { ReactNode } from 'react';
import type { Command } from '#domain/cloud/command.ts';
import { Button } from '#ui/kit/Button.tsx';
import { IconButton } from '#ui/kit/IconButton.tsx';
import type { IconName } from '#ui/kit/icon-paths.ts';
import styles from '../Stack.module.css';
import { RefusalNotice } from './RefusalNotice.tsx';
import { useGive } from './use-give.ts';

interface Choice {
  readonly action: string;
  readonly command: Command;
  readonly icon?: IconName;
}

/** Buttons side by side, each a command; Azure's refusal stands under them. */
export function CommandButtons({ choices, done }: { choices: readonly Choice[]; done?: string }) {
  const { give, refusal } = useGive(done);
  return (
    <div className={styles.tight}>
      <div className={styles.row}>
        {choices.map(({ action, command, icon }) => (
          <Button key={action} onClick={() => give(command)} {...(icon === undefined ? {} : { icon })}>
            {action}
          </Button>
        ))}
      </div>
      <RefusalNotice refusal={refusal} />
    </div>
  );
}

interface CommandRowProps {
  readonly children: ReactNode;
  /** Small buttons at the end of the row. */
  readonly acts: readonly { readonly name: string; readonly icon: IconName; readonly command: Command }[];
}

/** A line of a list with what can be done to it at its end. */
export function CommandRow({ children, acts }: CommandRowProps) {
  const { give, refusal } = useGive();
  return (
    <li className={styles.item}>
      <span className={styles.row}>{children}</span>
      <span className={styles.row}>
        {acts.map(({ name, icon, command }) => (
          <IconButton key={name} icon={icon} name={name} onClick={() => give(command)} />
        ))}
      </span>
      {refusal !== null && (
        <div className={styles.whole}>
          <RefusalNotice refusal={refusal} />
        </div>
      )}
    </li>
  );
}
