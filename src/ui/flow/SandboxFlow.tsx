import { lazy, useEffect, useState } from 'react';
import { openKeptFlow } from '#app/flow/kept-flow.ts';
import type { KeptFlow } from '#app/flow/kept-flow.ts';
import { paths } from '#app/paths.ts';
import { keptSecret } from '#app/shared-world/address.ts';
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

// For those who run a companion.
const SharedFlow = lazy(async () => ({ default: (await import('#ui/sandbox/shared/SharedFlow.tsx')).SharedFlow }));

/** A request of the sandbox in the theatre: of the world that the sandbox keeps, or of a companion's. */
export function SandboxFlow({ entry, initial }: SandboxFlowProps) {
  const [secret] = useState(keptSecret);
  if (secret === null) return <OwnFlow entry={entry} initial={initial} />;
  return <SharedFlow secret={secret} entry={entry} initial={initial} />;
}

/** It is read from the world that the sandbox keeps, so it survives a reload. */
function OwnFlow({ entry, initial }: SandboxFlowProps) {
  const flow = useKeptFlow(entry);
  if (flow === null) return <p>{words.opening}</p>;
  return <WatchedFlow flow={flow} entry={entry} initial={initial} summary={words.summary} noWorld={words.noWorld} />;
}

interface WatchedFlowProps extends SandboxFlowProps {
  readonly flow: KeptFlow;
  /** What is watched, under its title. */
  readonly summary: (entry: number) => string;
  /** Where no world is there. */
  readonly noWorld: string;
}

/** The request on its stage, or why there is none. */
export function WatchedFlow({ flow, entry, initial, summary, noWorld }: WatchedFlowProps) {
  const mode = useDisplayMode();
  if (flow.kind !== 'request') return <NoRequest flow={flow} entry={entry} noWorld={noWorld} />;
  const { command, scene, cursor } = flow.request;
  return (
    <article className={mode === 'present' ? styles.present : styles.page}>
      <header className={styles.text}>
        <h1 className={styles.title}>{sandboxWords.logLine(command, flow.names)}</h1>
        {mode !== 'present' && (
          <p className={styles.summary}>
            {summary(cursor)} <AppLink to={paths.sandbox.href()}>{words.back}</AppLink>
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
  readonly noWorld: string;
}

/** What is wrong, and the ways out: the sandbox, its last request, the scenarios. */
function NoRequest({ flow, entry, noWorld }: NoRequestProps) {
  const last = flow.kind === 'missing' ? flow.last : null;
  return (
    <article className={styles.page}>
      <h1 className={styles.title}>{words.noneTitle}</h1>
      <Notice title={flow.kind === 'noWorld' ? noWorld : words.missing(entry)}>
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
