import { useCallback, useMemo, useState } from 'react';
import { isRequest } from '#app/sandbox/answer.ts';
import type { SandboxSession } from '#app/sandbox/session.ts';
import { useWorld } from '#app/world/WorldProvider.tsx';
import { useDisplayMode } from '#ui/router/display-mode.ts';
import { classNames } from '#ui/kit/class-names.ts';
import { Tabs } from '#ui/kit/Tabs.tsx';
import { useCaughtFocus } from '#ui/kit/use-caught-focus.ts';
import { VisuallyHidden } from '#ui/kit/VisuallyHidden.tsx';
import { WorldLens } from '#ui/lens/WorldLens.tsx';
import { sandboxWords as words } from '#ui/words/words.ts';
import { AnswerPanel } from './answer/AnswerPanel.tsx';
import { CreatePanel } from './create/CreatePanel.tsx';
import { DeletionCard } from './deletion/DeletionCard.tsx';
import { useDeletion } from './deletion/use-deletion.ts';
import { useDeletionView } from './deletion/use-deletion-view.ts';
import { DetailsPanel } from './details/DetailsPanel.tsx';
import { DirectoryPanel } from './directory/DirectoryPanel.tsx';
import { EmptySandbox } from './EmptySandbox.tsx';
import { KeepingNotice } from './KeepingNotice.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { LogPanel } from './log/LogPanel.tsx';
import { MomentsPanel } from './moments/MomentsPanel.tsx';
import { PastNotice } from './PastNotice.tsx';
import { ReplacedNotice } from './ReplacedNotice.tsx';
import { SelectionContext } from './selection.ts';
import { TerminalDock } from './terminal/TerminalDock.tsx';
import { SandboxToolbar } from './toolbar/SandboxToolbar.tsx';
import { UnreadableNotice } from './UnreadableNotice.tsx';
import { useSandboxKeys } from './use-sandbox-keys.ts';
import { WorldView } from './WorldView.tsx';
import styles from './SandboxScreen.module.css';

type Panel = 'details' | 'answer' | 'directory' | 'time' | 'log';

/** The whole sandbox around its picture: what can be made, what is selected, what came of it, what happened. */
export function SandboxScreen({ session }: { session: SandboxSession }) {
  const isEmpty = useWorld((store) => store.world.timeline.entries.length === 0);
  const latest = useWorld(({ world: { timeline } }) => timeline.entries[timeline.cursor - 1]);
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [chosen, setChosen] = useState<{ panel: Panel; at: unknown }>({ panel: 'details', at: null });
  const [helping, setHelping] = useState(false);
  const deletion = useDeletion();
  const world = useCaughtFocus<HTMLElement>(deletion.report ?? latest);
  useDeletionView(deletion.report, world);
  const isPresenting = useDisplayMode() === 'present';
  const [isTyping, setTyping] = useState(false);
  const onTerminal = useCallback(() => setTyping((open) => !open), []);
  useSandboxKeys(
    useCallback(() => setHelping(true), []),
    onTerminal,
  );

  const selection = useMemo(
    () => ({
      selectedId,
      select(id: string | null) {
        setSelectedId(id);
        setChosen({ panel: 'details', at: latest });
      },
    }),
    [selectedId, latest],
  );
  // A request that was just made brings its answer to the front; a panel that was chosen since stays.
  const answered = latest !== undefined && isRequest(latest) && chosen.at !== latest;
  const panel = answered ? 'answer' : chosen.panel;

  const card = deletion.report !== null && <DeletionCard report={deletion.report} onClose={deletion.close} />;

  return (
    <SelectionContext value={selection}>
      <WorldLens>
        <div className={classNames(styles.screen, isPresenting && styles.presenting)}>
          <VisuallyHidden>
            <h1>{words.title}</h1>
          </VisuallyHidden>
          <div className={styles.bar}>
            <SandboxToolbar keeper={session.keeper} isTerminalOpen={isTyping} onTerminal={onTerminal} />
          </div>
          <div className={styles.notices}>
            <UnreadableNotice kept={session.kept} />
            <KeepingNotice keeper={session.keeper} />
            <ReplacedNotice />
            <PastNotice />
          </div>
          <section className={styles.world} aria-label={words.graph} ref={world} tabIndex={-1}>
            {isEmpty ? (
              <EmptySandbox />
            ) : (
              <div className={styles.picture}>
                <WorldView />
              </div>
            )}
            {!isPresenting && card}
          </section>
          <div className={styles.panels}>
            {isPresenting && deletion.report !== null ? (
              card
            ) : (
              <Tabs
                label={words.views}
                selected={panel}
                onSelect={(id) => setChosen({ panel: id as Panel, at: latest })}
                tabs={[
                  { id: 'details', label: words.tabs.details, panel: <DetailsPanel /> },
                  {
                    id: 'answer',
                    label: words.tabs.answer,
                    panel: <AnswerPanel onAct={() => setChosen({ panel: 'answer', at: latest })} />,
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
          {isTyping && (
            <div className={styles.terminal}>
              <TerminalDock onClose={onTerminal} />
            </div>
          )}
          <KeysDialog open={helping} onClose={() => setHelping(false)} />
        </div>
      </WorldLens>
    </SelectionContext>
  );
}
