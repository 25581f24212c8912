import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { isRequest } from '#app/sandbox/answer.ts';
import type { SandboxSession } from '#app/sandbox/session.ts';
import { isUntouched } from '#app/shared-world/machine-time.ts';
import { useWorld } from '#app/world/WorldProvider.tsx';
import { useDisplayMode } from '#ui/router/display-mode.ts';
import { classNames } from '#ui/kit/class-names.ts';
import { Tabs } from '#ui/kit/Tabs.tsx';
import { useCaughtFocus } from '#ui/kit/use-caught-focus.ts';
import { VisuallyHidden } from '#ui/kit/VisuallyHidden.tsx';
import { WorldLens } from '#ui/lens/WorldLens.tsx';
import { OpenSdkContext } from '#ui/sdk/opening.ts';
import { sandboxWords as words } from '#ui/words/words.ts';
import { AnswerPanel } from './answer/AnswerPanel.tsx';
import { CreatePanel } from './create/CreatePanel.tsx';
import { DeletionCard } from './deletion/DeletionCard.tsx';
import { useDeletion } from './deletion/use-deletion.ts';
import { useDeletionView } from './deletion/use-deletion-view.ts';
import { DetailsPanel } from './details/DetailsPanel.tsx';
import { DirectoryPanel } from './directory/DirectoryPanel.tsx';
import { DockView, useDock } from './Dock.tsx';
import { EmptySandbox } from './EmptySandbox.tsx';
import { KeepingNotice } from './KeepingNotice.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { LogPanel } from './log/LogPanel.tsx';
import { MomentsPanel } from './moments/MomentsPanel.tsx';
import { PastNotice } from './PastNotice.tsx';
import { ReplacedNotice } from './ReplacedNotice.tsx';
import { SelectionContext } from './selection.ts';
import { SandboxToolbar } from './toolbar/SandboxToolbar.tsx';
import { UnreadableNotice } from './UnreadableNotice.tsx';
import { useSandboxKeys } from './use-sandbox-keys.ts';
import { WorldView } from './WorldView.tsx';
import styles from './SandboxScreen.module.css';

type Panel = 'details' | 'answer' | 'directory' | 'time' | 'log';

interface SandboxScreenProps {
  readonly session: SandboxSession;
  /** What is to be said above the world about where it lives. */
  readonly notices?: ReactNode;
}

/** The whole sandbox around its picture: what can be made, what is selected, what came of it, what happened. */
export function SandboxScreen({ session, notices }: SandboxScreenProps) {
  const isOwn = session.kind === 'own';
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const { panel, latest, turnTo } = usePanel(isOwn);
  const [helping, setHelping] = useState(false);
  const deletion = useDeletion();
  const world = useCaughtFocus<HTMLElement>(deletion.report ?? latest);
  useDeletionView(deletion.report, world);
  const isPresenting = useDisplayMode() === 'present';
  const { dock, isTerminalOpen, onTerminal, openSdk, closeDock } = useDock();
  useSandboxKeys(
    useCallback(() => setHelping(true), []),
    onTerminal,
  );

  const selection = useMemo(
    () => ({
      selectedId,
      select(id: string | null) {
        setSelectedId(id);
        turnTo('details');
      },
    }),
    [selectedId, turnTo],
  );
  const card = deletion.report !== null && <DeletionCard report={deletion.report} onClose={deletion.close} />;

  return (
    <SelectionContext value={selection}>
      <OpenSdkContext value={openSdk}>
        <WorldLens>
          <div className={classNames(styles.screen, isPresenting && styles.presenting)}>
            <VisuallyHidden>
              <h1>{words.title}</h1>
            </VisuallyHidden>
            <div className={styles.bar}>
              <SandboxToolbar
                keeper={isOwn ? session.keeper : null}
                isTerminalOpen={isTerminalOpen}
                onTerminal={onTerminal}
              />
            </div>
            <div className={styles.notices}>
              {notices}
              {isOwn && <UnreadableNotice kept={session.kept} />}
              {isOwn && <KeepingNotice keeper={session.keeper} />}
              <ReplacedNotice />
              <PastNotice />
            </div>
            <section className={styles.world} aria-label={words.graph} ref={world} tabIndex={-1}>
              <Picture isOwn={isOwn} />
              {!isPresenting && card}
            </section>
            <div className={styles.panels}>
              {isPresenting && deletion.report !== null ? (
                card
              ) : (
                <Tabs
                  label={words.views}
                  selected={panel}
                  onSelect={(id) => turnTo(id as Panel)}
                  tabs={[
                    { id: 'details', label: words.tabs.details, panel: <DetailsPanel /> },
                    {
                      id: 'answer',
                      label: words.tabs.answer,
                      panel: <AnswerPanel onAct={() => turnTo('answer')} />,
                    },
                    { id: 'directory', label: words.tabs.directory, panel: <DirectoryPanel /> },
                    { id: 'time', label: words.tabs.time, panel: <MomentsPanel /> },
                    { id: 'log', label: words.tabs.log, panel: <LogPanel onReport={deletion.show} /> },
                  ]}
                />
              )}
            </div>
            <div className={styles.build}>
              <CreatePanel />
            </div>
            <DockView dock={dock} onClose={closeDock} />
            <KeysDialog open={helping} onClose={() => setHelping(false)} />
          </div>
        </WorldLens>
      </OpenSdkContext>
    </SelectionContext>
  );
}

/** The panel that is in front. A request that was just made brings its answer there; a panel that was chosen since stays. */
function usePanel(isOwn: boolean) {
  // Where others act too, only what is done here changes what is in front: they would take it from under one's hands.
  const latest = useWorld(({ world: { timeline }, given }) =>
    isOwn ? timeline.entries[timeline.cursor - 1] : (given ?? undefined),
  );
  const [chosen, setChosen] = useState<{ panel: Panel; at: unknown }>(
    // What others send is what one came to see.
    isOwn ? { panel: 'details', at: null } : { panel: 'answer', at: latest },
  );
  const isAnswered = latest !== undefined && isRequest(latest) && chosen.at !== latest;
  const turnTo = useCallback((panel: Panel) => setChosen({ panel, at: latest }), [latest]);
  return { panel: isAnswered ? 'answer' : chosen.panel, latest, turnTo };
}

function Picture({ isOwn }: { isOwn: boolean }) {
  const isEmpty = useWorld(({ world: { timeline } }) =>
    isOwn ? timeline.entries.length === 0 : isUntouched(timeline.entries),
  );
  if (isEmpty) return <EmptySandbox />;
  return (
    <div className={styles.picture}>
      <WorldView />
    </div>
  );
}
