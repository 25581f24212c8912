import { lazy } from 'react';
import type { LiveWorld } from '#content/types.ts';
import { Nearby } from '../Nearby.tsx';
import { StillWorld } from '../still/StillWorld.tsx';

// The engine comes with it, so it waits until the reader comes near.
const LiveWorldCard = lazy(async () => (await import('../live-parts.ts')).liveParts.world());

/** A live piece of the sandbox within a lesson. */
export function LiveWorldBlock({ live }: { readonly live: LiveWorld }) {
  return (
    <Nearby size="world" still={<StillWorld live={live} />}>
      <LiveWorldCard key={live.id} live={live} />
    </Nearby>
  );
}
