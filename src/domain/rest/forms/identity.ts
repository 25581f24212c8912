import { attachedTo, systemPrincipalOf } from '#domain/arm/identity-block.ts';
import { identityType } from '#domain/arm/identity-write.ts';
import { isHost, resourceKinds } from '#domain/arm/kinds.ts';
import { sameId } from '#domain/arm/resource-id.ts';
import type { IdentityBlock, ResourceKind } from '#domain/arm/resource.ts';
import { findResource } from '#domain/arm/state.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { HttpRequest } from '#domain/http/message.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { textAt, textsAt } from '#domain/kernel/json.ts';
import { armRequest, resourceRequest } from '../request.ts';
import { command, route } from '../route.ts';
import type { Printers, Route } from '../route.ts';
import { spelled } from './create.ts';

type IdentityForm =
  | 'EnableSystemAssignedIdentity'
  | 'DisableSystemAssignedIdentity'
  | 'AttachUserAssignedIdentity'
  | 'DetachUserAssignedIdentity'
  | 'WriteIdentity'
  | 'CreateFederatedCredential'
  | 'DeleteFederatedCredential';

/** Changes of a host's identity are PATCHes of its `identity`, worded for what the host carries at the moment. */
export const identityPrinters: Printers<IdentityForm> = {
  EnableSystemAssignedIdentity: (state, { resourceId }) => {
    const { attached, kind } = hostAt(state, resourceId);
    return patch(resourceId, kind, identityType(true, attached.length > 0));
  },
  DisableSystemAssignedIdentity: (state, { resourceId }) => {
    const { attached, kind } = hostAt(state, resourceId);
    return patch(resourceId, kind, identityType(false, attached.length > 0));
  },
  AttachUserAssignedIdentity: (state, { resourceId, identityId }) => {
    const { isOn, kind } = hostAt(state, resourceId);
    return patch(resourceId, kind, identityType(isOn, true), { [identityId]: {} });
  },
  DetachUserAssignedIdentity: (state, { resourceId, identityId }) => {
    const { isOn, attached, kind } = hostAt(state, resourceId);
    const left = attached.filter((id) => !sameId(id, identityId));
    // The last one goes by the type alone: a map beside a type without user-assigned identities is refused.
    const isOneOfSeveral = left.length > 0 && left.length < attached.length;
    const removed = isOneOfSeveral ? { [identityId]: null } : undefined;
    return patch(resourceId, kind, identityType(isOn, left.length > 0), removed);
  },
  WriteIdentity: ({ arm }, { resourceId, method, identity }) => {
    const location = findResource(arm, resourceId)?.location;
    return resourceRequest(method, resourceId, '', method === 'PUT' ? { location, identity } : { identity });
  },
  CreateFederatedCredential: (_state, { identityId, name, issuer, subject, audiences }) =>
    credentialRequest('PUT', identityId, name, { properties: { issuer, subject, audiences } }),
  DeleteFederatedCredential: (_state, { identityId, name }) => credentialRequest('DELETE', identityId, name),
};

interface Carried {
  readonly kind: ResourceKind;
  /** Whether the system-assigned identity is on. */
  readonly isOn: boolean;
  readonly attached: readonly ResourceId[];
}

function hostAt(state: CloudState, id: ResourceId): Carried {
  const held = findResource(state.arm, id);
  const kind = held?.kind ?? 'virtualMachine';
  if (held === undefined || !isHost(held)) return { kind, isOn: false, attached: [] };
  const attached = attachedTo(held.identity).map(({ identityId }) => identityId);
  return { kind, isOn: systemPrincipalOf(held.identity) !== null, attached };
}

function patch(
  id: ResourceId,
  kind: ResourceKind,
  type: IdentityBlock['type'],
  map?: Readonly<Record<string, Readonly<Record<string, string>> | null>>,
): HttpRequest {
  const write = map === undefined ? { type } : { type, userAssignedIdentities: map };
  return resourceRequest('PATCH', id, '', { identity: spelled(write, kind) });
}

function credentialRequest(method: 'PUT' | 'DELETE', identityId: string, name: string, body?: unknown): HttpRequest {
  const { apiVersion } = resourceKinds.userAssignedIdentity;
  return armRequest(method, `${identityId}/federatedIdentityCredentials/${name}`, apiVersion, body);
}

const credential = '{+identity}/federatedIdentityCredentials/{name}';

export const credentialRoutes: readonly Route[] = [
  route('PUT', credential, ({ param, body }) =>
    command({
      type: 'CreateFederatedCredential',
      identityId: param('identity') as ResourceId,
      name: param('name'),
      issuer: textAt(body, 'properties', 'issuer') ?? '',
      subject: textAt(body, 'properties', 'subject') ?? '',
      audiences: textsAt(body, 'properties', 'audiences'),
    }),
  ),
  route('DELETE', credential, ({ param }) =>
    command({ type: 'DeleteFederatedCredential', identityId: param('identity') as ResourceId, name: param('name') }),
  ),
];
