import { useWorld } from '#app/world/WorldProvider.tsx';
import { Button } from '#ui/kit/Button.tsx';
import { Notice } from '#ui/kit/Notice.tsx';
import { sandboxWords as words } from '#ui/words/words.ts';

/** Says that the world is looked at in its past, and offers the way back to now. */
export function PastNotice() {
  const { entries, cursor } = useWorld((store) => store.world.timeline);
  const seek = useWorld((store) => store.seek);
  const steps = entries.length - cursor;
  if (steps === 0) return null;
  return (
    <Notice
      title={words.past(steps)}
      actions={
        <Button icon="next" onClick={() => seek(entries.length)}>
          {words.backToNow}
        </Button>
      }
    />
  );
}
