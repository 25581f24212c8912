import type { Code } from 'mdast';
import type * as v from 'valibot';
import type { SequenceDiagram } from '../types.ts';
import { compileBlocks } from './blocks.ts';
import { plainTextOf } from './inline.ts';
import type { InlineSource } from './inline.ts';
import type { KeyedBlock, KeyedLesson } from './keyed.ts';
import { parseLesson } from './markdown.ts';
import type { BlockNode, MarkdownNode } from './markdown.ts';
import type { DiagramParser } from './mermaid/parser.ts';
import type { Report } from './report.ts';
import type { Teller } from './teller.ts';
import { frontMatter } from './schema/lesson.ts';
import type { FrontMatter } from './schema/lesson.ts';
import { translatedFrontMatter } from './schema/translation.ts';
import { checkPresent, withEnglishIds } from './translated-blocks.ts';
import { readYaml } from './yaml.ts';
import type { Parsed } from './yaml.ts';

/** Compiles `en/lessons/<id>.md`. Undefined where the front matter cannot be read. */
export async function compileLesson(
  report: Report,
  { id, text }: { readonly id: string; readonly text: string },
  diagramParser: DiagramParser,
  teller?: Teller,
): Promise<KeyedLesson | undefined> {
  const nodes = parseLesson(text);
  const source: InlineSource = { text, spotOf: (node) => ({ line: lineOf(node) }) };
  const head = readFrontMatter(report, nodes);
  const diagrams = await parseDiagrams(report, nodes, diagramParser);
  const blocks = compileBlocks({ report, source, diagrams, headingIds: new Set(), teller }, nodes);
  if (head === undefined) return undefined;
  return {
    id,
    ...head,
    objectives: head.objectives ?? [],
    blocks: blocks.map((block) => opening(block, head.question)),
  };
}

/** The words of a lesson in another language; what is not words stays as it is in English. */
export async function translateLesson(
  report: Report,
  text: string,
  english: KeyedLesson,
  diagramParser: DiagramParser,
): Promise<KeyedLesson> {
  const nodes = parseLesson(text);
  const source: InlineSource = { text, spotOf: (node) => ({ line: lineOf(node) }) };
  const head = readHead(report, nodes, translatedFrontMatter)?.value;
  const diagrams = await parseDiagrams(report, nodes, diagramParser);
  const original = english.blocks;
  const blocks = compileBlocks({ report, source, diagrams, headingIds: new Set(), original }, nodes);
  checkPresent(report, blocks, original);
  return { ...english, ...head, blocks: withEnglishIds(report, blocks, original) };
}

/** The YAML at the beginning of a Markdown file. */
export function readHead<Schema extends v.GenericSchema>(
  report: Report,
  [first]: readonly BlockNode[],
  schema: Schema,
): Parsed<v.InferOutput<Schema>> | undefined {
  if (first?.type === 'yaml') return readYaml(report, { text: first.value, linesBefore: lineOf(first) }, schema);
  report.problem({ line: 1 }, 'no front matter; begin with --- and the title, the summary …');
  return undefined;
}

function opening(block: KeyedBlock, question: string): KeyedBlock {
  if (block.type !== 'predict' || plainTextOf(block.question.ask) !== question) return block;
  return { ...block, isOpening: true };
}

function readFrontMatter(report: Report, nodes: readonly BlockNode[]): FrontMatter | undefined {
  const parsed = readHead(report, nodes, frontMatter);
  if (parsed === undefined) return undefined;
  const { points, objectives = [] } = parsed.value;
  report.referAll('point', points, parsed.place.within('points'));
  report.referAll('objective', objectives, parsed.place.within('objectives'));
  return parsed.value;
}

async function parseDiagrams(
  report: Report,
  nodes: readonly BlockNode[],
  diagramParser: DiagramParser,
): Promise<ReadonlyMap<Code, SequenceDiagram>> {
  const diagrams = new Map<Code, SequenceDiagram>();
  for (const code of nodes.flatMap(diagramsIn)) {
    const parsed = await diagramParser.parse(code.value);
    if (parsed.ok) diagrams.set(code, parsed.diagram);
    else report.problem({ line: lineOf(code) + parsed.line }, parsed.message);
  }
  return diagrams;
}

function diagramsIn(node: MarkdownNode): readonly Code[] {
  if (node.type === 'code') return node.lang === 'mermaid' ? [node] : [];
  return 'children' in node ? node.children.flatMap(diagramsIn) : [];
}

function lineOf(node: MarkdownNode): number {
  return node.position?.start.line ?? 1;
}
