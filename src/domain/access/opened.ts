import { isWithin, subscriptionScope } from '#domain/arm/resource-id.ts';
import type { Resource } from '#domain/arm/resource.ts';
import { armAudience, permitsClaims } from '#domain/cloud/guard/permits.ts';
import { ownClaims } from '#domain/cloud/own-token.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { cosmosAssignments } from '#domain/cosmos/state.ts';
import { learner } from '#domain/entra/built-in.ts';
import { actsAs } from '#domain/entra/token.ts';
import type { TokenClaims } from '#domain/entra/token.ts';
import type { PrincipalId, ResourceId } from '#domain/kernel/brand.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import { policyGate, secretNeeds } from '#domain/keyvault/rules.ts';
import { vaultOf } from '#domain/keyvault/state.ts';
import { messagingAction } from '#domain/messaging/rules.ts';
import { userFor } from '#domain/sql/rules.ts';
import { administratorOf, databaseUsers } from '#domain/sql/state.ts';
import type { Attributes } from '#domain/rbac/condition.ts';
import { scopeCovers } from '#domain/rbac/rules.ts';
import { assignmentsOfPrincipal } from '#domain/rbac/state.ts';
import { blobAttributes } from '#domain/storage/attributes.ts';
import { blobNeeds, containerScope } from '#domain/storage/rules.ts';
import { accountAccess, containersOf } from '#domain/storage/state.ts';

/** A way into the data of a target. */
export type OpenedBy =
  /** Azure roles, a vault's access policies, Cosmos DB's own roles, a database user. */
  | 'role'
  | 'accessPolicy'
  | 'cosmosRole'
  | 'databaseUser'
  | 'databaseAdministrator'
  /** The right to list the account's keys, which open everything (facts: corrections 8). */
  | 'accountKeys'
  /** The right to write oneself an access policy (facts: corrections 8). */
  | 'accessPolicyWrite';

export interface Opened {
  readonly targetId: ResourceId;
  /** The container, where it is less than the whole target. */
  readonly part?: string;
  readonly by: OpenedBy;
  /** What can be done, in the target's own terms. */
  readonly operations: readonly string[];
}

/** What a principal can open with a token of its own, and what it can open to itself. Firewalls are not asked. */
export function opened(state: CloudState, principalId: PrincipalId, resources: readonly Resource[]): readonly Opened[] {
  const claims = ownClaims(state, principalId, armAudience);
  const scopes = scopesOf(state, claims);
  return resources.flatMap((target) => {
    const isNear = scopes.some((scope) => scopeCovers(scope, target.id) || isWithin(target.id, scope));
    return openers[target.kind]?.(state, target, claims, isNear) ?? [];
  });
}

/** Where a caller was assigned anything: elsewhere its roles need not be asked. */
function scopesOf(state: CloudState, { oid, groups = [] }: TokenClaims): readonly string[] {
  if (oid === learner(state.seed).id) return [subscriptionScope(state.subscriptionId)];
  return [oid, ...groups].flatMap((id) => {
    const { present, ending } = assignmentsOfPrincipal(state.rbac, id);
    return [...present, ...ending.map(({ assignment }) => assignment)].map(({ scope }) => scope);
  });
}

type Opener = (state: CloudState, target: Resource, claims: TokenClaims, isNear: boolean) => readonly Opened[];

const openers: { readonly [Kind in Resource['kind']]?: Opener } = {
  keyVault: openVault,
  storageAccount: openAccount,
  sqlDatabase: openDatabase,
  cosmosAccount: (state, { id }, claims) => {
    const held = cosmosAssignments(state.cosmos, id).filter((each) => actsAs(claims, each.principalId));
    return whereSome({ targetId: id, by: 'cosmosRole', operations: held.map(({ role }) => role) });
  },
  serviceBusNamespace: openNamespace,
  eventHubsNamespace: openNamespace,
};

