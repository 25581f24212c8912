import type { Inline } from '../types.ts';
import type { KeyedBlock } from './keyed.ts';

/** By which words a lesson is linked to a term. */
export interface Linked {
  readonly id: string;
  /** None where lessons are not linked to it. */
  readonly words: readonly string[];
}

interface Found {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Makes a link of the first use of each term, in paragraphs and lists; not in headings, tables, links, code and what is
 * strong, which names things of its own. The longest of two words at one place counts: "role assignment" before "role".
 */
export function linkTerms(blocks: readonly KeyedBlock[], terms: readonly Linked[]): readonly KeyedBlock[] {
  const search = searchFor(terms);
  return blocks.map((block) => linkBlock(block, search));
}

type Search = (text: string) => Found | null;

function linkBlock(block: KeyedBlock, search: Search): KeyedBlock {
  switch (block.type) {
    case 'paragraph':
      return { ...block, children: linkInlines(block.children, search) };
    case 'list':
      return { ...block, items: block.items.map((item) => item.map((each) => linkBlock(each, search))) };
    case 'aside':
      // `notes` are for whoever presents.
      return block.kind === 'notes'
        ? block
        : { ...block, children: block.children.map((each) => linkBlock(each, search)) };
    default:
      return block;
  }
}

function linkInlines(inlines: readonly Inline[], search: Search): readonly Inline[] {
  return inlines.flatMap((inline): readonly Inline[] => {
    if (inline.type === 'text') return linkText(inline.value, search);
    return [inline.type === 'emphasis' ? { ...inline, children: linkInlines(inline.children, search) } : inline];
  });
}

function linkText(text: string, search: Search): readonly Inline[] {
  const found = search(text);
  if (found === null) return text === '' ? [] : [{ type: 'text', value: text }];
  const { id, start, end } = found;
  const used: Inline = { type: 'term', term: id, children: [{ type: 'text', value: text.slice(start, end) }] };
  const before: readonly Inline[] = start === 0 ? [] : [{ type: 'text', value: text.slice(0, start) }];
  return [...before, used, ...linkText(text.slice(end), search)];
}

/** Finds the next word of a term that was not found before. */
function searchFor(terms: readonly Linked[]): Search {
  const idOf = new Map(terms.flatMap(({ id, words }) => words.map((word) => [keyOf(word), id] as const)));
  const words = [...idOf.keys()].toSorted((a, b) => b.length - a.length);
  const used = new Set<string>();
  const pattern =
    words.length === 0
      ? null
      : new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${words.map(patternOf).join('|')})(?![\\p{L}\\p{N}_]|-\\p{L})`, 'giu');
  return (text) => {
    for (const match of pattern === null ? [] : text.matchAll(pattern)) {
      const id = idOf.get(keyOf(match[0])) ?? '';
      if (used.has(id)) continue;
      used.add(id);
      return { id, start: match.index, end: match.index + match[0].length };
    }
    return null;
  };
}

/** Words are the same whatever their case and spaces: "Object ID" begins a sentence as "object ID" stands in one. */
function keyOf(word: string): string {
  return word.toLowerCase().replaceAll(/\s+/g, ' ');
}

function patternOf(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(' ', String.raw`\s+`);
}
