import { attachedTo, systemPrincipalOf } from '#domain/arm/identity-block.ts';
import { isHost } from '#domain/arm/kinds.ts';
import { principalNameOf } from '#domain/arm/principal-name.ts';
import { sameId } from '#domain/arm/resource-id.ts';
import type { Host, UserAssignedIdentity } from '#domain/arm/resource.ts';
import { findResource } from '#domain/arm/state.ts';
import { failedIdentityOperation } from '#domain/arm/identity-wire.ts';
import { refuseIdentityId } from '#domain/arm/identity-write.ts';
import type { IdentityWish } from '#domain/arm/identity-write.ts';
import * as wire from '#domain/arm/wire.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';
import { bodyOf } from '../resource-body.ts';
import type { CloudState } from '../state.ts';
import { answer, resourceUrl } from './answer.ts';
import { refreshIdentityUri } from './identity-uri.ts';
import { createPrincipal, deletePrincipal } from './service-principal.ts';

/** Turns the system-assigned identity on. On already: 200 and no change. No role is granted. */
export function enableSystemAssignedIdentity(
  draft: Draft,
  { resourceId }: CommandOf<'EnableSystemAssignedIdentity'>,
): void {
  changeHost(draft, 'PATCH', resourceId, (host) => {
    if (systemPrincipalOf(host.identity) === null) enableSystemAssigned(draft, host);
    return null;
  });
}

/** Turns it off: its principal goes, its role assignments stay. On again is a new principal. */
export function disableSystemAssignedIdentity(
  draft: Draft,
  { resourceId }: CommandOf<'DisableSystemAssignedIdentity'>,
): void {
  changeHost(draft, 'PATCH', resourceId, (host) => {
    disableSystemAssigned(draft, host);
    return null;
  });
}

/** Attaches a user-assigned identity: no new principal, one reference more. */
export function attachUserAssignedIdentity(
  draft: Draft,
  { resourceId, identityId }: CommandOf<'AttachUserAssignedIdentity'>,
): void {
  changeHost(draft, 'PATCH', resourceId, (host) => {
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
  changeHost(draft, 'PATCH', resourceId, (host) => {
    detachIdentity(draft, host, identityId);
    return null;
  });
}

/** Gives a host its system-assigned identity; its principal is named like the host. */
function enableSystemAssigned(draft: Draft, host: Host): void {
  const principal = createPrincipal(draft, host.id, principalNameOf(host), 'SystemAssigned');
  draft.emit({
    type: 'SystemAssignedIdentityEnabled',
    resourceId: host.id,
    principalId: principal.id,
  });
}

function disableSystemAssigned(draft: Draft, host: Host): void {
  const principalId = systemPrincipalOf(host.identity);
  if (principalId === null) return;
  draft.emit({ type: 'SystemAssignedIdentityDisabled', resourceId: host.id });
  deletePrincipal(draft, principalId);
}

function detachIdentity(draft: Draft, host: Host, identityId: string): void {
  const held = attachedTo(host.identity).find((each) => sameId(each.identityId, identityId));
  if (held === undefined) return;
  draft.emit({ type: 'UserAssignedIdentityDetached', resourceId: host.id, identityId: held.identityId });
}

/** Makes of a host's identity what a write asks for; whatever it names exists. */
export function grantWish(draft: Draft, host: Host, { systemAssigned, named, kept }: IdentityWish): void {
  const wanted = [...named, ...kept];
  for (const { identityId } of attachedTo(host.identity)) {
    if (!wanted.some((id) => sameId(id, identityId))) detachIdentity(draft, host, identityId);
  }
  if (!systemAssigned) disableSystemAssigned(draft, host);
  else if (systemPrincipalOf(host.identity) === null) enableSystemAssigned(draft, host);
  for (const id of named) attachIdentity(draft, host.id, id);
}

/** Attaches an identity that exists; the same reference again changes nothing, an older one is renewed. */
function attachIdentity(draft: Draft, hostId: ResourceId, identityId: string): void {
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
  ids: readonly string[],
): SourcedResponse | null {
  const refusal = ids.map(refuseIdentityId).find((each) => each !== null);
  if (refusal !== undefined) return refusal;
  const missing = ids.find((id) => findUserAssigned(state, id) === undefined);
  return missing === undefined ? null : failedIdentityOperation(hostId, missing);
}

function findUserAssigned(state: CloudState, id: string): UserAssignedIdentity | undefined {
  const resource = findResource(state.arm, id);
  return resource?.kind === 'userAssignedIdentity' ? resource : undefined;
}

/** Writes to a host: 404 and 400 for what is no host, the change's own refusal, or 200 with the changed resource. */
export function changeHost(
  draft: Draft,
  method: 'PUT' | 'PATCH',
  id: ResourceId,
  change: (host: Host) => SourcedResponse | null,
): void {
  const host = findResource(draft.state.arm, id);
  if (host === undefined) {
    return answer(draft, method, resourceUrl(id, 'virtualMachine'), wire.resourceNotFound(id));
  }
  const url = resourceUrl(host.id, host.kind);
  if (!isHost(host)) return answer(draft, method, url, wire.notAHost(id));
  const refusal = change(host);
  if (refusal !== null) return answer(draft, method, url, refusal);
  refreshIdentityUri(draft, host.id);
  const changed = findResource(draft.state.arm, id) ?? host;
  answer(draft, method, url, wire.armJson(200, bodyOf(draft.state, changed), 'docs'));
}
