import type { ReactNode } from 'react';
import { WireFrame } from '#ui/kit/WireFrame.tsx';
import styles from './CodeListing.module.css';

interface CodeListingProps {
  /** What it is: its language, or the name of its file. */
  readonly title: ReactNode;
  readonly text: string;
}

/** Code to read and to copy; what does not fit hangs in under its line. */
export function CodeListing({ title, text }: CodeListingProps) {
  return (
    <WireFrame title={title} copy={text}>
      {text.split('\n').map((line, index) => (
        <span key={index} className={styles.line}>
          {line}
          {'\n'}
        </span>
      ))}
    </WireFrame>
  );
}
