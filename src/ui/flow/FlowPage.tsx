import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useContentLibrary } from '#app/content-library.ts';
import { paths } from '#app/paths.ts';
import type { Summary } from '#content/types.ts';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { inMode, useDisplayMode } from '#ui/router/display-mode.ts';
import { flowWords } from '#ui/words/words.ts';
import styles from './FlowPage.module.css';

interface FlowPageProps {
  readonly scenario: Summary;
  readonly children: ReactNode;
}

/** The frame around a theatre: which scenario it is, and the way to another. */
export function FlowPage({ scenario, children }: FlowPageProps) {
  const { scenarios } = useContentLibrary();
  const navigate = useNavigate();
  const mode = useDisplayMode();
  if (mode === 'present') {
    return (
      <article className={styles.present}>
        <h1 className={styles.title}>{scenario.title}</h1>
        {children}
      </article>
    );
  }
  return (
    <article className={styles.page}>
      <header className={styles.head}>
        <div className={styles.text}>
          <h1 className={styles.title}>{scenario.title}</h1>
          <p className={styles.summary}>{scenario.summary}</p>
        </div>
        <div className={styles.chooser}>
          <SelectField
            label={flowWords.scenario}
            value={scenario.id}
            onChange={(id) => void navigate(inMode(paths.flow.href({ scenario: id }), mode))}
            options={scenarios.map(({ id, title }) => ({ value: id, label: title }))}
          />
        </div>
      </header>
      {children}
    </article>
  );
}
