import { useState } from 'react';
import { useWorld } from '#app/world/WorldProvider.tsx';
import { Button } from '#ui/kit/Button.tsx';
import { Notice } from '#ui/kit/Notice.tsx';
import { sandboxWords as words } from '#ui/words/words.ts';

/** After another world was opened: the way back to the one before, until it is waved away. */
export function ReplacedNotice() {
  const replaced = useWorld((store) => store.replaced);
  const restore = useWorld((store) => store.restoreReplaced);
  const [waved, setWaved] = useState<unknown>(null);
  // A world in which nothing happened is not worth the way back.
  if (replaced === null || replaced === waved || replaced.timeline.entries.length === 0) return null;
  return (
    <Notice
      title={words.replaced}
      actions={
        <>
          <Button icon="undo" onClick={restore}>
            {words.restore}
          </Button>
          <Button variant="quiet" onClick={() => setWaved(replaced)}>
            {words.keep}
          </Button>
        </>
      }
    />
  );
}
