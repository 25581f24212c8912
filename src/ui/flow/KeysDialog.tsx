import { Dialog } from '#ui/kit/Dialog.tsx';
import { Kbd } from '#ui/kit/Kbd.tsx';
import { flowWords } from '#ui/words/words.ts';
import styles from './KeysDialog.module.css';

interface KeysDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The keys of the player. */
export function KeysDialog({ open, onClose }: KeysDialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title={flowWords.keysTitle}>
      <dl className={styles.keys}>
        {flowWords.keys.map(([key, does]) => (
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
