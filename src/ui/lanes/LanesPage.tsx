import { useMemo } from 'react';
import { paths } from '#app/paths.ts';
import { planLanes } from '#app/lanes/lane-plan.ts';
import { laneScripts } from '#app/lanes/scripts.ts';
import type { LaneScriptId } from '#app/lanes/scripts.ts';
import { useHydrated } from '#ui/kit/use-hydrated.ts';
import { StillSteps } from '#ui/lesson/still/StillSteps.tsx';
import { AppLink } from '#ui/router/AppLink.tsx';
import { laneWords } from '#words/lanes.ts';
import { LanesStage } from './LanesStage.tsx';
import styles from './LanesPage.module.css';

interface LanesPageProps {
  readonly script: LaneScriptId;
  readonly initial: number;
}

/** The two lanes with the choice of what happens in them. */
export function LanesPage({ script, initial }: LanesPageProps) {
  const plan = useMemo(() => planLanes(script), [script]);
  // Until there is a script the page reads as steps.
  const hydrated = useHydrated();
  return (
    <article className={styles.page}>
      <header className={styles.head}>
        <h1 className={styles.title}>{laneWords.title}</h1>
        <p className={styles.intro}>{laneWords.intro}</p>
        <AppLink to={paths.flow.href()}>{laneWords.toTheatre}</AppLink>
      </header>
      <ScriptChoice script={script} />
      <p className={styles.intro}>{laneWords.scripts[script].summary}</p>
      {hydrated ? (
        <LanesStage key={script} plan={plan} initial={initial} />
      ) : (
        <StillSteps {...laneWords.toldScript(plan)} />
      )}
    </article>
  );
}

/** Links to each script; the one that is shown is marked. */
function ScriptChoice({ script }: { readonly script: LaneScriptId | null }) {
  return (
    <nav aria-label={laneWords.script}>
      <ul className={styles.scripts}>
        {laneScripts.map((id) => (
          <li key={id}>
            <AppLink
              to={paths.lanes.href({ script: id })}
              className={styles.script}
              aria-current={id === script ? 'page' : undefined}
            >
              {laneWords.scripts[id].title}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** An address that names no script: what is wrong, and where to go instead. */
export function UnknownScript({ id }: { readonly id: string }) {
  return (
    <article className={styles.page}>
      <h1 className={styles.title}>{laneWords.unknownTitle}</h1>
      <p>{laneWords.unknownText(id)}</p>
      <ScriptChoice script={null} />
    </article>
  );
}
