import { Disclosure } from '#ui/kit/Disclosure.tsx';
import { sandboxWords } from '#ui/words/words.ts';
import styles from '../Stack.module.css';
import { CallForm } from './CallForm.tsx';
import { TokenForm } from './TokenForm.tsx';

const laptop = { kind: 'laptop' } as const;

/** The same requests from outside Azure: they show what only the inside can do. */
export function LaptopDetails() {
  const words = sandboxWords.details;
  return (
    <Disclosure summary={words.laptop}>
      <div className={styles.stack}>
        <p className={styles.soft}>{words.laptopHint}</p>
        <TokenForm origin={laptop} isApp={false} />
        <CallForm origin={laptop} />
      </div>
    </Disclosure>
  );
}
