import { useState } from 'react';
import type { KeptWorld } from '#app/world/keeping/keep-world.ts';
import { Button } from '#ui/kit/Button.tsx';
import { Notice } from '#ui/kit/Notice.tsx';
import { sandboxWords as words } from '#ui/words/words.ts';
import { download } from './toolbar/download.ts';

/** The saved world could not be opened: why, and its text to keep. */
export function UnreadableNotice({ kept }: { kept: KeptWorld }) {
  const [waved, setWaved] = useState(false);
  if (kept.kind !== 'unreadable' || waved) return null;
  return (
    <Notice
      tone="warning"
      title={words.unreadable}
      live
      actions={
        <>
          <Button icon="download" onClick={() => download(new Blob([kept.text]), 'unreadable.world.json')}>
            {words.download}
          </Button>
          <Button variant="quiet" onClick={() => setWaved(true)}>
            {words.deletion.dismiss}
          </Button>
        </>
      }
    >
      <p>{words.fileProblem(kept.problem)}</p>
    </Notice>
  );
}
