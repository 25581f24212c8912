import { useState } from 'react';
import type { ReactNode } from 'react';
import { Disclosure } from '#ui/kit/Disclosure.tsx';
import { sandboxWords } from '#ui/words/words.ts';
import styles from './Stack.module.css';

/** A disclosure whose contents are made when it is opened first. */
export function More({ summary, children }: { summary: string; children: () => ReactNode }) {
  const [opened, setOpened] = useState(false);
  return (
    <Disclosure summary={summary} onToggle={(open) => open && setOpened(true)}>
      {opened && children()}
    </Disclosure>
  );
}

/** What is seldom needed of a selected thing, under one heading that is closed at first. */
export function Rest({ children }: { children: () => ReactNode }) {
  return (
    <section className={styles.rest}>
      <More summary={sandboxWords.details.more}>{() => <div className={styles.stack}>{children()}</div>}</More>
    </section>
  );
}
