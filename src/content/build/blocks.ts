import type { Code, Heading, List, Parents, Table } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Inline, SequenceDiagram } from '../types.ts';
import { compileData, compileLeaf } from './directives.ts';
import { compileInlines, plainTextOf } from './inline.ts';
import type { InlineSource } from './inline.ts';
import type { KeyedBlock } from './keyed.ts';
import type { BlockNode, MarkdownNode } from './markdown.ts';
import type { Report } from './report.ts';
import type { Teller } from './teller.ts';
import type { Original } from './translated-blocks.ts';

/** What the compiler of one lesson carries along. */
export interface LessonContext {
  readonly report: Report;
  readonly source: InlineSource;
  /** Diagrams are parsed beforehand, since that takes a worker; absent are those that were refused. */
  readonly diagrams: ReadonlyMap<Code, SequenceDiagram>;
  /** Ids of headings so far, and whether a `##` has come before a `###`. */
  readonly headingIds: Set<string>;
  /** Undefined where nobody asks what live blocks are in words. */
  readonly teller?: Teller | undefined;
  /** For a translation, which holds only words: the English blocks. */
  readonly original?: Original | undefined;
}

type Where = 'lesson' | 'aside' | 'list' | 'quote';

export function compileBlocks(
  context: LessonContext,
  nodes: readonly BlockNode[],
  where: Where = 'lesson',
): readonly KeyedBlock[] {
  return nodes.flatMap((node) => compileBlock(context, node, where));
}

function compileBlock(context: LessonContext, node: BlockNode, where: Where): readonly KeyedBlock[] {
  if (isRefused(node)) return refuse(context, node, refusals[node.type]);
  switch (node.type) {
    case 'yaml':
      return [];
    case 'paragraph':
      return [{ type: 'paragraph', children: inlinesOf(context, node) }];
    case 'heading':
      return compileHeading(context, node, where);
    case 'list':
      return compileList(context, node);
    case 'blockquote':
      return [{ type: 'quote', children: compileBlocks(context, node.children, 'quote') }];
    case 'code':
      return compileCode(context, node);
    case 'table':
      return [compileTable(context, node)];
    case 'leafDirective':
      return compileLeaf(context.report, node, context.source.spotOf(node), context.teller);
    case 'containerDirective':
      return compileContainer(context, node, where);
  }
}

type Refused = 'html' | 'thematicBreak' | 'definition' | 'footnoteDefinition';

const refusals: Readonly<Record<Refused, string>> = {
  html: 'HTML is not shown; write it as `code`',
  thematicBreak: 'a rule (---) is not shown; begin a new part with ##',
  definition: 'write the link where it stands, as [text](address)',
  footnoteDefinition: 'there are no footnotes; say it in the text or in `sources`',
};

function isRefused(node: BlockNode): node is Extract<BlockNode, { type: Refused }> {
  return node.type in refusals;
}

function refuse({ report, source }: LessonContext, node: MarkdownNode, message: string): readonly KeyedBlock[] {
  report.problem(source.spotOf(node), message);
  return [];
}

function inlinesOf(
  { report, source }: LessonContext,
  node: Extract<Parents, { type: 'paragraph' | 'heading' | 'tableCell' }>,
): readonly Inline[] {
  return compileInlines(report, source, node.children);
}

function compileHeading(context: LessonContext, node: Heading, where: Where): readonly KeyedBlock[] {
  if (where !== 'lesson') return refuse(context, node, `a heading cannot stand in ${articled[where]}`);
  const level = node.depth;
  if (level === 1) return refuse(context, node, 'the title stands in the front matter; begin with ##');
  if (level !== 2 && level !== 3) return refuse(context, node, 'headings go no deeper than ###');
  const { headingIds } = context;
  if (level === 3 && headingIds.size === 0) return refuse(context, node, 'a ### needs a ## before it');
  const children = inlinesOf(context, node);
  const id = freeId(slug(plainTextOf(children)), headingIds);
  headingIds.add(id);
  return [{ type: 'heading', level, id, children }];
}

const articled: Readonly<Record<Where, string>> = {
  lesson: 'a lesson',
  aside: 'an aside',
  list: 'a list',
  quote: 'a quote',
};

function slug(text: string): string {
  const words = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return words === null ? 'part' : words.join('-');
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  let count = 2;
  while (taken.has(`${wanted}-${count}`)) count += 1;
  return `${wanted}-${count}`;
}

function compileList(context: LessonContext, node: List): readonly KeyedBlock[] {
  if (node.ordered === true && node.start !== 1) return refuse(context, node, 'a numbered list begins with 1');
  const items = node.children.map((item) => {
    if (typeof item.checked === 'boolean') refuse(context, item, 'check boxes are not shown');
    return compileBlocks(context, item.children, 'list');
  });
  return [{ type: 'list', ordered: node.ordered === true, items }];
}

function compileCode(context: LessonContext, node: Code): readonly KeyedBlock[] {
  if (node.lang === 'mermaid') {
    const diagram = context.diagrams.get(node);
    return diagram === undefined ? [] : [{ type: 'sequence', diagram }];
  }
  if (node.lang === null || node.lang === undefined) {
    return refuse(context, node, 'name the language after the fence: http, json, bash, text …');
  }
  if (node.meta !== null && node.meta !== undefined) {
    return refuse(context, node, `"${node.meta}" after the language is not read; leave it out`);
  }
  return [{ type: 'code', language: node.lang, value: node.value }];
}

function compileTable(context: LessonContext, node: Table): KeyedBlock {
  const [head = [], ...rows] = node.children.map((row) => row.children.map((cell) => inlinesOf(context, cell)));
  return { type: 'table', head, rows };
}

function compileContainer(context: LessonContext, node: ContainerDirective, where: Where): readonly KeyedBlock[] {
  switch (node.name) {
    case 'note':
    case 'remember':
    case 'notes':
      return compileAside(context, node, node.name);
    case 'world':
    case 'check':
    case 'predict':
      if (where !== 'lesson') return refuse(context, node, `:::${node.name} cannot stand in ${articled[where]}`);
      return compileData(context.report, node, context.source.spotOf(node), context);
    default:
      return refuse(
        context,
        node,
        `:::${node.name} is not known; known are note, remember, notes, world, check, predict`,
      );
  }
}

function compileAside(
  context: LessonContext,
  node: ContainerDirective,
  kind: 'note' | 'remember' | 'notes',
): readonly KeyedBlock[] {
  const label = node.children.some(({ data }) => data !== undefined && 'directiveLabel' in data);
  if (label || Object.keys(node.attributes ?? {}).length > 0) {
    return refuse(context, node, `:::${kind} has a heading of its own; leave out what stands in brackets`);
  }
  return [{ type: 'aside', kind, children: compileBlocks(context, node.children, 'aside') }];
}
