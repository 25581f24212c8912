import type { Picture, Row } from './picture.ts';

/** The picture as the text of a Mermaid sequence diagram, for pages elsewhere. GitHub draws it. */
export function mermaidOf({ description, lanes, enclosures, rows }: Picture, title: string): string {
  const names = new Map(lanes.map(({ id }, index) => [id, `p${index + 1}`]));
  const where = (lane: string): string => {
    const around = enclosures.find(({ kind, lanes: inside }) => kind === 'host' && inside.includes(lane));
    return around === undefined ? '' : ` (${around.label})`;
  };
  return [
    'sequenceDiagram',
    `  accTitle: ${plain(title)}`,
    `  accDescr: ${plain(description)}`,
    '  autonumber',
    ...lanes.map(({ id, head }) => `  participant ${names.get(id) ?? id} as ${plain(`${head.label}${where(id)}`)}`),
    ...rows.map(
      (row) => `  ${line(row, (lane) => names.get(lane) ?? lane, lanes[0]?.id ?? '', lanes.at(-1)?.id ?? '')}`,
    ),
    '',
  ].join('\n');
}

function line(row: Row, name: (lane: string) => string, first: string, last: string): string {
  const text = plain(row.title);
  switch (row.kind) {
    case 'pause':
      return `Note over ${name(first)},${name(last)}: ${text}`;
    case 'silence':
      return `Note right of ${name(row.from)}: ${text}`;
    case 'message':
      return `${name(row.from)}${arrow(row.line, row.lost)}${name(row.to)}: ${text}`;
  }
}

function arrow(line: 'solid' | 'dashed', lost: boolean): string {
  if (lost) return '-x';
  return line === 'solid' ? '->>' : '-->>';
}

/** Semicolons end a line in Mermaid, and number signs open an entity. */
function plain(text: string): string {
  return text.replaceAll(';', ',').replaceAll('#', '#35;');
}
