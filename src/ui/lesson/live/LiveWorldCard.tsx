import { useId, useMemo, useState } from 'react';
import { openLiveWorld, solutionOf, startOf } from '#app/lesson/live-world.ts';
import { WorldProvider } from '#app/world/WorldProvider.tsx';
import type { LiveWorld } from '#content/types.ts';
import type { Command } from '#domain/cloud/command.ts';
import { InlineContent } from '#ui/content/InlineContent.tsx';
import { useCaughtFocus } from '#ui/kit/use-caught-focus.ts';
import { WorldLens } from '#ui/lens/WorldLens.tsx';
import { SelectionContext } from '#ui/sandbox/selection.ts';
import { WorldView } from '#ui/sandbox/WorldView.tsx';
import { liveWords as words } from '#words/lesson/live.ts';
import { Goal } from './Goal.tsx';
import { LiveActions } from './LiveActions.tsx';
import { LiveTools } from './LiveTools.tsx';
import { Outcome } from './Outcome.tsx';
import { SelectedIds } from './SelectedIds.tsx';
import { Solution } from './Solution.tsx';
import styles from './LiveWorldCard.module.css';

/** A world with a task: what is to be true, what can be done, what it looks like, and what came back. */
export function LiveWorldCard({ live }: { readonly live: LiveWorld }) {
  const titleId = useId();
  const [store, startCursor] = useMemo(() => {
    const opened = openLiveWorld(live);
    return [opened, opened.getState().world.timeline.cursor] as const;
  }, [live]);
  const [solution, setSolution] = useState<readonly Command[] | null>(null);
  const [selectedId, select] = useState<string | null>(null);
  const selection = useMemo(() => ({ selectedId, select }), [selectedId]);
  const doing = useCaughtFocus<HTMLDivElement>(solution);

  function begin(commands: readonly Command[] | null): void {
    store.getState().replace(startOf(live));
    setSolution(commands);
    select(null);
  }

  return (
    <WorldProvider store={store}>
      <SelectionContext value={selection}>
        <WorldLens>
          <section className={styles.card} aria-labelledby={titleId}>
            <header className={styles.head}>
              <h3 className={styles.title} id={titleId}>
                {words.title}
              </h3>
              <p className={styles.task}>
                <InlineContent content={live.task} />
              </p>
            </header>
            <div className={styles.board}>
              <div className={styles.doing} ref={doing} tabIndex={-1}>
                <Goal live={live} />
                {solution === null ? (
                  <LiveActions offer={live.offer} />
                ) : (
                  <Solution
                    commands={solution}
                    startCursor={startCursor}
                    typed={live.offer.includes('terminal')}
                    onStop={() => begin(null)}
                  />
                )}
                <LiveTools
                  startCursor={startCursor}
                  onStartAgain={() => begin(null)}
                  onSolution={solution === null ? () => begin(solutionOf(live)) : null}
                />
              </div>
              <div className={styles.seeing}>
                <div className={styles.graph}>
                  <WorldView compact />
                </div>
                <SelectedIds />
                <Outcome startCursor={startCursor} />
              </div>
            </div>
          </section>
        </WorldLens>
      </SelectionContext>
    </WorldProvider>
  );
}
