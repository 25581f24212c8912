import type { BlockContent, DefinitionContent, Paragraph, RootContent, Yaml } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Processor } from 'unified';

/** Any node that has a place in the text. */
export type MarkdownNode = RootContent;
/** A node that stands at the top of a lesson, or in a list, a quote or an aside. */
export type BlockNode = BlockContent | DefinitionContent | Yaml;

const lesson = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkGfm).use(remarkDirective).freeze();

/** Without what makes blocks, so that a text may begin with `403.` or `- ` and still be a text. */
const inline = unified().use(remarkParse).use(remarkGfm).use(withoutBlocks).freeze();

function withoutBlocks(this: Processor): void {
  const data = this.data();
  const extensions = (data.micromarkExtensions ??= []);
  extensions.push({
    disable: {
      null: [
        'blockQuote',
        'codeFenced',
        'codeIndented',
        'definition',
        'headingAtx',
        'htmlFlow',
        'list',
        'setextUnderline',
        'table',
        'thematicBreak',
      ],
    },
  });
}

/** A whole lesson, front matter and directives included. */
export function parseLesson(source: string): readonly BlockNode[] {
  // The types allow texts at the top of a document; the grammar does not.
  return lesson.parse(source).children as BlockNode[];
}

/** The text of a YAML field: undefined where it is more than one paragraph. */
export function parseInline(source: string): Paragraph | undefined {
  const [paragraph, second] = inline.parse(source).children;
  return paragraph?.type === 'paragraph' && second === undefined ? paragraph : undefined;
}
