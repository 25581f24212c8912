import type { CompanionWorld } from '#app/shared-world/companion-world.ts';
import type { Link, Mishap } from '#app/shared-world/link.ts';
import { namesIn } from '#app/sandbox/names.ts';
import type { Names } from '#app/sandbox/names.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import { Button } from '#ui/kit/Button.tsx';
import { Notice } from '#ui/kit/Notice.tsx';
import { sharedWorldWords as words } from '#words/shared-world.ts';
import { sandboxWords } from '#ui/words/words.ts';

interface LinkNoticesProps {
  readonly companion: Pick<CompanionWorld, 'retry' | 'discardWaiting' | 'dismissMishaps'>;
  readonly link: Link;
}

/** What is wrong between this page and its companion, and what to do about it. */
export function LinkNotices({ companion, link: { connection, waiting, mishaps } }: LinkNoticesProps) {
  return (
    <>
      {connection.kind === 'lost' && <Lost companion={companion} waiting={waiting} />}
      {connection.kind === 'refused' && (
        <Notice tone="warning" live title={words.refusedTitle}>
          <p>{words.refusedText}</p>
        </Notice>
      )}
      {mishaps.length > 0 && <Mishaps mishaps={mishaps} onClose={companion.dismissMishaps} />}
    </>
  );
}

function Lost({ companion, waiting }: Pick<LinkNoticesProps, 'companion'> & { readonly waiting: number }) {
  return (
    <Notice
      tone="warning"
      live
      title={words.lostTitle}
      actions={
        <>
          <Button onClick={companion.retry}>{words.tryNow}</Button>
          {waiting > 0 && (
            <Button variant="quiet" onClick={companion.discardWaiting}>
              {words.discard(waiting)}
            </Button>
          )}
        </>
      }
    >
      <HowToStart />
      {waiting > 0 && <p>{words.waiting(waiting)}</p>}
    </Notice>
  );
}

/** How a companion is started again. */
export function HowToStart() {
  return (
    <p>
      {words.lostText} <code>{words.command}</code> {words.lostNext}
    </p>
  );
}

function Mishaps({ mishaps, onClose }: { readonly mishaps: readonly Mishap[]; readonly onClose: () => void }) {
  const names = namesIn(useCloud());
  return (
    <Notice tone="warning" live actions={<Button onClick={onClose}>{words.mishaps.dismiss}</Button>}>
      {mishaps.map((mishap, index) => (
        <p key={index}>{told(mishap, names)}</p>
      ))}
    </Notice>
  );
}

function told(mishap: Mishap, names: Names): string {
  if (mishap.kind === 'notReplaced') return words.mishaps.notReplaced(mishap.message);
  const step = sandboxWords.logLine(mishap.command, names);
  switch (mishap.kind) {
    case 'refused':
      return words.mishaps.refused(step, mishap.message);
    case 'lost':
      return words.mishaps.lost(step);
    case 'unsent':
      return words.mishaps.unsent(step);
  }
}
