import { Button } from '#ui/kit/Button.tsx';
import { searchWords as words } from '#words/search.ts';
import styles from './Search.module.css';

/** What to try where nothing was found. */
export function NothingFound({ onTry }: { readonly onTry: (query: string) => void }) {
  return (
    <div className={styles.nothing}>
      <p>{words.advice}</p>
      <ul className={styles.examples}>
        {words.examples.map((example) => (
          <li key={example}>
            <Button variant="quiet" onClick={() => onTry(example)}>
              {example}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
