import { Fragment, type ReactNode } from 'react';
import type { HttpText } from './http-parts.ts';
import { Line, Pieces } from './Wire.tsx';
import styles from './Wire.module.css';

interface HttpLinesProps {
  readonly text: HttpText;
  readonly whole: boolean;
  /** Puts a part into an element of its own. */
  readonly renderPart?: (part: number, content: ReactNode) => ReactNode;
}

/** The lines of a message. */
export function HttpLines({ text, whole, renderPart = (_, content) => content }: HttpLinesProps) {
  return text.lines.map(({ indent, segments }, index) => (
    <Line key={index} indent={indent}>
      {indent > 0 && (
        <span className={styles.pull} style={{ marginInlineStart: `${-indent}ch` }}>
          {' '.repeat(indent)}
        </span>
      )}
      {segments.map(({ part, pieces }, at) => {
        const content = <Pieces pieces={pieces} whole={whole} />;
        return <Fragment key={at}>{part === null ? content : renderPart(part, content)}</Fragment>;
      })}
    </Line>
  ));
}
