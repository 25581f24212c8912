import { useState } from 'react';
import { forecastDeletion } from '#app/sandbox/forecast.ts';
import { useCloud, useWorld } from '#app/world/WorldProvider.tsx';
import type { CommandOf } from '#domain/cloud/command.ts';
import { Button } from '#ui/kit/Button.tsx';
import { Dialog } from '#ui/kit/Dialog.tsx';
import { sandboxWords } from '#ui/words/words.ts';
import { RefusalNotice } from '../give/RefusalNotice.tsx';
import { useGive } from '../give/use-give.ts';
import styles from '../Stack.module.css';
import type { ReactNode } from 'react';

const words = sandboxWords.details;

interface DeleteButtonProps {
  readonly name: string;
  readonly command: CommandOf<'DeleteResource'> | CommandOf<'DeleteResourceGroup'>;
  /** Shown in a dialog before the deletion; without it the button acts at once, where undo is near. */
  readonly confirm?: ReactNode;
}

/** Deletes a thing, and says before what goes with it and what stays. */
export function DeleteButton({ name, command, confirm }: DeleteButtonProps) {
  const state = useCloud();
  const [asking, setAsking] = useState(false);
  const actor = useWorld((store) => store.actor);
  const travels = useWorld((store) => store.travels);
  const { give, refusal } = useGive();
  const report = forecastDeletion(state, command, actor);
  const forecast = report === null ? null : sandboxWords.deletion.forecast(report);
  const question = confirm ?? (travels ? null : <p>{forecast}</p>);
  const remove = () => {
    setAsking(false);
    give(command);
  };
  return (
    <div className={styles.tight}>
      <div className={styles.row}>
        <Button variant="danger" icon="trash" onClick={question === null ? remove : () => setAsking(true)}>
          {words.delete(name)}
        </Button>
      </div>
      {forecast !== null && <p className={styles.soft}>{forecast}</p>}
      <RefusalNotice refusal={refusal} />
      {question !== null && (
        <Dialog
          open={asking}
          onClose={() => setAsking(false)}
          title={confirm === undefined ? words.delete(name) : words.deleteGroupTitle(name)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>{words.cancel}</Button>
              <Button variant="danger" icon="trash" onClick={remove}>
                {words.delete(name)}
              </Button>
            </>
          }
        >
          {question}
        </Dialog>
      )}
    </div>
  );
}
