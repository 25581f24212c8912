import type { Summary } from '#content/types.ts';
import { Button } from '#ui/kit/Button.tsx';
import { sandboxWords as words } from '#ui/words/words.ts';
import styles from './StarterList.module.css';

interface StarterListProps {
  readonly worlds: readonly Summary[];
  /** Null for the empty subscription. */
  readonly onOpen: (id: string | null) => void;
  readonly withEmpty?: boolean;
}

/** Worlds to start from, each with what is in it. */
export function StarterList({ worlds, onOpen, withEmpty = true }: StarterListProps) {
  return (
    <ul className={styles.list} aria-label={words.starters}>
      {worlds.map(({ id, title, summary }) => (
        <StarterItem key={id} title={title} summary={summary} onOpen={() => onOpen(id)} />
      ))}
      {withEmpty && (
        <StarterItem title={words.emptyWorld} summary={words.emptyWorldSummary} onOpen={() => onOpen(null)} />
      )}
    </ul>
  );
}

function StarterItem({ title, summary, onOpen }: { title: string; summary: string; onOpen: () => void }) {
  return (
    <li className={styles.item}>
      <strong className={styles.title}>{title}</strong>
      <p className={styles.summary}>{summary}</p>
      <span className={styles.open}>
        <Button aria-label={words.open(title)} icon="arrowRight" onClick={onOpen}>
          {words.openShort}
        </Button>
      </span>
    </li>
  );
}
