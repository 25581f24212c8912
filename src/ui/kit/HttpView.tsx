import { useMemo, useState, type ReactNode } from 'react';
import { ExplainedParts } from './ExplainedParts.tsx';
import type { HttpExplainer } from './http-explainer.ts';
import { httpText, type HttpText } from './http-parts.ts';
import { HttpLines } from './HttpLines.tsx';
import { useKitLabels } from './labels.ts';
import { isLong } from './syntax.ts';
import { WireFrame } from './WireFrame.tsx';
import styles from './Wire.module.css';

/** An HTTP message as it is on the wire. */
export interface HttpMessage {
  /** `GET /path HTTP/1.1` or `HTTP/1.1 200 OK`. */
  readonly startLine: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

export interface HttpViewProps {
  readonly title: ReactNode;
  readonly message: HttpMessage;
  /** A remark under the message, such as that its wording is the simulator's. */
  readonly foot?: ReactNode;
  /** Explains each part when it is pointed at, and all of them in a list. */
  readonly explain?: HttpExplainer | undefined;
}

/** A raw HTTP message. It wraps and never scrolls sideways; values longer than a line are shortened until asked for. */
export function HttpView({ title, message, foot, explain }: HttpViewProps) {
  const labels = useKitLabels();
  const [whole, setWhole] = useState(false);
  const text = useMemo(() => httpText(message), [message]);
  const frame = {
    title,
    copy: wireText(message),
    whole: hasLong(text) ? { on: whole, set: setWhole } : undefined,
  };
  const none = message.body === '' && <span className={styles.none}>{labels.noBody}</span>;
  if (explain !== undefined) {
    return <ExplainedParts frame={frame} text={text} whole={whole} explain={explain} foot={foot} none={none} />;
  }
  return (
    <WireFrame {...frame} foot={foot}>
      <HttpLines text={text} whole={whole} />
      {none}
    </WireFrame>
  );
}

function hasLong({ lines }: HttpText): boolean {
  return lines.some(({ segments }) => segments.some(({ pieces }) => pieces.some((piece) => isLong(piece.text))));
}

function wireText({ startLine, headers, body }: HttpMessage): string {
  return [startLine, ...headers.map(([name, value]) => `${name}: ${value}`), '', body].join('\n');
}
