import { lazy } from 'react';
import type { LiveWorld } from '#content/types.ts';
import { Nearby } from '../Nearby.tsx';

// The engine comes with it, so it waits until the reader comes near.
const LiveWorldCard = lazy(async () => ({ default: (await import('./LiveWorldCard.tsx')).LiveWorldCard }));

/** A live piece of the sandbox within a lesson. */
export function LiveWorldBlock({ live }: { readonly live: LiveWorld }) {
  return (
    <Nearby size="world">
      <LiveWorldCard key={live.id} live={live} />
    </Nearby>
  );
}
