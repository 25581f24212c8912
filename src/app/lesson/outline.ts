import type { Block, Inline, Lesson, Question } from '#content/types.ts';

/** Blocks that stand beside the prose where there is room. */
export type FigureBlock = Extract<Block, { type: 'sequence' | 'flow' | 'figure' }>;

/** A stretch of prose with at most one figure, which stands beside all of it. */
export interface Stretch {
  readonly before: readonly Block[];
  readonly figure: FigureBlock | null;
  readonly after: readonly Block[];
}

/** What a section is made of: prose with its figures, or blocks that take the whole width. */
export type SectionPart =
  | { readonly kind: 'prose'; readonly stretch: Stretch }
  | { readonly kind: 'world'; readonly block: Extract<Block, { type: 'world' }> }
  /** What came of the guess that was made before reading. */
  | { readonly kind: 'guess'; readonly question: Question }
  /** Questions, or closing remarks, that follow one another: side by side where there is room. */
  | { readonly kind: 'row'; readonly blocks: readonly Block[] };

export interface Section {
  /** The id of its heading; null for what comes before the first one. */
  readonly id: string | null;
  readonly heading: readonly Inline[];
  readonly parts: readonly SectionPart[];
}

/** A lesson cut at its main headings. */
export function sectionsOf({ blocks }: Pick<Lesson, 'blocks'>): readonly Section[] {
  const sections: { id: string | null; heading: readonly Inline[]; blocks: Block[] }[] = [];
  let current = { id: null as string | null, heading: [] as readonly Inline[], blocks: [] as Block[] };
  for (const block of blocks) {
    if (block.type === 'heading' && block.level === 2) {
      if (current.id !== null || current.blocks.length > 0) sections.push(current);
      current = { id: block.id, heading: block.children, blocks: [] };
    } else {
      current.blocks.push(block);
    }
  }
  sections.push(current);
  const guessed = blocks.find((block) => block.type === 'predict');
  return sections.map(({ id, heading, blocks: own }, index) => {
    const isLast = index === sections.length - 1;
    const parts = isLast && guessed !== undefined ? withGuess(own, guessed.question) : partsOf(own);
    return { id, heading, parts };
  });
}

/** A guess is answered at the end, before the closing remarks. */
function withGuess(blocks: readonly Block[], question: Question): readonly SectionPart[] {
  const closing = blocks.findLastIndex(({ type }) => type !== 'aside') + 1;
  return [...partsOf(blocks.slice(0, closing)), { kind: 'guess', question }, ...partsOf(blocks.slice(closing))];
}

function partsOf(blocks: readonly Block[]): readonly SectionPart[] {
  const parts: SectionPart[] = [];
  let open: { before: Block[]; figure: FigureBlock | null; after: Block[] } | null = null;
  const close = () => {
    if (open !== null) parts.push({ kind: 'prose', stretch: open });
    open = null;
  };
  for (const [index, block] of blocks.entries()) {
    if (block.type === 'world') {
      close();
      parts.push({ kind: 'world', block });
    } else if (isInRow(block, blocks, index)) {
      close();
      addToRow(parts, block);
    } else if (isFigure(block)) {
      if (open !== null && open.figure !== null) close();
      open ??= { before: [], figure: null, after: [] };
      open.figure = block;
    } else {
      open ??= { before: [], figure: null, after: [] };
      (open.figure === null ? open.before : open.after).push(block);
    }
  }
  close();
  return parts;
}

/** Whether a question or a remark has one of its kind beside it. */
function isInRow(block: Block, blocks: readonly Block[], index: number): boolean {
  if (block.type !== 'check' && block.type !== 'aside') return false;
  return blocks[index - 1]?.type === block.type || blocks[index + 1]?.type === block.type;
}

function addToRow(parts: SectionPart[], block: Block): void {
  const last = parts.at(-1);
  if (last?.kind === 'row' && last.blocks.at(-1)?.type === block.type) {
    parts[parts.length - 1] = { kind: 'row', blocks: [...last.blocks, block] };
  } else {
    parts.push({ kind: 'row', blocks: [block] });
  }
}

function isFigure(block: Block): block is FigureBlock {
  return block.type === 'sequence' || block.type === 'flow' || block.type === 'figure';
}

/** The check questions of a lesson, by id. */
export function checksOf({ blocks }: Pick<Lesson, 'blocks'>): readonly string[] {
  return blocks.flatMap((block) => (block.type === 'check' ? [block.question.id] : []));
}
