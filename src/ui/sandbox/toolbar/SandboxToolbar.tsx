import type { WorldKeeper } from '#app/world/keeping/keep-world.ts';
import { useWorld } from '#app/world/WorldProvider.tsx';
import { Button } from '#ui/kit/Button.tsx';
import { LineDrawing } from '#ui/kit/Icon.tsx';
import { moreIconPaths } from '#ui/kit/more-icon-paths.ts';
import { terminalWords } from '#words/sandbox/terminal.ts';
import { sandboxWords as words } from '#ui/words/words.ts';
import { ActingAs } from './ActingAs.tsx';
import { HistoryTools } from './HistoryTools.tsx';
import { SaveState } from './SaveState.tsx';
import { TimeTools } from './TimeTools.tsx';
import { WorldMenu } from './WorldMenu.tsx';
import styles from './SandboxToolbar.module.css';

interface SandboxToolbarProps {
  /** Null where the world is kept elsewhere. */
  readonly keeper: WorldKeeper | null;
  readonly isTerminalOpen: boolean;
  readonly onTerminal: () => void;
}

/** Back and forth, time, who acts, and the world as a whole. */
export function SandboxToolbar({ keeper, isTerminalOpen, onTerminal }: SandboxToolbarProps) {
  const travels = useWorld((store) => store.travels);
  return (
    <section className={styles.bar} aria-label={words.toolbar}>
      {travels && <HistoryTools />}
      <TimeTools />
      <div className={styles.tools}>
        {keeper !== null && <SaveState keeper={keeper} />}
        <ActingAs />
        <Button
          aria-label={terminalWords.open}
          title={terminalWords.open}
          aria-pressed={isTerminalOpen}
          onClick={onTerminal}
        >
          <LineDrawing path={moreIconPaths.terminal} />
        </Button>
        <WorldMenu />
      </div>
    </section>
  );
}
