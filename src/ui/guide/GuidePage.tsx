import { useGuide } from '#app/guide/use-guide.ts';
import type { GuideBlock } from '#content/types.ts';
import { plainText } from '#ui/content/plain-text.ts';
import { language } from '#ui/router/language.ts';
import { PageTitle } from '#ui/router/PageTitle.tsx';
import { guideWords as words } from '#words/guide.ts';
import { GuideBlocks } from './GuideBlocks.tsx';
import styles from './GuidePage.module.css';

/** How to use the simulated Azure with code of one's own, from a file of the content. */
export function GuidePage() {
  const { title, summary, blocks, sources, language: written } = useGuide();
  return (
    <article className={styles.page}>
      <PageTitle title={title} />
      {written !== undefined && <p className={styles.notice}>{words.notTranslated}</p>}
      <header className={styles.head}>
        <h1>{title}</h1>
        <p className={styles.lead}>{summary}</p>
      </header>
      <Contents blocks={blocks} written={written} />
      <div className={styles.body} lang={written}>
        <GuideBlocks blocks={blocks} />
      </div>
      <section className={styles.sources} aria-labelledby="guide-sources" lang={language.code}>
        <h2 className={styles.label} id="guide-sources">
          {words.sources}
        </h2>
        <ul>
          {sources.map((source) => (
            <li key={source.href}>
              <a href={source.href} rel="noreferrer">
                {source.title}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </article>
  );
}

interface ContentsProps {
  readonly blocks: readonly GuideBlock[];
  /** The language of the headings, where it is another one than the page's. */
  readonly written: string | undefined;
}

function Contents({ blocks, written }: ContentsProps) {
  return (
    <nav className={styles.contents} aria-labelledby="guide-contents">
      <h2 className={styles.label} id="guide-contents">
        {words.contents}
      </h2>
      <ol lang={written}>
        {blocks.map(
          (block) =>
            block.type === 'heading' &&
            block.level === 2 && (
              <li key={block.id}>
                <a href={`#${block.id}`}>{plainText(block.children)}</a>
              </li>
            ),
        )}
      </ol>
    </nav>
  );
}
