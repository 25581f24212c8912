import { attachedTo, systemPrincipalOf } from '#domain/arm/identity-block.ts';
import { isHost } from '#domain/arm/kinds.ts';
import { sameId } from '#domain/arm/resource-id.ts';
import type { Host, UserAssignedIdentity } from '#domain/arm/resource.ts';
import { findResource } from '#domain/arm/state.ts';
import * as wire from '#domain/arm/wire.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';
import type { CloudState } from '../state.ts';
import { answer, resourceUrl } from './answer.ts';
import { createPrincipal, deletePrincipal } from './service-principal.ts';

/** Turns the system-assigned identity on. On already: 200 and no change. No role is granted. */
export function enableSystemAssignedIdentity(
  draft: Draft,
  { resourceId }: CommandOf<'EnableSystemAssignedIdentity'>,
): void {
  changeHost(draft, resourceId, (host) => {
    if (systemPrincipalOf(host.identity) === null) enableSystemAssigned(draft, host);
    return null;
  });
}

/** Turns it off: its principal goes, its role assignments stay. On again is a new principal. */
export function disableSystemAssignedIdentity(
  draft: Draft,
  { resourceId }: CommandOf<'DisableSystemAssignedIdentity'>,
): void {
  changeHost(draft, resourceId, (host) => {
    const principalId = systemPrincipalOf(host.identity);
    if (principalId !== null) {
      draft.emit({ type: 'SystemAssignedIdentityDisabled', resourceId: host.id });
      deletePrincipal(draft, principalId);
    }
    return null;
  });
}

/** Attaches a user-assigned identity: no new principal, one reference more. */
export function attachUserAssignedIdentity(
  draft: Draft,
  { resourceId, identityId }: CommandOf<'AttachUserAssignedIdentity'>,
): void {
  changeHost(draft, resourceId, (host) => {
    const refusal = refuseIdentities(draft.state, host.id, [identityId]);
    if (refusal === null) attachIdentity(draft, host.id, identityId);
    return refusal;
  });
}

/** Removes the reference, also to an identity that no longer exists. */
export function detachUserAssignedIdentity(
  draft: Draft,
  { resourceId, identityId }: CommandOf<'DetachUserAssignedIdentity'>,
): void {
  changeHost(draft, resourceId, (host) => {
    const held = attachedTo(host.identity).find((each) => sameId(each.identityId, identityId));
    if (held !== undefined) {
      const { id: resourceId } = host;
      draft.emit({
        type: 'UserAssignedIdentityDetached',
        resourceId,
        identityId: held.identityId,
      });
    }
    return null;
  });
}

/** Gives a host its system-assigned identity; its principal is named like the host. */
export function enableSystemAssigned(draft: Draft, host: Host): void {
  const principal = createPrincipal(draft, host.id, host.name, 'SystemAssigned');
  draft.emit({
    type: 'SystemAssignedIdentityEnabled',
    resourceId: host.id,
    principalId: principal.id,
  });
}

/** Attaches an identity that exists; the same reference again changes nothing, an older one is renewed. */
export function attachIdentity(draft: Draft, hostId: ResourceId, identityId: ResourceId): void {
  const host = findResource(draft.state.arm, hostId);
  const identity = findUserAssigned(draft.state, identityId);
  if (host === undefined || !isHost(host) || identity === undefined) return;
  const { id, principalId, clientId } = identity;
  const isHeld = attachedTo(host.identity).some((held) => held.principalId === principalId);
  if (isHeld) return;
  draft.emit({
    type: 'UserAssignedIdentityAttached',
    resourceId: host.id,
    identity: { identityId: id, principalId, clientId },
  });
}

/** What Azure says of the first id that is no user-assigned identity, or null. A name or a GUID is not even an id. */
export function refuseIdentities(
  state: CloudState,
  hostId: ResourceId,
  ids: readonly ResourceId[],
): SourcedResponse | null {
  const missing = ids.find((id) => findUserAssigned(state, id) === undefined);
  if (missing === undefined) return null;
  return /^\/(?:subscriptions|providers)\//i.test(missing)
    ? wire.failedIdentityOperation(hostId, missing)
    : wire.linkedInvalidPropertyId(missing);
}

function findUserAssigned(state: CloudState, id: ResourceId): UserAssignedIdentity | undefined {
  const resource = findResource(state.arm, id);
  return resource?.kind === 'userAssignedIdentity' ? resource : undefined;
}

/** PATCH of a host: 404 and 400 for what is no host, the change's own refusal, or 200 with the changed resource. */
function changeHost(draft: Draft, id: ResourceId, change: (host: Host) => SourcedResponse | null): void {
  const host = findResource(draft.state.arm, id);
  if (host === undefined) {
    return answer(draft, 'PATCH', resourceUrl(id, 'virtualMachine'), wire.resourceNotFound(id));
  }
  const url = resourceUrl(host.id, host.kind);
  if (!isHost(host)) return answer(draft, 'PATCH', url, wire.notAHost(id));
  const refusal = change(host);
  const changed = findResource(draft.state.arm, id) ?? host;
  const body = wire.resourceBody(changed, draft.state.tenantId);
  answer(draft, 'PATCH', url, refusal ?? wire.armJson(200, body, 'docs'));
}
