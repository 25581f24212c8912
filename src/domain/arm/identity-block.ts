import type { PrincipalId, ResourceId } from '#domain/kernel/brand.ts';
import type { AttachedIdentity, IdentityBlock } from './resource.ts';
import { sameId } from './resource-id.ts';

/** The principal of the system-assigned identity, or null where it is off. */
export function systemPrincipalOf(block: IdentityBlock): PrincipalId | null {
  return 'principalId' in block ? block.principalId : null;
}

/** The user-assigned identities that the block refers to, deleted ones included. */
export function attachedTo(block: IdentityBlock): readonly AttachedIdentity[] {
  return 'userAssigned' in block ? block.userAssigned : [];
}

/** The block that holds just this: its `type` follows from its contents. */
export function identityBlock(
  principalId: PrincipalId | null,
  userAssigned: readonly AttachedIdentity[],
): IdentityBlock {
  if (userAssigned.length === 0) {
    return principalId === null ? { type: 'None' } : { type: 'SystemAssigned', principalId };
  }
  return principalId === null
    ? { type: 'UserAssigned', userAssigned }
    : { type: 'SystemAssigned, UserAssigned', principalId, userAssigned };
}

/** The block with this reference added, or put in the place of an older one to the same id. */
export function withAttached(block: IdentityBlock, identity: AttachedIdentity): IdentityBlock {
  const others = attachedTo(block).filter((held) => !sameId(held.identityId, identity.identityId));
  return identityBlock(systemPrincipalOf(block), [...others, identity]);
}

export function withoutAttached(block: IdentityBlock, identityId: ResourceId): IdentityBlock {
  const others = attachedTo(block).filter((held) => !sameId(held.identityId, identityId));
  return identityBlock(systemPrincipalOf(block), others);
}
