import type { ReactNode } from 'react';
import { useKitLabels } from './labels.ts';
import { isLong, jsonPieces, type Piece } from './syntax.ts';
import { useWireText } from './wire-text.ts';
import styles from './Wire.module.css';

const head = 28;
const tail = 10;

interface LineProps {
  readonly children: ReactNode;
  /** Characters by which a wrapped line hangs in. */
  readonly indent?: number;
}

/** One line of wire text; what does not fit hangs in under its beginning. */
export function Line({ children, indent = 0 }: LineProps) {
  return (
    <span className={styles.line} style={{ paddingInlineStart: `${indent + 2}ch` }}>
      {children}
      {'\n'}
    </span>
  );
}

interface PiecesProps {
  readonly pieces: readonly Piece[];
  readonly whole: boolean;
}

export function Pieces({ pieces, whole }: PiecesProps) {
  return pieces.map((piece, index) => (
    <span key={index} className={styles[piece.kind]}>
      <Text text={piece.text} whole={whole} />
    </span>
  ));
}

/** Lines of JSON, or of any other text. */
export function BodyLines({ text, whole }: { readonly text: string; readonly whole: boolean }) {
  return text.split('\n').map((line, index) => {
    const indent = line.length - line.trimStart().length;
    return (
      <Line key={index} indent={indent}>
        <span className={styles.pull} style={{ marginInlineStart: `${-indent}ch` }}>
          {line.slice(0, indent)}
        </span>
        <Pieces pieces={jsonPieces(line.slice(indent))} whole={whole} />
      </Line>
    );
  });
}

function Text({ text, whole }: { readonly text: string; readonly whole: boolean }) {
  const labels = useKitLabels();
  const show = useWireText();
  if (whole || !isLong(text)) return show(text);
  return (
    <>
      {text.slice(0, head)}
      <span className={styles.leftOut}>{labels.leftOut(text.length - head - tail)}</span>
      {text.slice(-tail)}
    </>
  );
}
