import { useId, type ReactNode } from 'react';
import { subjectWords } from '#ui/words/words.ts';
import styles from './SimulatorText.module.css';

/** Words that Microsoft does not document: dotted underline, and what that means on focus or hover. */
export function SimulatorText({ children }: { readonly children: ReactNode }) {
  const id = useId();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the remark must not be for the mouse alone
    <span className={styles.text} tabIndex={0} role="note" aria-describedby={id}>
      {children}
      <span className={styles.remark} id={id} role="tooltip">
        <strong>{subjectWords.simulatorText}</strong> {subjectWords.simulatorTextMeaning}
      </span>
    </span>
  );
}
