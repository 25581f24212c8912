import { useContentLibrary } from '#app/content-library.ts';
import { openStarter } from '#app/sandbox/open-world.ts';
import { EmptyState } from '#ui/kit/EmptyState.tsx';
import { sandboxWords as words } from '#ui/words/words.ts';
import { useReplace } from './replace.ts';
import { StarterList } from './toolbar/StarterList.tsx';

/** An empty subscription: three worlds to start from, or a first resource group of one's own. */
export function EmptySandbox() {
  const { worlds, loadWorld } = useContentLibrary();
  const replace = useReplace();
  async function open(id: string): Promise<void> {
    replace(openStarter(await loadWorld(id)));
  }
  return (
    <EmptyState
      title={words.emptyTitle}
      actions={<StarterList worlds={worlds} onOpen={(id) => id !== null && void open(id)} withEmpty={false} />}
    >
      <p>{words.emptyText}</p>
    </EmptyState>
  );
}
