import type { Link, PhrasingContent } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import type { Inline } from '../types.ts';
import { parseInline } from './markdown.ts';
import type { MarkdownNode } from './markdown.ts';
import type { Spot } from './problem.ts';
import type { Report } from './report.ts';

/** Where inline Markdown comes from: the text that its nodes' offsets count in, and how to point at them. */
export interface InlineSource {
  readonly text: string;
  spotOf(node: MarkdownNode): Spot;
}

/** Compiles the children of a paragraph, a heading or a table cell. */
export function compileInlines(
  report: Report,
  source: InlineSource,
  nodes: readonly PhrasingContent[],
): readonly Inline[] {
  return joinTexts(nodes.flatMap((node) => compileInline(report, source, node)));
}

/** Compiles a text field of YAML. */
export function compileText(report: Report, text: string, spot: Spot): readonly Inline[] {
  const paragraph = parseInline(text);
  if (paragraph === undefined) {
    report.problem(spot, 'must be one paragraph of text');
    return [];
  }
  return compileInlines(report, { text, spotOf: () => spot }, paragraph.children);
}

function compileInline(report: Report, source: InlineSource, node: PhrasingContent): readonly Inline[] {
  if (isRefused(node)) {
    report.problem(source.spotOf(node), refusals[node.type]);
    return [];
  }
  switch (node.type) {
    case 'text':
      return withRules(report, node.value.replaceAll(/\s*\n\s*/g, ' '), source.spotOf(node));
    case 'inlineCode':
      return [{ type: 'code', value: node.value }];
    case 'strong':
    case 'emphasis':
      return [{ type: node.type, children: compileInlines(report, source, node.children) }];
    case 'link':
      return compileLink(report, source, node);
    case 'textDirective':
      return compileColon(report, source, node);
  }
}

/**
 * `… refuses it [IMDS-04].`: the rule stands apart and the space before it goes with it. Its mark comes behind the
 * period, as a footnote's does.
 */
function withRules(report: Report, text: string, spot: Spot): readonly Inline[] {
  const marked = text.replaceAll(/((?: ?\[[A-Z]+(?:-[A-Z]+)*-\d\d\])+)([.,;:]+)/g, '$2$1');
  return marked.split(/ ?\[([A-Z]+(?:-[A-Z]+)*-\d\d)\]/).flatMap((part, index): readonly Inline[] => {
    if (index % 2 === 0) return part === '' ? [] : [{ type: 'text', value: part }];
    report.refer('rule', part, spot);
    return [{ type: 'rule', rule: part }];
  });
}

type Refused = 'html' | 'image' | 'imageReference' | 'break' | 'linkReference' | 'footnoteReference' | 'delete';

const refusals: Readonly<Record<Refused, string>> = {
  html: 'HTML is not shown; write it as `code`',
  image: 'pictures are not read; use ::figure, ::flow or a mermaid block',
  imageReference: 'pictures are not read; use ::figure, ::flow or a mermaid block',
  break: 'a line break within a paragraph is not shown; begin a new paragraph',
  linkReference: 'write the link where it stands, as [text](address), and brackets as `code`',
  footnoteReference: 'there are no footnotes; say it in the text or in `sources`',
  delete: 'text that is struck out is not shown',
};

function isRefused(node: PhrasingContent): node is Extract<PhrasingContent, { type: Refused }> {
  return node.type in refusals;
}

function compileLink(report: Report, source: InlineSource, node: Link): readonly Inline[] {
  const children = compileInlines(report, source, node.children);
  // GFM makes a link of every bare address. An author who wants a link writes one.
  if (!/^[[<]/.test(sourceOf(source, node))) return children;
  const spot = source.spotOf(node);
  if (node.title !== null && node.title !== undefined) report.problem(spot, 'a link has no title here; leave it out');
  if (/^\/(?!\/)/.test(node.url)) report.refer('link', node.url, spot);
  else if (!/^https:\/\/[^\s/]+/.test(node.url)) {
    report.problem(spot, `"${node.url}" is neither a page of the app (/…) nor an https address`);
  }
  return [{ type: 'link', href: node.url, children }];
}

/** A colon before a word, as in `user:password`, is read as a directive; without braces it is text. */
function compileColon(report: Report, source: InlineSource, node: TextDirective): readonly Inline[] {
  const bare = node.children.length === 0 && Object.keys(node.attributes ?? {}).length === 0;
  if (bare) return [{ type: 'text', value: sourceOf(source, node) }];
  report.problem(
    source.spotOf(node),
    `":${node.name}" is not known within a text; put it in \`code\` if it is none of ours`,
  );
  return [];
}

function sourceOf(source: InlineSource, node: MarkdownNode): string {
  return source.text.slice(node.position?.start.offset, node.position?.end.offset);
}

function joinTexts(inlines: readonly Inline[]): readonly Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    if (inline.type === 'text' && last?.type === 'text')
      joined[joined.length - 1] = { type: 'text', value: last.value + inline.value };
    else joined.push(inline);
  }
  return joined;
}

/** What a reader sees, without marks: for the ids of headings. */
export function plainTextOf(inlines: readonly Inline[]): string {
  return inlines.map(textOf).join('');
}

function textOf(inline: Inline): string {
  if (inline.type === 'rule') return '';
  return 'children' in inline ? plainTextOf(inline.children) : inline.value;
}
