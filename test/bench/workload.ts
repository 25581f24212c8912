import { resourceId } from '#domain/arm/resource-id.ts';
import type { ResourceKind } from '#domain/arm/resource.ts';
import { findResource } from '#domain/arm/state.ts';
import type { Command } from '#domain/cloud/command.ts';
import { principalOf } from '#domain/cloud/queries.ts';
import { askForToken, readFrom } from '#domain/cloud/requests.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { PresentedToken } from '#domain/entra/token.ts';
import { cachedToken } from '#domain/managedidentity/token-cache.ts';
import type { PrincipalId, ResourceId, RoleId } from '#domain/kernel/brand.ts';
import { minute } from '#domain/kernel/instant.ts';
import type { Origin } from '#domain/protocol/actor.ts';

/** A command made of the state by then. */
export type Deed = (state: CloudState) => Command;

const location = 'westeurope';
const vaultAudience = 'https://vault.azure.net';
const secretsUser = '4633458b-17de-408a-b874-0445c86b69e6' as RoleId;
const reader = 'acdd72a7-3385-48ef-bd42-f606fba81ae7' as RoleId;
const blobReader = '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1' as RoleId;

/** As many commands as asked for: small shops, each built, used, changed and in part deleted, one after another. */
export function* workload(commands: number): Generator<Deed> {
  let given = 0;
  for (let shop = 0; ; shop += 1) {
    for (const deed of deedsOfShop(shop)) {
      if (given === commands) return;
      given += 1;
      yield deed;
    }
  }
}

/** So many resources, all with identities, roles and secrets. */
export function* resources(count: number): Generator<Deed> {
  for (let shop = 0; shop * 4 < count; shop += 1) yield* buildShop(shop);
}

/** So many assignments of a role that reads no data, all to the machine of the first shop, on the resources of the others. */
export function* assignments(count: number): Generator<Deed> {
  for (let shop = 1; shop * 2 <= count; shop += 1) {
    const { vault, account } = idsOf(shop);
    const { host } = idsOf(0);
    yield (state) => assign(state, vault(state), reader, host(state));
    yield (state) => assign(state, account(state), reader, host(state));
  }
}

function deedsOfShop(shop: number): Deed[] {
  const { host, worker, identity, vault } = idsOf(shop);
  return [
    ...buildShop(shop),
    (state) => askForToken(state, at(host(state)), { resource: vaultAudience, selector: null }),
    (state) => readSecret(state, host(state), vault(state)),
    (state) => askForToken(state, at(host(state)), { resource: vaultAudience, selector: null }),
    (state) => readSecret(state, host(state), vault(state)),
    () => create(shop, 'virtualMachine', 'vm-worker'),
    (state) => ({ type: 'AttachUserAssignedIdentity', resourceId: worker(state), identityId: identity(state) }),
    (state) => askForToken(state, at(worker(state)), { resource: vaultAudience, selector: null }),
    (state) => readSecret(state, worker(state), vault(state)),
    () => ({ type: 'AdvanceClock', seconds: minute }),
    (state) => readSecret(state, worker(state), vault(state)),
    (state) => ({ type: 'DetachUserAssignedIdentity', resourceId: worker(state), identityId: identity(state) }),
    (state) => ({ type: 'DeleteResource', id: worker(state) }),
    (state) => askForToken(state, { kind: 'laptop' }, { resource: vaultAudience, selector: null }),
  ];
}

function buildShop(shop: number): Deed[] {
  const { group, host, identity, vault, account } = idsOf(shop);
  return [
    () => ({ type: 'CreateResourceGroup', name: group, location }),
    () => create(shop, 'virtualMachine', 'vm-web'),
    () => create(shop, 'userAssignedIdentity', 'id-reader'),
    () => create(shop, 'keyVault', `kv-shop-${shop}`),
    () => create(shop, 'storageAccount', `stshop${shop}`),
    (state) => ({ type: 'SetSecret', vaultId: vault(state), name: 'db-password', value: 'pears-and-plums' }),
    (state) => ({ type: 'CreateContainer', accountId: account(state), name: 'images' }),
    (state) => ({ type: 'EnableSystemAssignedIdentity', resourceId: host(state) }),
    (state) => assign(state, vault(state), secretsUser, host(state)),
    (state) => assign(state, vault(state), secretsUser, identity(state)),
    (state) => assign(state, account(state), blobReader, host(state)),
  ];
}

function idsOf(shop: number) {
  const group = `rg-shop-${shop}`;
  const id = (kind: ResourceKind, name: string) => (state: CloudState) =>
    resourceId(state.subscriptionId, group, kind, name);
  return {
    group,
    host: id('virtualMachine', 'vm-web'),
    worker: id('virtualMachine', 'vm-worker'),
    identity: id('userAssignedIdentity', 'id-reader'),
    vault: id('keyVault', `kv-shop-${shop}`),
    account: id('storageAccount', `stshop${shop}`),
  };
}

function create(shop: number, kind: ResourceKind, name: string): Command {
  return { type: 'CreateResource', kind, resourceGroup: `rg-shop-${shop}`, name, location };
}

function assign(state: CloudState, scope: ResourceId, roleId: RoleId, owner: ResourceId): Command {
  const resource = findResource(state.arm, owner);
  const principal = resource === undefined ? undefined : principalOf(state, resource);
  if (principal === undefined) throw new Error(`${owner} has no principal.`);
  return { type: 'CreateRoleAssignment', scope, roleId, principalId: principal.id };
}

function at(resource: ResourceId): Origin {
  return { kind: 'host', resourceId: resource };
}

/** Reads the secret with the token that the host's endpoint keeps, or without one. */
function readSecret(state: CloudState, host: ResourceId, vault: ResourceId): Command {
  const target = findResource(state.arm, vault);
  if (target?.kind !== 'keyVault') throw new Error(`${vault} is no vault.`);
  return readFrom(target, 'db-password', at(host), tokenAt(state, host));
}

function tokenAt(state: CloudState, host: ResourceId): PresentedToken {
  const resource = findResource(state.arm, host);
  const principals: PrincipalId[] = [];
  if (resource !== undefined && 'identity' in resource) {
    const { identity } = resource;
    if ('principalId' in identity) principals.push(identity.principalId);
    if ('userAssigned' in identity) principals.push(...identity.userAssigned.map(({ principalId }) => principalId));
  }
  for (const principalId of principals) {
    const token = cachedToken(state.tokens, { host, principalId, resource: vaultAudience }, state.now);
    if (token !== null) return { kind: 'jwt', claims: token.claims, signature: 'valid' };
  }
  return { kind: 'none' };
}
