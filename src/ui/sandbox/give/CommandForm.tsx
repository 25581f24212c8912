import type { ReactNode, SubmitEvent } from 'react';
import type { Command } from '#domain/cloud/command.ts';
import { Button } from '#ui/kit/Button.tsx';
import type { IconName } from '#ui/kit/icon-paths.ts';
import styles from '../Stack.module.css';
import { RefusalNotice } from './RefusalNotice.tsx';
import { useGive } from './use-give.ts';

interface CommandFormProps {
  /** Null where something is missing still: then there is nothing to give. */
  readonly command: Command | null;
  /** What the button says that it does. */
  readonly action: string;
  readonly icon?: IconName;
  readonly variant?: 'primary' | 'secondary' | 'danger';
  /** Said when it is done. */
  readonly done?: string;
  readonly onDone?: () => void;
  readonly children?: ReactNode;
}

/** Fields and the one command that they make up; Azure's refusal stands under them. */
export function CommandForm({ command, action, icon, variant, done, onDone, children }: CommandFormProps) {
  const { give, refusal } = useGive(done);
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (command !== null && give(command)) onDone?.();
  }
  return (
    <form className={styles.stack} onSubmit={submit} noValidate>
      {children}
      <RefusalNotice refusal={refusal} />
      <div className={styles.row}>
        <Button
          type="submit"
          aria-disabled={command === null}
          {...(icon === undefined ? {} : { icon })}
          {...(variant === undefined ? {} : { variant })}
        >
          {action}
        </Button>
      </div>
    </form>
  );
}
