import { useState, type ReactNode } from 'react';
import { hasLongValue, prettyJson } from './syntax.ts';
import { BodyLines } from './Wire.tsx';
import { WireFrame } from './WireFrame.tsx';

export interface JsonViewProps {
  readonly title: ReactNode;
  /** A value, or the JSON text itself. */
  readonly value: unknown;
}

/** JSON, indented and coloured. */
export function JsonView({ title, value }: JsonViewProps) {
  const [whole, setWhole] = useState(false);
  const text = typeof value === 'string' ? prettyJson(value) : (JSON.stringify(value, null, 2) ?? '');
  return (
    <WireFrame title={title} copy={text} whole={hasLongValue(text) ? { on: whole, set: setWhole } : undefined}>
      <BodyLines text={text} whole={whole} />
    </WireFrame>
  );
}
