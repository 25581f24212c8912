import type { ToldWorld } from '#content/types.ts';
import { Code } from '#ui/kit/Code.tsx';
import styles from './Still.module.css';

/** The steps of a solution, each with what one would type. */
export function Way({ steps }: { readonly steps: ToldWorld['way'] }) {
  return (
    <ol className={styles.steps}>
      {steps.map(({ text, line }, index) => (
        <li key={index}>
          <span>{text}</span>
          {line !== undefined && <Code>{line}</Code>}
        </li>
      ))}
    </ol>
  );
}
