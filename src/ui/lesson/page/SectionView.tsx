import { lazy } from 'react';
import type { Block } from '#content/types.ts';
import type { Section, SectionPart, Stretch } from '#app/lesson/outline.ts';
import { InlineContent } from '#ui/content/InlineContent.tsx';
import { classNames } from '#ui/kit/class-names.ts';
import { BlockList } from '../blocks/BlockList.tsx';
import { Heading } from '../blocks/Heading.tsx';
import { FigureBlock } from '../figures/FigureBlock.tsx';
import { LiveWorldBlock } from '../live/LiveWorldBlock.tsx';
import { Nearby } from '../Nearby.tsx';
import styles from './SectionView.module.css';

const GuessBox = lazy(async () => (await import('../live-parts.ts')).liveParts.guess());

/** One section: its prose, beside it the figure that belongs to it. */
export function SectionView({ section }: { readonly section: Section }) {
  const { id, heading, parts } = section;
  return (
    <section className={styles.section} data-section={id ?? ''} data-stop={id === null ? undefined : ''}>
      {id !== null && (
        <Heading level={2} id={id}>
          <InlineContent content={heading} />
        </Heading>
      )}
      {parts.map((part, index) => (
        <Part key={index} part={part} />
      ))}
    </section>
  );
}

function Part({ part }: { readonly part: SectionPart }) {
  switch (part.kind) {
    case 'prose':
      return <Prose stretch={part.stretch} />;
    case 'world':
      return (
        <div className={styles.wide} data-stop>
          <LiveWorldBlock live={part.block.world} />
        </div>
      );
    case 'guess':
      return (
        <div className={styles.guess}>
          <Nearby size="line">
            <GuessBox question={part.question} />
          </Nearby>
        </div>
      );
    case 'row':
      return (
        <div
          className={classNames(styles.row, isQuestions(part.blocks) && styles.questions)}
          data-stop={isQuestions(part.blocks) ? '' : undefined}
        >
          {part.blocks.map((block, index) => (
            <BlockList key={index} blocks={[block]} />
          ))}
        </div>
      );
  }
}

function isQuestions([first]: readonly Block[]): boolean {
  return first?.type === 'check';
}

function Prose({ stretch: { before, figure, after } }: { readonly stretch: Stretch }) {
  return (
    <div className={classNames(styles.stretch, figure !== null && styles.pair)}>
      {before.length > 0 && (
        <div className={styles.before}>
          <BlockList blocks={before} />
        </div>
      )}
      {figure !== null && (
        <div className={styles.beside}>
          <div className={styles.figure}>
            <FigureBlock block={figure} />
          </div>
        </div>
      )}
      {after.length > 0 && (
        <div className={styles.after}>
          <BlockList blocks={after} />
        </div>
      )}
    </div>
  );
}
