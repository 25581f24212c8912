import type { Guide, GuideBlock } from '../types.ts';
import { compileBlocks } from './blocks.ts';
import type { KeyedBlock } from './keyed.ts';
import { readHead } from './lesson.ts';
import { parseLesson } from './markdown.ts';
import type { Report } from './report.ts';
import { guideFrontMatter } from './schema/guide.ts';

/** Compiles `en/guides/<id>.md`. Undefined where the front matter cannot be read. */
export function compileGuide(
  report: Report,
  { id, text }: { readonly id: string; readonly text: string },
): Guide | undefined {
  const nodes = parseLesson(text);
  const head = readHead(report, nodes, guideFrontMatter)?.value;
  const spotOf = (node: (typeof nodes)[number]) => ({ line: node.position?.start.line ?? 1 });
  const context = { report, source: { text, spotOf }, diagrams: new Map(), headingIds: new Set<string>() };
  const blocks = nodes.flatMap((node) => {
    const compiled = compileBlocks(context, [node]);
    const plain = compiled.filter(isPlain);
    if (plain.length < compiled.length) report.problem(spotOf(node), 'a guide has text, code, tables and asides only');
    return plain;
  });
  return head === undefined ? undefined : { id, ...head, blocks };
}

function isPlain(block: KeyedBlock): block is GuideBlock {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'code':
    case 'table':
      return true;
    case 'list':
      return block.items.every((item) => item.every(isPlain));
    case 'aside':
      return block.children.every(isPlain);
    default:
      return false;
  }
}
