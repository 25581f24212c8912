import type { SequenceDiagram } from '../../types.ts';

/** What the worker reads out of Mermaid. */
export interface RawDiagram {
  readonly title: string;
  readonly description: string;
  /** How many boxes there are around participants. */
  readonly boxes: number;
  readonly participants: readonly { readonly id: string; readonly label: string }[];
  readonly messages: readonly {
    /** The name of Mermaid's line type, such as SOLID or NOTE. */
    readonly type: string;
    readonly from: string;
    readonly to: string;
    readonly text: string;
  }[];
}

export type ParsedDiagram =
  | { readonly ok: true; readonly diagram: SequenceDiagram }
  /** The line counts from 1 within the diagram. */
  | { readonly ok: false; readonly line: number; readonly message: string };

const lines: Readonly<Record<string, 'solid' | 'dashed'>> = {
  SOLID: 'solid',
  SOLID_OPEN: 'solid',
  SOLID_CROSS: 'solid',
  SOLID_POINT: 'solid',
  DOTTED: 'dashed',
  DOTTED_OPEN: 'dashed',
  DOTTED_CROSS: 'dashed',
  DOTTED_POINT: 'dashed',
};

/** They change how Mermaid draws and not what is said; our steps are numbered anyway. */
const withoutMeaning = new Set(['ACTIVE_START', 'ACTIVE_END', 'AUTONUMBER']);

/** Keeps what our own drawing can show, and refuses the rest rather than drop it silently. */
export function diagramOf(source: string, raw: RawDiagram): ParsedDiagram {
  if (raw.title === '') return refused(1, 'the diagram has no accTitle; name it for those who do not see it');
  if (raw.description === '') return refused(1, 'the diagram has no accDescr; say in a sentence what it shows');
  if (raw.boxes > 0)
    return refused(lineOf(source, /^\s*box\b/i), 'a box around participants is not drawn here; leave it out');
  const messages: SequenceDiagram['messages'][number][] = [];
  for (const { type, from, to, text } of raw.messages) {
    if (withoutMeaning.has(type)) continue;
    const line = lines[type];
    if (line === undefined) return unknownLine(source, type);
    messages.push({ from, to, text, line });
  }
  if (messages.length === 0) return refused(1, 'the diagram has no messages');
  const { title, description, participants } = raw;
  return { ok: true, diagram: { title, description, participants, messages } };
}

function refused(line: number, message: string): ParsedDiagram {
  return { ok: false, line, message };
}

/** `ALT_START` stands for the word `alt`, `NOTE` for `Note`, and so on. */
function unknownLine(source: string, type: string): ParsedDiagram {
  const word = type.split('_')[0]?.toLowerCase() ?? '';
  const line = lineOf(source, new RegExp(`^\\s*${word}\\b`, 'i'));
  if (line > 1) return refused(line, `"${word}" is not drawn here; say it in the text and keep to messages`);
  return refused(
    lineOf(source, /<<--?>>|\(\)|[|\\/]-|-[|\\/]/),
    'this arrow is not drawn here; use ->> for a request and -->> for a response',
  );
}

function lineOf(source: string, pattern: RegExp): number {
  return Math.max(source.split('\n').findIndex((line) => pattern.test(line)) + 1, 1);
}