function openVault(state: CloudState, { id }: Resource, claims: TokenClaims, isNear: boolean): readonly Opened[] {
  const { settings } = vaultOf(state.keyVault, id);
  const kinds = Object.keys(secretNeeds) as (keyof typeof secretNeeds)[];
  if (settings.model === 'rbac') {
    const operations = kinds.filter((kind) => isNear && mayWithData(state, claims, secretNeeds[kind].action, id));
    return whereSome({ targetId: id, by: 'role', operations });
  }
  const operations = kinds.filter((kind) => policyGate(settings, claims, secretNeeds[kind].permission).passed);
  const writes = ['Microsoft.KeyVault/vaults/accessPolicies/write', 'Microsoft.KeyVault/vaults/write'];
  const isWriter = isNear && writes.some((action) => may(state, claims, action, id));
  return [
    ...whereSome({ targetId: id, by: 'accessPolicy', operations }),
    ...whereSome({ targetId: id, by: 'accessPolicyWrite', operations: isWriter ? kinds : [] }),
  ];
}

function openAccount(state: CloudState, { id }: Resource, claims: TokenClaims, isNear: boolean): readonly Opened[] {
  if (!isNear) return [];
  const kinds = Object.keys(blobNeeds) as (keyof typeof blobNeeds)[];
  const ofBlobs = kinds.filter((kind) => blobNeeds[kind].plane === 'data');
  const at = (scope: string, resource: Attributes = {}) =>
    ofBlobs.filter((kind) => mayWithData(state, claims, blobNeeds[kind].action, scope, resource));
  const whole = at(id);
  const names = [...dictionary.entries(containersOf(state.storage, id))].map(([name]) => name).sort();
  const parts = names.flatMap((part) => {
    const operations = at(containerScope(id, part), blobAttributes(part, '')).filter((kind) => !whole.includes(kind));
    return whereSome({ targetId: id, part, by: 'role', operations });
  });
  const listsKeys = may(state, claims, 'Microsoft.Storage/storageAccounts/listKeys/action', id);
  const byKey = listsKeys && accountAccess(state.storage, id).sharedKey;
  return [
    ...whereSome({ targetId: id, by: 'role', operations: whole }),
    ...parts,
    ...whereSome({ targetId: id, by: 'accountKeys', operations: byKey ? kinds : [] }),
  ];
}

function openDatabase({ sql }: CloudState, { id }: Resource, claims: TokenClaims): readonly Opened[] {
  const administrator = administratorOf(sql, id.slice(0, id.lastIndexOf('/databases/')));
  if (administrator === null) return [];
  if (actsAs(claims, administrator)) {
    return [{ targetId: id, by: 'databaseAdministrator', operations: ['db_owner'] }];
  }
  const user = userFor(claims, databaseUsers(sql, id));
  return whereSome({ targetId: id, by: 'databaseUser', operations: user?.roles ?? [] });
}

function openNamespace(
  state: CloudState,
  { kind, id }: Resource,
  claims: TokenClaims,
  isNear: boolean,
): readonly Opened[] {
  if (!isNear || (kind !== 'serviceBusNamespace' && kind !== 'eventHubsNamespace')) return [];
  const operations = (['send', 'receive'] as const).filter((verb) =>
    mayWithData(state, claims, messagingAction(kind, verb), id),
  );
  return whereSome({ targetId: id, by: 'role', operations });
}

function whereSome(found: Opened): readonly Opened[] {
  return found.operations.length === 0 ? [] : [found];
}

function may(state: CloudState, claims: TokenClaims, action: string, resource: ResourceId): boolean {
  return permitsClaims(state, claims, { plane: 'control', action, resource });
}

function mayWithData(
  state: CloudState,
  claims: TokenClaims,
  action: string,
  resource: string,
  attributes: Attributes = {},
): boolean {
  const demand = {
    plane: 'data',
    action,
    resource: resource as ResourceId,
    attributes: { resource: attributes },
  } as const;
  return permitsClaims(state, claims, demand);
}
