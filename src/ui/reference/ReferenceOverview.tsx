import { paths } from '#app/paths.ts';
import { referencePageIds } from '#app/reference/pages.ts';
import { AppLink } from '#ui/router/AppLink.tsx';
import { referenceWords as words } from '#words/reference/pages.ts';
import styles from './ReferenceOverview.module.css';

/** What there is to look up. */
export function ReferenceOverview() {
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{words.title}</h1>
        <p className={styles.lead}>{words.lead}</p>
      </header>
      <ul className={styles.list}>
        <Place to={paths.glossary.href()} {...words.glossary} />
        {referencePageIds.map((id) => (
          <Place key={id} to={paths.referencePage.href(id)} {...words.pages[id]} />
        ))}
        <Place to={paths.ownCode.href()} {...words.ownCode} />
      </ul>
    </div>
  );
}

interface PlaceProps {
  readonly to: string;
  readonly title: string;
  readonly summary: string;
}

function Place({ to, title, summary }: PlaceProps) {
  return (
    <li className={styles.place}>
      <h2 className={styles.title}>
        <AppLink className={styles.link} to={to}>
          {title}
        </AppLink>
      </h2>
      <p className={styles.summary}>{summary}</p>
    </li>
  );
}
