import { useEffect, useState } from 'react';
import { openKeptFlow } from '#app/flow/kept-flow.ts';
import type { KeptFlow } from '#app/flow/kept-flow.ts';
import { paths } from '#app/paths.ts';
import { ErrorBoundary } from '#ui/kit/ErrorBoundary.tsx';
import { Notice } from '#ui/kit/Notice.tsx';
import { AppLink } from '#ui/router/AppLink.tsx';
import { useDisplayMode } from '#ui/router/display-mode.ts';
import { sandboxWords } from '#ui/words/words.ts';
import { sandboxFlowWords as words } from '#words/flow/sandbox-flow.ts';
import { Theatre } from './Theatre.tsx';
import styles from './FlowPage.module.css';

interface SandboxFlowProps {
  /** The entry of the log; null for the last request. */
  readonly entry: number | null;
  readonly initial: number;
}

/** A request of the sandbox in the theatre. It is read from the world that the sandbox keeps, so it survives a reload. */
export function SandboxFlow({ entry, initial }: SandboxFlowProps) {
  const flow = useKeptFlow(entry);
  const mode = useDisplayMode();
  if (flow === null) return <p>{words.opening}</p>;
  if (flow.kind !== 'request') return <NoRequest flow={flow} entry={entry} />;
  const { command, scene, cursor } = flow.request;
  return (
    <article className={mode === 'present' ? styles.present : styles.page}>
      <header className={styles.text}>
        <h1 className={styles.title}>{sandboxWords.logLine(command, flow.names)}</h1>
        {mode !== 'present' && (
          <p className={styles.summary}>
            {words.summary(cursor)} <AppLink to={paths.sandbox.href()}>{words.back}</AppLink>
          </p>
        )}
      </header>
      <ErrorBoundary resetKey={String(cursor)}>
        <Theatre id={`sandbox-${cursor}`} scene={scene} initial={initial} />
      </ErrorBoundary>
    </article>
  );
}

function useKeptFlow(entry: number | null): KeptFlow | null {
  const [opened, setOpened] = useState<{ readonly entry: number | null; readonly flow: KeptFlow } | null>(null);
  useEffect(() => {
    let current = true;
    void openKeptFlow(entry).then((flow) => {
      if (current) setOpened({ entry, flow });
    });
    return () => {
      current = false;
    };
  }, [entry]);
  return opened !== null && opened.entry === entry ? opened.flow : null;
}

interface NoRequestProps {
  readonly flow: Exclude<KeptFlow, { kind: 'request' }>;
  readonly entry: number | null;
}

/** What is wrong, and the ways out: the sandbox, its last request, the scenarios. */
function NoRequest({ flow, entry }: NoRequestProps) {
  const last = flow.kind === 'missing' ? flow.last : null;
  return (
    <article className={styles.page}>
      <h1 className={styles.title}>{words.noneTitle}</h1>
      <Notice title={flow.kind === 'noWorld' ? words.noWorld : words.missing(entry)}>
        <p>{words.noneText}</p>
      </Notice>
      <ul className={styles.ways}>
        <li>
          <AppLink to={paths.sandbox.href()}>{words.toSandbox}</AppLink>
        </li>
        {last !== null && (
          <li>
            <AppLink to={paths.flow.href({ from: 'sandbox', entry: last })}>{words.toLast}</AppLink>
          </li>
        )}
        <li>
          <AppLink to={paths.flow.href()}>{words.toScenarios}</AppLink>
        </li>
      </ul>
    </article>
  );
}
