import { useCallback, useState, type ReactNode } from 'react';
import { isUntouched } from '#app/shared-world/machine-time.ts';
import { useWorldStore } from '#app/world/WorldProvider.tsx';
import type { World } from '#domain/timeline/timeline.ts';
import { Button } from '#ui/kit/Button.tsx';
import { Dialog } from '#ui/kit/Dialog.tsx';
import { sharedWorldWords } from '#words/shared-world.ts';
import { ReplaceContext } from '../replace.ts';

const words = sharedWorldWords.replace;

/** Asks before another world takes the place of one that others use; one in which nothing happened goes unasked. */
export function AskToReplace({ children }: { readonly children: ReactNode }) {
  const store = useWorldStore();
  const [offered, setOffered] = useState<World | null>(null);
  const replace = useCallback(
    (world: World) => {
      const { entries } = store.getState().world.timeline;
      if (isUntouched(entries)) store.getState().replace(world);
      else setOffered(world);
    },
    [store],
  );
  return (
    <ReplaceContext value={replace}>
      {children}
      <Dialog
        open={offered !== null}
        onClose={() => setOffered(null)}
        title={words.title}
        actions={
          <>
            <Button onClick={() => setOffered(null)}>{words.keep}</Button>
            <Button
              variant="danger"
              onClick={() => {
                if (offered !== null) store.getState().replace(offered);
                setOffered(null);
              }}
            >
              {words.replace}
            </Button>
          </>
        }
      >
        <p>{words.text}</p>
      </Dialog>
    </ReplaceContext>
  );
}
