import type { WorldKeeper } from '#app/world/keeping/keep-world.ts';
import { useKeeping } from '#app/world/keeping/use-keeping.ts';
import { sandboxWords as words } from '#ui/words/words.ts';
import styles from './SandboxToolbar.module.css';

/** Whether the world is kept, said quietly while all is well; see `KeepingNotice` for when it is not. */
export function SaveState({ keeper }: { keeper: WorldKeeper }) {
  const { status } = useKeeping(keeper);
  if (status !== 'saved' && status !== 'saving') return null;
  return (
    <span className={styles.state} title={words.savedWhere}>
      {words[status]}
    </span>
  );
}
