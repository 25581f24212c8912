import { namesIn } from '#app/sandbox/names.ts';
import { useCloud, useWorld } from '#app/world/WorldProvider.tsx';
import { Button } from '#ui/kit/Button.tsx';
import { sandboxWords as words } from '#ui/words/words.ts';
import styles from './SandboxToolbar.module.css';

/** Undo and redo, each with the name of the step that it takes back or brings again. */
export function HistoryTools() {
  const { entries, cursor } = useWorld((store) => store.world.timeline);
  const undo = useWorld((store) => store.undo);
  const redo = useWorld((store) => store.redo);
  const names = namesIn(useCloud());
  const step = (index: number) => {
    const entry = entries[index];
    return entry === undefined ? null : words.commandInWords(entry.command, names);
  };
  const [last, next] = [step(cursor - 1), step(cursor)];
  return (
    <div className={styles.tools}>
      <Button variant="quiet" icon="undo" aria-disabled={last === null} title={words.undo(last)} onClick={undo}>
        <span className={styles.step}>{words.undo(last)}</span>
      </Button>
      <Button variant="quiet" icon="redo" aria-disabled={next === null} title={words.redo(next)} onClick={redo}>
        <span className={styles.step}>{words.redo(next)}</span>
      </Button>
    </div>
  );
}
