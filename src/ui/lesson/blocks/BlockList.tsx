import type { Block } from '#content/types.ts';
import { InlineContent } from '#ui/content/InlineContent.tsx';
import { lessonWords as words } from '#ui/words/words.ts';
import { FigureBlock } from '../figures/FigureBlock.tsx';
import { LiveWorldBlock } from '../live/LiveWorldBlock.tsx';
import { Predict } from '../predict/Predict.tsx';
import { Aside } from './Aside.tsx';
import { CheckBlock } from './CheckBlock.tsx';
import { CodeListing } from './CodeListing.tsx';
import { Heading } from './Heading.tsx';
import { List } from './List.tsx';
import { Table } from './Table.tsx';
import styles from './Prose.module.css';

/** Blocks of a lesson, one under the other. */
export function BlockList({ blocks }: { readonly blocks: readonly Block[] }) {
  return (
    <div className={styles.prose}>
      {blocks.map((block, index) => (
        <BlockView key={block.type === 'check' || block.type === 'predict' ? block.question.id : index} block={block} />
      ))}
    </div>
  );
}

function BlockView({ block }: { readonly block: Block }) {
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
    case 'list':
      return (
        <List ordered={block.ordered} items={block.items}>
          {(blocks) => <BlockList blocks={blocks} />}
        </List>
      );
    case 'quote':
      return (
        <blockquote className={styles.quote}>
          <BlockList blocks={block.children} />
        </blockquote>
      );
    case 'code':
      return <CodeListing title={words.languages[block.language] ?? block.language} text={block.value} />;
    case 'table':
      return <Table head={block.head} rows={block.rows} />;
    case 'aside':
      return (
        <Aside kind={block.kind}>
          <BlockList blocks={block.children} />
        </Aside>
      );
    case 'check':
      return <CheckBlock question={block.question} />;
    case 'predict':
      return <Predict question={block.question} isOpening={block.isOpening === true} />;
    case 'world':
      return <LiveWorldBlock live={block.world} />;
    case 'sequence':
    case 'flow':
    case 'figure':
      return <FigureBlock block={block} />;
  }
}
