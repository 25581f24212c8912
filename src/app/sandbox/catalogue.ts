import { fitsNameRule, nameRules, resourceKinds } from '#domain/arm/kinds.ts';
import type { ResourceKind } from '#domain/arm/resource.ts';
import type { RoleId } from '#domain/kernel/brand.ts';
import { builtInRoles, findRole, findRoleByName } from '#domain/rbac/roles.ts';

/** Regions that forms offer; any text is a region to the engine. */
export const locations = ['westeurope', 'northeurope', 'eastus', 'westus2', 'australiaeast'] as const;

/** Audiences that forms offer for a token, with the kind of target that accepts them; others can be typed. */
export const audiences = [
  { resource: 'https://vault.azure.net', target: 'keyVault' },
  { resource: 'https://storage.azure.com/', target: 'storageAccount' },
  { resource: 'https://management.azure.com/', target: null },
  { resource: 'https://database.windows.net/', target: 'sqlDatabase' },
  { resource: 'https://cosmos.azure.com', target: 'cosmosAccount' },
  { resource: 'https://servicebus.azure.net/', target: 'serviceBusNamespace' },
  { resource: 'https://eventhubs.azure.net/', target: 'eventHubsNamespace' },
  { resource: 'https://graph.microsoft.com/', target: null },
] as const;

export { builtInRoles };

/** What else has a name of its own: groups, and the contents of targets. */
export type NamedThing = ResourceKind | keyof typeof nameRules;

/** The rule that a name has to fit, in Azure's terms. */
export function nameRuleOf(thing: NamedThing): string {
  return ruleOf(thing).says;
}

export function fitsName(thing: NamedThing, name: string): boolean {
  return fitsNameRule(name, ruleOf(thing));
}

function ruleOf(thing: NamedThing) {
  return thing in resourceKinds
    ? resourceKinds[thing as ResourceKind].name
    : nameRules[thing as keyof typeof nameRules];
}

/** Kinds in the order in which forms list them. */
export const kindsInOrder: readonly ResourceKind[] = [
  'virtualMachine',
  'vmScaleSet',
  'webApp',
  'webAppSlot',
  'functionApp',
  'containerApp',
  'aksCluster',
  'userAssignedIdentity',
  'keyVault',
  'storageAccount',
  'sqlServer',
  'sqlDatabase',
  'cosmosAccount',
  'serviceBusNamespace',
  'eventHubsNamespace',
];

/** Names of the one small story of the course, so that worlds are recognised. */
export const suggestedNames: Readonly<Record<ResourceKind, readonly string[]>> = {
  virtualMachine: ['vm-web', 'vm-worker', 'vm-batch'],
  vmScaleSet: ['vmss-web', 'vmss-worker'],
  webApp: ['app-shop', 'app-admin'],
  webAppSlot: ['staging', 'preview'],
  functionApp: ['func-orders', 'func-mail'],
  containerApp: ['ca-checkout', 'ca-search'],
  aksCluster: ['aks-shop'],
  userAssignedIdentity: ['id-shop-reader', 'id-shop-writer'],
  keyVault: ['kv-shop', 'kv-payments'],
  storageAccount: ['stshopimages', 'stshoporders'],
  sqlServer: ['sql-shop'],
  sqlDatabase: ['orders', 'stock'],
  cosmosAccount: ['cosmos-shop'],
  serviceBusNamespace: ['sb-shop-mail'],
  eventHubsNamespace: ['evh-shop-clicks'],
};

/** Longer names of user-assigned identities are allowed, and advised against for machines (facts: control-plane §3.1). */
export const longestSafeIdentityName = 24;

export function isHostKindOf(kind: ResourceKind): boolean {
  return resourceKinds[kind].part === 'host';
}

/** The kind under which a resource of this kind lies, or null: its name is then `<parent>/<child>`. */
export function parentKindOf(kind: ResourceKind): ResourceKind | null {
  return resourceKinds[kind].parent ?? null;
}

/** The name of a built-in role, or its id where it is none. */
export function roleNameOf(id: string): string {
  return findRole(id)?.name ?? id;
}

/** The role of that id, else the one of that name, else the one that a first lesson gives. */
export function findBuiltInRole(id: string | undefined, name = 'Key Vault Secrets User'): RoleId {
  const role = (id === undefined ? undefined : findRole(id)) ?? findRoleByName(name) ?? builtInRoles[0];
  if (role === undefined) throw new Error('There are no built-in roles.');
  return role.id;
}
