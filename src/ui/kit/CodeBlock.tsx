import type { ReactNode } from 'react';
import { Line } from './Wire.tsx';
import { WireFrame } from './WireFrame.tsx';

export interface CodeBlockProps {
  /** What it is: `bash`, `C#`, a file name. */
  readonly title: ReactNode;
  readonly text: string;
}

/** Lines of code to read and to copy; long lines wrap. */
export function CodeBlock({ title, text }: CodeBlockProps) {
  return (
    <WireFrame title={title} copy={text}>
      {text.split('\n').map((line, index) => (
        <Line key={index}>{line}</Line>
      ))}
    </WireFrame>
  );
}
