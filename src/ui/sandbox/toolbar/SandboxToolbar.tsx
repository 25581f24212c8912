import type { WorldKeeper } from '#app/world/keeping/keep-world.ts';
import { sandboxWords as words } from '#ui/words/words.ts';
import { HistoryTools } from './HistoryTools.tsx';
import { SaveState } from './SaveState.tsx';
import { TimeTools } from './TimeTools.tsx';
import { WorldMenu } from './WorldMenu.tsx';
import styles from './Toolbar.module.css';

/** Back and forth, time, and the world as a whole. */
export function SandboxToolbar({ keeper }: { keeper: WorldKeeper }) {
  return (
    <section className={styles.bar} aria-label={words.toolbar}>
      <HistoryTools />
      <TimeTools />
      <div className={styles.tools}>
        <SaveState keeper={keeper} />
        <WorldMenu />
      </div>
    </section>
  );
}
