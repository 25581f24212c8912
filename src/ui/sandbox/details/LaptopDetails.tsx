import { Disclosure } from '#ui/kit/Disclosure.tsx';
import { sandboxWords } from '#ui/words/words.ts';
import styles from '../Stack.module.css';
import { ChainSection } from '../why/ChainSection.tsx';
import { CallForm } from './CallForm.tsx';
import { UserTokenForm } from './UserTokenForm.tsx';
import { TokenForm } from './TokenForm.tsx';

const laptop = { kind: 'laptop' } as const;

/** The same requests from outside Azure: they show what only the inside can do. */
export function LaptopDetails() {
  const words = sandboxWords.details;
  return (
    <Disclosure summary={words.laptop}>
      <div className={styles.stack}>
        <p className={styles.soft}>{words.laptopHint}</p>
        <UserTokenForm />
        <TokenForm origin={laptop} isApp={false} />
        <ChainSection origin={laptop} />
        <CallForm origin={laptop} wide />
      </div>
    </Disclosure>
  );
}
