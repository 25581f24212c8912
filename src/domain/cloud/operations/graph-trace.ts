import type { GraphTrace } from '#domain/entra/graph-wire.ts';
import { guid } from '#domain/kernel/guid.ts';
import { ordinal, ordinalKeys } from '../ordinals.ts';
import type { CloudState } from '../state.ts';

/** The ids in Graph's errors: one per request that was sent before, and per moment for what nobody sends. */
export function graphTrace(state: CloudState): GraphTrace {
  const { seed, now } = state;
  const time = String(ordinal(state, ordinalKeys.request()));
  return { requestId: guid(seed, 'graph request', time, String(now)), now };
}
