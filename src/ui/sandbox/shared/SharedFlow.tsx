import { useMemo, useState } from 'react';
import { lastRequestCursor } from '#app/sandbox/answer.ts';
import { flowIn } from '#app/flow/kept-flow.ts';
import { useSharedSession } from '#app/shared-world/use-shared-session.ts';
import { useWorld, WorldProvider } from '#app/world/WorldProvider.tsx';
import { Notice } from '#ui/kit/Notice.tsx';
import { AppLink } from '#ui/router/AppLink.tsx';
import { WatchedFlow } from '#ui/flow/SandboxFlow.tsx';
import { sharedWorldWords as words } from '#words/shared-world.ts';
import { newestFlow, wholeFlow } from './newest-flow.ts';

interface SharedFlowProps {
  readonly secret: string;
  /** The entry of the log; null for the last request, whichever that is at the moment. */
  readonly entry: number | null;
  readonly initial: number;
}

/** A request of a companion's world in the theatre. Where no entry is named, each new one takes the stage as it comes. */
export function SharedFlow({ secret, entry, initial }: SharedFlowProps) {
  const [opened] = useSharedSession(secret);
  if (opened === null) return <p role="status">{words.connecting}</p>;
  if (opened.kind !== 'shared') {
    return (
      <WatchedFlow
        flow={{ kind: 'noWorld' }}
        entry={entry}
        initial={initial}
        summary={words.flow}
        noWorld={words.notOpened.lost}
      />
    );
  }
  return (
    <WorldProvider store={opened.store}>
      <LiveFlow entry={entry} initial={initial} />
    </WorldProvider>
  );
}

function LiveFlow({ entry, initial }: Pick<SharedFlowProps, 'entry' | 'initial'>) {
  const world = useWorld((store) => store.world);
  const newest = useMemo(() => lastRequestCursor(world), [world]);
  const [held, setHeld] = useState(newest);
  // Who looks at one message is not interrupted by the next request.
  const follows = initial >= wholeFlow;
  if (follows && held !== newest) setHeld(newest);
  const shown = entry ?? (follows ? newest : held);
  const flow = useMemo(() => flowIn(world, shown), [world, shown]);
  return (
    <>
      {entry === null && shown !== newest && (
        <Notice live title={words.newer}>
          <AppLink to={newestFlow}>{words.watch}</AppLink>
        </Notice>
      )}
      <WatchedFlow
        key={shown}
        flow={flow}
        entry={entry}
        initial={initial}
        summary={entry === null ? words.flowNewest : words.flow}
        noWorld={words.notOpened.lost}
      />
    </>
  );
}
