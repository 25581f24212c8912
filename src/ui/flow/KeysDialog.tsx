import { Dialog } from '#ui/kit/Dialog.tsx';
import { Kbd } from '#ui/kit/Kbd.tsx';
import { flowWords } from '#ui/words/words.ts';
import styles from './KeysDialog.module.css';

interface KeysDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** What else has a key where it is shown. */
  readonly more?: readonly (readonly [key: string, does: string])[];
}

/** The keys of the player. */
export function KeysDialog({ open, onClose, more = [] }: KeysDialogProps) {
  const keys = [...flowWords.keys.slice(0, -1), ...more, ...flowWords.keys.slice(-1)];
  return (
    <Dialog open={open} onClose={onClose} title={flowWords.keysTitle}>
      <dl className={styles.keys}>
        {keys.map(([key, does]) => (
          <div key={key} className={styles.row}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>{flowWords.keysNote}</p>
    </Dialog>
  );
}
