import { useState, type ReactNode } from 'react';
import { useKitLabels } from './labels.ts';
import { hasLongValue, isLong, prettyJson, startLinePieces } from './syntax.ts';
import { BodyLines, HeaderLine, Line, Pieces } from './Wire.tsx';
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
}

/** A raw HTTP message. It wraps and never scrolls sideways; values longer than a line are shortened until asked for. */
export function HttpView({ title, message, foot }: HttpViewProps) {
  const labels = useKitLabels();
  const [whole, setWhole] = useState(false);
  const body = prettyJson(message.body);
  const long = message.headers.some(([, value]) => isLong(value)) || hasLongValue(body);
  return (
    <WireFrame
      title={title}
      copy={wireText(message)}
      foot={foot}
      whole={long ? { on: whole, set: setWhole } : undefined}
    >
      <Line>
        <Pieces pieces={startLinePieces(message.startLine)} whole={whole} />
      </Line>
      {message.headers.map(([name, value], index) => (
        <HeaderLine key={index} name={name} value={value} whole={whole} />
      ))}
      <Line>{''}</Line>
      {message.body === '' ? (
        <span className={styles.none}>{labels.noBody}</span>
      ) : (
        <BodyLines text={body} whole={whole} />
      )}
    </WireFrame>
  );
}

function wireText({ startLine, headers, body }: HttpMessage): string {
  return [startLine, ...headers.map(([name, value]) => `${name}: ${value}`), '', body].join('\n');
}
