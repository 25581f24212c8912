import { VisuallyHidden } from '#ui/kit/VisuallyHidden.tsx';
import { graphWords } from '#ui/words/words.ts';
import styles from './ChangeList.module.css';

export interface ChangeListProps {
  readonly changes: readonly string[];
  /** Beside the picture the motion says it: there the list is for ears only. */
  readonly isShown: boolean;
}

/** What the last change did, in the order of causes. */
export function ChangeList({ changes, isShown }: ChangeListProps) {
  if (changes.length === 0) return null;
  const list = (
    <>
      <p className={styles.title}>{graphWords.changesTitle}</p>
      <ol className={styles.list}>
        {changes.map((change, index) => (
          <li key={index}>{change}</li>
        ))}
      </ol>
    </>
  );
  return isShown ? <div className={styles.shown}>{list}</div> : <VisuallyHidden>{list}</VisuallyHidden>;
}
