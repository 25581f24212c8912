import { attachedTo } from '#domain/arm/identity-block.ts';
import { isHost } from '#domain/arm/kinds.ts';
import { nameOf } from '#domain/arm/resource-id.ts';
import { findResource } from '#domain/arm/state.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { IdentitySelector } from '#domain/managedidentity/selection.ts';
import type { Origin } from '#domain/protocol/actor.ts';

/** A way to name an identity in a token request. */
export interface IdentityChoice {
  readonly key: string;
  readonly name: string;
  readonly by: IdentitySelector['by'];
  readonly selector: IdentitySelector;
}

/** Every user-assigned identity that the host carries, by each of its three ids. */
export function identityChoices(state: CloudState, origin: Origin): readonly IdentityChoice[] {
  const host = origin.kind === 'host' ? findResource(state.arm, origin.resourceId) : undefined;
  if (host === undefined || !isHost(host)) return [];
  return attachedTo(host.identity).flatMap(({ identityId, clientId, principalId }) => {
    const values = { clientId, principalId, resourceId: identityId } as const;
    return (['clientId', 'principalId', 'resourceId'] as const).map((by) => ({
      key: `${identityId} ${by}`,
      name: nameOf(identityId),
      by,
      selector: { by, value: values[by] },
    }));
  });
}
