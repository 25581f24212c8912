import { attachedTo } from '#domain/arm/identity-block.ts';
import { sameId } from '#domain/arm/resource-id.ts';
import type { Host } from '#domain/arm/resource.ts';
import { hostsOf } from './queries.ts';
import type { CloudState } from './state.ts';

/** The hosts that refer to a user-assigned identity, by name; one that is gone may still be referred to. */
export function associatedResources(state: CloudState, identityId: string): readonly Host[] {
  return hostsOf(state).filter((host) => attachedTo(host.identity).some((held) => sameId(held.identityId, identityId)));
}
