import { isHost, resourceKinds } from '#domain/arm/kinds.ts';
import { nameOf } from '#domain/arm/resource-id.ts';
import type { Host } from '#domain/arm/resource.ts';
import { findResource } from '#domain/arm/state.ts';
import { armError, armJson, resourceNotFound } from '#domain/arm/wire.ts';
import { associatedResources } from '#domain/cloud/associated-resources.ts';
import { principalOf } from '#domain/cloud/queries.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { credentialsOf } from '#domain/federation/state.ts';
import { credentialBody } from '#domain/federation/wire.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import type { Reader } from '../may-read.ts';

export type IdentityRead =
  /** `<host>/providers/Microsoft.ManagedIdentity/identities/default`: where ARM says the client ID of a host's own identity. */
  | { readonly kind: 'systemIdentity'; readonly id: string }
  | { readonly kind: 'federatedCredentials'; readonly id: string }
  | { readonly kind: 'federatedCredential'; readonly id: string; readonly name: string }
  | {
      readonly kind: 'associatedResources';
      readonly id: string;
      readonly skip: number;
      /** Null for all. */
      readonly top: number | null;
    }
  | { readonly kind: 'identityOperations' };

const identities = resourceKinds.userAssignedIdentity.armType;
const readCredentials = `${identities}/federatedIdentityCredentials/read`;

export const identityReaders = {
  systemIdentity: (state: CloudState, { id }: { readonly id: string }, reader: Reader) =>
    reader.one('Microsoft.ManagedIdentity/identities/read', id, () => systemIdentity(state, id)),
  federatedCredentials: (state: CloudState, { id }: { readonly id: string }, reader: Reader) =>
    reader.one(readCredentials, id, () => {
      const identity = findResource(state.arm, id);
      if (identity === undefined) return resourceNotFound(id);
      const held = credentialsOf(state.federation, id);
      return armJson(200, { value: held.map((each) => credentialBody(identity.id, each)) }, 'docs');
    }),
  federatedCredential: (state: CloudState, read: { readonly id: string; readonly name: string }, reader: Reader) =>
    reader.one(readCredentials, read.id, () => {
      const identity = findResource(state.arm, read.id);
      const held = credentialsOf(state.federation, read.id).find(
        ({ name }) => name.toLowerCase() === read.name.toLowerCase(),
      );
      if (identity !== undefined && held !== undefined) return armJson(200, credentialBody(identity.id, held), 'docs');
      return resourceNotFound(`${read.id}/federatedIdentityCredentials/${read.name}`);
    }),
  associatedResources: listAssociated,
  identityOperations: () => armJson(200, { value: operations.map(operationBody) }, 'capture'),
};

/** The form of `clientSecretUrl` is not documented; nothing here can be called (facts: control-plane §1.5). */
function systemIdentity(state: CloudState, id: string): SourcedResponse {
  const host = findResource(state.arm, id);
  const principal = host !== undefined && isHost(host) ? principalOf(state, host) : undefined;
  if (host === undefined) return resourceNotFound(id);
  if (principal === undefined) {
    const message = `No system-assigned identity is on at '${nameOf(host.id)}'.`;
    return armError(404, 'ResourceNotFound', message, 'unconfirmed');
  }
  const { tenantId } = state;
  const { id: principalId, appId: clientId } = principal;
  const query = `tid=${tenantId}&oid=${principalId}&aid=${clientId}`;
  const body = {
    id: `${host.id}/providers/Microsoft.ManagedIdentity/identities/default`,
    name: 'default',
    type: 'Microsoft.ManagedIdentity/identities',
    location: host.location,
    properties: {
      tenantId,
      principalId,
      clientId,
      clientSecretUrl: `https://control-${host.location}.identity.azure.net${host.id}/credentials/v2/systemassigned?${query}`,
    },
  };
  return armJson(200, body, 'unconfirmed');
}

/** Who may read the identity sees its hosts, those too that they may not read (facts: control-plane §1.5). */
function listAssociated(
  state: CloudState,
  { id, skip, top }: Extract<IdentityRead, { kind: 'associatedResources' }>,
  reader: Reader,
): SourcedResponse {
  return reader.one(`${identities}/read`, id, () => {
    if (findResource(state.arm, id) === undefined) return resourceNotFound(id);
    const hosts = associatedResources(state, id);
    const end = top === null ? hosts.length : skip + top;
    const value = hosts.slice(skip, end).map((host) => associatedBody(state, host));
    return armJson(200, { totalCount: hosts.length, value }, 'docs');
  });
}

/** Type and group are lower-cased here, and here alone (facts: control-plane §1.5). */
function associatedBody({ subscriptionId }: CloudState, { id, name, kind, resourceGroup }: Host): unknown {
  return {
    id,
    name,
    type: resourceKinds[kind].armType.toLowerCase(),
    resourceGroup: resourceGroup.toLowerCase(),
    subscriptionId,
    subscriptionDisplayName: 'Managed Identity Lab',
  };
}

/** facts: control-plane §1.6 */
const operations: readonly (readonly [name: string, resource: string, operation: string])[] = [
  ['register/action', 'Microsoft Managed Identity', 'Registers the Managed Identity Resource Provider'],
  ['operations/read', 'Operations', 'List Managed Identity operations'],
  ['identities/read', 'Identities', 'Get System Assigned Identity'],
  ['userAssignedIdentities/read', 'User Assigned Identities', 'Get User Assigned Identity'],
  ['userAssignedIdentities/write', 'User Assigned Identities', 'Create/Update User Assigned Identity'],
  ['userAssignedIdentities/delete', 'User Assigned Identities', 'Delete User Assigned Identity'],
  ['userAssignedIdentities/assign/action', 'User Assigned Identities', 'Assign User Assigned Identity'],
  ['userAssignedIdentities/listAssociatedResources/action', 'User Assigned Identities', 'List associated resources'],
];

function operationBody([name, resource, operation]: (typeof operations)[number]): unknown {
  const provider = 'Microsoft.ManagedIdentity';
  return { name: `${provider}/${name}`, display: { provider, resource, operation } };
}
