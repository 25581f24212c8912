import { isJsonObject } from '#domain/kernel/json.ts';
import type { Json, JsonObject } from '#domain/kernel/json.ts';
import type { ResourceKind } from './resource.ts';

/*
 * What a client says of a resource and nothing here acts on, such as the size of a machine: it is kept as it was sent
 * and printed back, so that a body survives its way through Azure Resource Manager.
 */

/** Parts of a body beside its envelope; those of `properties` stand in there. */
export type Details = JsonObject;

/** What providers print of a resource of which nothing was said. */
const defaults: Readonly<Partial<Record<ResourceKind, Details>>> = {
  virtualMachine: { properties: { hardwareProfile: { vmSize: 'Standard_B2s' } } },
  vmScaleSet: {
    sku: { name: 'Standard_B2s', tier: 'Standard', capacity: 2 },
    properties: { orchestrationMode: 'Uniform' },
  },
  webApp: { kind: 'app' },
  webAppSlot: { kind: 'app' },
  functionApp: { kind: 'functionapp' },
  keyVault: { properties: { sku: { family: 'A', name: 'standard' } } },
  storageAccount: { kind: 'StorageV2', sku: { name: 'Standard_LRS', tier: 'Standard' } },
  sqlServer: { kind: 'v12.0' },
  cosmosAccount: { kind: 'GlobalDocumentDB', properties: { databaseAccountOfferType: 'Standard' } },
  serviceBusNamespace: { sku: { name: 'Standard', tier: 'Standard' } },
  eventHubsNamespace: { sku: { name: 'Standard', tier: 'Standard' } },
  userAssignedIdentity: { properties: { isolationScope: 'None' } },
};

/** What the simulator prints itself, of every resource. */
const envelope = new Set(['id', 'name', 'type', 'location', 'tags', 'identity', 'properties', 'systemData', 'etag']);

/** Properties that the simulator acts on or prints itself: they are no details. */
const ownProperties: Readonly<Partial<Record<ResourceKind, readonly string[]>>> = {
  virtualMachine: ['timeCreated', 'vmId', 'instanceView'],
  vmScaleSet: ['timeCreated', 'upgradePolicy', 'uniqueId'],
  webApp: ['state', 'enabled', 'defaultHostName', 'keyVaultReferenceIdentity'],
  webAppSlot: ['state', 'enabled', 'defaultHostName', 'keyVaultReferenceIdentity'],
  functionApp: ['state', 'enabled', 'defaultHostName', 'keyVaultReferenceIdentity'],
  keyVault: [
    'tenantId',
    'vaultUri',
    'enableRbacAuthorization',
    'enableSoftDelete',
    'softDeleteRetentionInDays',
    'accessPolicies',
    'networkAcls',
    'publicNetworkAccess',
    'createMode',
  ],
  storageAccount: [
    'primaryEndpoints',
    'primaryLocation',
    'statusOfPrimary',
    'creationTime',
    'allowSharedKeyAccess',
    'networkAcls',
    'publicNetworkAccess',
  ],
  sqlServer: ['fullyQualifiedDomainName', 'state', 'publicNetworkAccess'],
  sqlDatabase: ['status'],
  cosmosAccount: ['documentEndpoint'],
  serviceBusNamespace: ['serviceBusEndpoint', 'status'],
  eventHubsNamespace: ['serviceBusEndpoint', 'status'],
  userAssignedIdentity: ['tenantId', 'principalId', 'clientId'],
};

export function isEnvelope(name: string): boolean {
  return envelope.has(name);
}

export function isOwnProperty(kind: ResourceKind, name: string): boolean {
  return name === 'provisioningState' || ownProperties[kind]?.includes(name) === true;
}

/** What Azure takes and never gives back. */
const secrets = new Set([
  'adminpassword',
  'administratorloginpassword',
  'password',
  'clientsecret',
  'customdata',
  'userdata',
  'protectedsettings',
  'secrets',
  'connectionstrings',
  'appsettings',
]);

/** Everything that is printed as details: what was said, upon what a provider says by itself. */
export function printedDetails(kind: ResourceKind, held: Details | undefined): Details {
  return withDetails(defaults[kind] ?? {}, held ?? {});
}

/** Details upon others: each part, and each part of `properties`, replaces that of its name. */
export function withDetails(held: Details, said: Details): Details {
  const properties = { ...propertiesIn(held), ...propertiesIn(said) };
  const parts = { ...held, ...said };
  return Object.keys(properties).length === 0 ? parts : { ...parts, properties };
}

export function propertiesIn(details: Details | undefined): JsonObject {
  const properties = details?.['properties'];
  return isJsonObject(properties) ? properties : {};
}

/** The details that a body says and that are not printed already; undefined where there are none. */
export function detailsIn(kind: ResourceKind, held: Details | undefined, body: JsonObject): Details | undefined {
  const printed = printedDetails(kind, held);
  const parts = newIn(body, printed, (name) => envelope.has(name));
  const inner = newIn(propertiesIn(body), propertiesIn(printed), (name) => isOwnProperty(kind, name));
  if (parts.length + inner.length === 0) return undefined;
  const properties = inner.length === 0 ? {} : { properties: Object.fromEntries(inner) };
  return { ...Object.fromEntries(parts), ...properties };
}

/** The parts of a body that are somebody else's affair are `left`, and so is what is printed already. */
function newIn(said: JsonObject, printed: JsonObject, left: (name: string) => boolean): readonly [string, Json][] {
  return Object.entries(said)
    .filter(([name]) => !left(name) && !isSecret(name))
    .map(([name, value]): [string, Json] => [name, withoutSecrets(value)])
    .filter(([name, value]) => !isEmpty(value) && !saysNoMore(value, printed[name]));
}

function isSecret(name: string): boolean {
  return name === '__proto__' || secrets.has(name.toLowerCase());
}

function isEmpty(value: Json): boolean {
  return value === null || (isJsonObject(value) && Object.keys(value).length === 0);
}

function withoutSecrets(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(withoutSecrets);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !isSecret(name))
      .map(([name, each]) => [name, withoutSecrets(each)]),
  );
}

/** Whether everything that is said is printed already, and said the same way. */
function saysNoMore(said: Json, printed: Json | undefined): boolean {
  if (isJsonObject(said) && isJsonObject(printed)) {
    return Object.entries(said).every(([name, value]) => saysNoMore(value, printed[name]));
  }
  return JSON.stringify(said) === JSON.stringify(printed);
}

/** A part of `properties` upon the one held, as a PATCH merges objects (RFC 7396); null takes away. */
export function merged(held: Json | undefined, said: Json): Json {
  if (!isJsonObject(said)) return said;
  const base = isJsonObject(held) ? held : {};
  const kept = Object.entries(base).filter(([name]) => said[name] !== null);
  const changed = Object.entries(said)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => [name, merged(base[name], value)] as const);
  return Object.fromEntries([...kept, ...changed]);
}
