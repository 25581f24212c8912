import type { ReactNode } from 'react';
import { paths } from '#app/paths.ts';
import { referencePageIds, type ReferencePageId } from '#app/reference/pages.ts';
import { Button } from '#ui/kit/Button.tsx';
import { EmptyState } from '#ui/kit/EmptyState.tsx';
import { TextField } from '#ui/kit/TextField.tsx';
import { AppLink } from '#ui/router/AppLink.tsx';
import { PageTitle } from '#ui/router/PageTitle.tsx';
import { referenceWords as words } from '#words/reference/pages.ts';
import { Said } from './Said.tsx';
import styles from './ReferenceFrame.module.css';
import type { Filter } from './use-filter.ts';

interface ReferenceFrameProps {
  /** Which page it is; the glossary is one as well. */
  readonly page: ReferencePageId | 'glossary';
  readonly filter: Omit<Filter<unknown>, 'shown'> & { readonly shown: readonly unknown[] };
  readonly children: ReactNode;
}

/** The frame of a page of the reference: its title, a filter, the way to the other pages. */
export function ReferenceFrame({ page, filter, children }: ReferenceFrameProps) {
  const { title, lead, filter: label } = page === 'glossary' ? words.glossary : words.pages[page];
  const { query, setQuery, shown, all } = filter;
  return (
    <div className={styles.page}>
      {page !== 'glossary' && <PageTitle title={title} />}
      <OtherPages page={page} />
      <header className={styles.head}>
        <h1>{title}</h1>
        <p className={styles.lead}>
          <Said>{lead}</Said>
        </p>
        <div className={styles.filter} role="search">
          <TextField label={label} value={query} onChange={setQuery} />
          <p className={styles.count} aria-live="polite">
            {words.count(shown.length, all)}
          </p>
        </div>
      </header>
      {shown.length === 0 ? (
        <EmptyState
          title={words.nothing(query)}
          actions={<Button onClick={() => setQuery('')}>{words.clear}</Button>}
        />
      ) : (
        children
      )}
    </div>
  );
}

function OtherPages({ page }: Pick<ReferenceFrameProps, 'page'>) {
  return (
    <nav className={styles.others} aria-label={words.others}>
      <AppLink to={paths.reference.href()}>{words.title}</AppLink>
      <AppLink to={paths.glossary.href()} aria-current={page === 'glossary' ? 'page' : undefined}>
        {words.glossary.title}
      </AppLink>
      {referencePageIds.map((id) => (
        <AppLink key={id} to={paths.referencePage.href(id)} aria-current={page === id ? 'page' : undefined}>
          {words.pages[id].title}
        </AppLink>
      ))}
    </nav>
  );
}
