import { siteOf } from '#domain/appservice/state.ts';
import { propertiesIn } from '#domain/arm/details.ts';
import { resourceKinds } from '#domain/arm/kinds.ts';
import { nameOf, subscriptionScope } from '#domain/arm/resource-id.ts';
import type { ResourceKind } from '#domain/arm/resource.ts';
import { findResource } from '#domain/arm/state.ts';
import { armEmpty, armJson, deletedVaultNotFound, resourceNotFound } from '#domain/arm/wire.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { cosmosAssignments } from '#domain/cosmos/state.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import { toIso } from '#domain/kernel/instant.ts';
import { findDeletedVault } from '#domain/keyvault/state.ts';
import type { DeletedVault } from '#domain/keyvault/state.ts';
import { administratorOf } from '#domain/sql/state.ts';
import { cosmosAssignmentBody } from '#domain/cosmos/assignment.ts';
import type { Reader } from '../may-read.ts';

export type TargetRead =
  | { readonly kind: 'deletedVaults' }
  | { readonly kind: 'deletedVault'; readonly name: string }
  | { readonly kind: 'appSettings'; readonly id: string }
  | { readonly kind: 'siteConfig'; readonly id: string }
  | { readonly kind: 'siteAction'; readonly id: string; readonly action: string }
  | { readonly kind: 'sqlAdministrators'; readonly id: string }
  | { readonly kind: 'cosmosRoleAssignments'; readonly id: string };

export const targetReaders = {
  deletedVaults: (state: CloudState, _read: unknown, reader: Reader) =>
    reader.list(
      [...dictionary.values(state.keyVault.deleted)].sort((a, b) => (a.name < b.name ? -1 : 1)),
      'Microsoft.KeyVault/deletedVaults/read',
      { id: () => subscriptionScope(state.subscriptionId), body: (vault) => deletedVaultBody(state, vault) },
    ),
  deletedVault: (state: CloudState, { name }: { readonly name: string }, reader: Reader) =>
    reader.one('Microsoft.KeyVault/locations/deletedVaults/read', subscriptionScope(state.subscriptionId), () => {
      const vault = findDeletedVault(state.keyVault, name);
      return vault === undefined ? deletedVaultNotFound(name) : armJson(200, deletedVaultBody(state, vault), 'docs');
    }),
  appSettings: (state: CloudState, { id }: { readonly id: string }, reader: Reader) =>
    under(state, id, reader, 'config/list/Action', () => {
      const { settings } = siteOf(state.appService, id);
      const properties = Object.fromEntries(Object.entries(settings).map(([name, { value }]) => [name, value]));
      return { id: `${id}/config/appsettings`, name: 'appsettings', type: 'Microsoft.Web/sites/config', properties };
    }),
  siteConfig: (state: CloudState, { id }: { readonly id: string }, reader: Reader) =>
    under(state, id, reader, 'config/read', (ownId) => {
      const properties = propertiesIn(findResource(state.arm, id)?.details)['siteConfig'] ?? {};
      return { id: `${ownId}/config/web`, name: nameOf(ownId), type: 'Microsoft.Web/sites/config', properties };
    }),
  siteAction: (state: CloudState, { id, action }: Extract<TargetRead, { kind: 'siteAction' }>, reader: Reader) => {
    const shown = under(state, id, reader, `${action}/Action`, () => ({}));
    return shown.response.status === 200 ? armEmpty(200) : shown;
  },
  sqlAdministrators: (state: CloudState, { id }: { readonly id: string }, reader: Reader) =>
    under(state, id, reader, 'administrators/read', () => {
      const sid = administratorOf(state.sql, id);
      return { value: sid === null ? [] : [administratorBody(state, id, sid)] };
    }),
  cosmosRoleAssignments: (state: CloudState, { id }: { readonly id: string }, reader: Reader) =>
    under(state, id, reader, 'sqlRoleAssignments/read', (ownId) => ({
      value: cosmosAssignments(state.cosmos, id).map((held) => cosmosAssignmentBody(state.seed, ownId, held)),
    })),
};

/** Something that is kept of a resource: read by who may do `action` of its type there. */
function under(
  state: CloudState,
  id: string,
  reader: Reader,
  action: string,
  body: (ownId: string) => unknown,
): SourcedResponse {
  const resource = findResource(state.arm, id);
  const kind: ResourceKind = resource?.kind ?? 'webApp';
  return reader.one(`${resourceKinds[kind].armType}/${action}`, id, () =>
    resource === undefined ? resourceNotFound(id) : armJson(200, body(resource.id), 'docs'),
  );
}

function administratorBody({ tenantId }: CloudState, id: string, sid: string): unknown {
  return {
    id: `${id}/administrators/ActiveDirectory`,
    name: 'ActiveDirectory',
    type: 'Microsoft.Sql/servers/administrators',
    properties: { administratorType: 'ActiveDirectory', login: sid, sid, tenantId },
  };
}

/** A deleted vault as ARM prints it (docs: vaults REST). */
function deletedVaultBody({ subscriptionId }: CloudState, vault: DeletedVault): unknown {
  const { name, location, vaultId, deletedAt, purgeAt } = vault;
  return {
    id: `${subscriptionScope(subscriptionId)}/providers/Microsoft.KeyVault/locations/${location}/deletedVaults/${name}`,
    name,
    type: 'Microsoft.KeyVault/deletedVaults',
    properties: { vaultId, location, deletionDate: toIso(deletedAt), scheduledPurgeDate: toIso(purgeAt) },
  };
}
