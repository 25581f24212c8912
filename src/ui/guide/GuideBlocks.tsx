import type { ReactNode } from 'react';
import type { GuideBlock } from '#content/types.ts';
import { InlineContent } from '#ui/content/InlineContent.tsx';
import { Aside } from '#ui/lesson/blocks/Aside.tsx';
import { CodeListing } from '#ui/lesson/blocks/CodeListing.tsx';
import { Heading } from '#ui/lesson/blocks/Heading.tsx';
import { List } from '#ui/lesson/blocks/List.tsx';
import { Table } from '#ui/lesson/blocks/Table.tsx';
import { guideWords as words } from '#words/guide.ts';
import styles from './GuideBlocks.module.css';

/** Blocks of a guide, one under the other. */
export function GuideBlocks({ blocks }: { readonly blocks: readonly GuideBlock[] }) {
  return (
    <div className={styles.blocks}>
      {blocks.map((block, index) => (
        <BlockView key={index} block={block} />
      ))}
    </div>
  );
}

function BlockView({ block }: { readonly block: GuideBlock }) {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <InlineContent content={block.children} />
        </p>
      );
    case 'heading':
      return (
        <Heading level={block.level} id={block.id}>
          <InlineContent content={block.children} />
        </Heading>
      );
    case 'code':
      return <CodeListing title={titleOf(block)} text={block.value} />;
    case 'table':
      return <Table head={block.head} rows={block.rows} />;
    case 'aside':
      return (
        <Aside kind={block.kind}>
          <GuideBlocks blocks={block.children} />
        </Aside>
      );
    case 'list':
      return (
        <List ordered={block.ordered} items={block.items}>
          {(blocks) => <GuideBlocks blocks={blocks} />}
        </List>
      );
  }
}

/** A program is named by the comment in its first line, everything else by its language. */
function titleOf({ language, value }: Extract<GuideBlock, { type: 'code' }>): ReactNode {
  const file = /^(?:\/\/|#) (\S+\.\w+)\n/.exec(value)?.[1];
  return file === undefined ? (words.languages[language] ?? language) : <code>{file}</code>;
}
