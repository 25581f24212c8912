import type { ReactNode } from 'react';
import { paths } from '#app/paths.ts';
import type { Summary } from '#content/types.ts';
import { AppLink } from '#ui/router/AppLink.tsx';
import { chooserWords } from '#words/flow/chooser.ts';
import { useDisplayMode } from '#ui/router/display-mode.ts';
import { ScenarioChooser } from './ScenarioChooser.tsx';
import styles from './FlowPage.module.css';

interface FlowPageProps {
  readonly scenario: Summary;
  readonly children: ReactNode;
}

/** The frame around a theatre: which scenario it is, and the way to another. */
export function FlowPage({ scenario, children }: FlowPageProps) {
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
          <p className={styles.summary}>
            {scenario.summary} <AppLink to={paths.lanes.href()}>{chooserWords.lanes}</AppLink>
          </p>
        </div>
        <ScenarioChooser id={scenario.id} />
      </header>
      {children}
    </article>
  );
}
