import { worldFile, worldFileName } from '#app/sandbox/open-world.ts';
import type { WorldKeeper } from '#app/world/keeping/keep-world.ts';
import { useKeeping } from '#app/world/keeping/use-keeping.ts';
import { useWorldStore } from '#app/world/WorldProvider.tsx';
import { Button } from '#ui/kit/Button.tsx';
import { Notice } from '#ui/kit/Notice.tsx';
import { sandboxWords as words } from '#ui/words/words.ts';
import { download } from './toolbar/download.ts';

/** Says when the world is not being kept, and offers what helps. */
export function KeepingNotice({ keeper }: { keeper: WorldKeeper }) {
  const keeping = useKeeping(keeper);
  const store = useWorldStore();
  if (keeping.status === 'elsewhere') {
    return (
      <Notice
        tone="warning"
        title={words.elsewhere}
        actions={<Button onClick={keeper.takeOver}>{words.takeOver}</Button>}
      />
    );
  }
  if (keeping.status !== 'failed') return null;
  return (
    <Notice
      tone="warning"
      live
      title={words.failed(keeping.reason)}
      actions={
        <Button
          icon="download"
          onClick={() => {
            const { world } = store.getState();
            download(worldFile(world), worldFileName(world));
          }}
        >
          {words.exportFile}
        </Button>
      }
    />
  );
}
