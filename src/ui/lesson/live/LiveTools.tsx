import { useWorld } from '#app/world/WorldProvider.tsx';
import { Button } from '#ui/kit/Button.tsx';
import { liveWords as words } from '#words/lesson/live.ts';
import styles from './LiveActions.module.css';

interface LiveToolsProps {
  /** Where the learner began: nothing before that is undone. */
  readonly startCursor: number;
  readonly onStartAgain: () => void;
  /** Null while the solution is shown already. */
  readonly onSolution: (() => void) | null;
}

/** Back a step, back to the start, and the way out for who is stuck. */
export function LiveTools({ startCursor, onStartAgain, onSolution }: LiveToolsProps) {
  const { cursor, entries } = useWorld((store) => store.world.timeline);
  const undo = useWorld((store) => store.undo);
  const redo = useWorld((store) => store.redo);
  const isAtStart = cursor <= startCursor;
  return (
    <div className={styles.row}>
      <Button variant="quiet" icon="undo" aria-disabled={isAtStart} onClick={() => !isAtStart && undo()}>
        {words.undo}
      </Button>
      {cursor < entries.length && (
        <Button variant="quiet" icon="redo" onClick={redo}>
          {words.redo}
        </Button>
      )}
      <Button variant="quiet" icon="restart" aria-disabled={isAtStart && onSolution !== null} onClick={onStartAgain}>
        {words.startAgain}
      </Button>
      {onSolution !== null && (
        <Button variant="quiet" icon="question" onClick={onSolution}>
          {words.showSolution}
        </Button>
      )}
    </div>
  );
}
