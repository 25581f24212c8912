import { loadContent } from '#content/build/load.ts';
import { plainTextOf } from '#content/build/inline.ts';
import type { KeyedLesson } from '#content/build/keyed.ts';
import type { Block, Inline, Question } from '#content/types.ts';

/** A lesson as its reader has it, in the Markdown that any site takes. */
export interface SameText {
  readonly title: string;
  readonly description: string;
  readonly markdown: string;
}

/** The first lesson of the course. */
export async function firstLessonText(root: string): Promise<SameText> {
  const { lessons } = await loadContent(root);
  const [first] = lessons;
  if (first === undefined) throw new Error('The course has no lesson.');
  return { title: first.title, description: first.summary, markdown: markdownOf(first) };
}

function markdownOf({ question, blocks, sources }: KeyedLesson): string {
  const links = sources.map(({ title, href }) => `- [${title}](${href})`).join('\n');
  return [question, ...blocks.map(blockText), '## Microsoft’s own pages', links].join('\n\n');
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return inlineText(block.children);
    case 'heading':
      return `${'#'.repeat(block.level)} ${inlineText(block.children)}`;
    case 'list':
      return block.items.map((item, at) => itemText(block.ordered ? `${at + 1}. ` : '- ', item)).join('\n');
    case 'quote':
    case 'aside':
      return block.children.map(blockText).join('\n\n').replaceAll(/^/gm, '> ');
    case 'code':
      return `\`\`\`${block.language}\n${block.value}\n\`\`\``;
    case 'table':
      return tableText(block.head, block.rows);
    case 'check':
    case 'predict':
      return questionText(block.question);
    case 'world':
      return inlineText(block.world.task);
    case 'sequence':
      return block.diagram.messages.map(({ from, to, text }, at) => `${at + 1}. ${from} → ${to}: ${text}`).join('\n');
    case 'flow':
    case 'figure':
      return '';
  }
}

function itemText(mark: string, blocks: readonly Block[]): string {
  return (
    mark +
    blocks
      .map(blockText)
      .join('\n\n')
      .replaceAll('\n', `\n${' '.repeat(mark.length)}`)
  );
}

function tableText(head: readonly (readonly Inline[])[], rows: readonly (readonly (readonly Inline[])[])[]): string {
  const line = (cells: readonly (readonly Inline[])[]) => `| ${cells.map(inlineText).join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

function questionText({ ask, choices }: Question): string {
  const answers = choices.map(({ text, why }) => `- ${inlineText(text)} ${inlineText(why)}`);
  return `${inlineText(ask)}\n\n${answers.join('\n')}`;
}

/** Links within the app lead nowhere on another site: there they are plain words. */
function inlineText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'code') return `\`${inline.value}\``;
      if (inline.type === 'strong') return `**${inlineText(inline.children)}**`;
      if (inline.type === 'link' && inline.href.startsWith('https:')) {
        return `[${plainTextOf(inline.children)}](${inline.href})`;
      }
      return plainTextOf([inline]).replaceAll('<', '&lt;');
    })
    .join('');
}
