import { WireFrame } from '#ui/kit/WireFrame.tsx';
import { lessonWords as words } from '#ui/words/words.ts';
import styles from './CodeListing.module.css';

interface CodeListingProps {
  readonly language: string;
  readonly text: string;
}

/** Code to read and to copy; what does not fit hangs in under its line. */
export function CodeListing({ language, text }: CodeListingProps) {
  return (
    <WireFrame title={words.languages[language] ?? language} copy={text}>
      {text.split('\n').map((line, index) => (
        <span key={index} className={styles.line}>
          {line}
          {'\n'}
        </span>
      ))}
    </WireFrame>
  );
}
