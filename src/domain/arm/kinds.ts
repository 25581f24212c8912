import type { Host, HostKind, Resource, ResourceKind } from './resource.ts';

interface NameRule {
  readonly min: number;
  readonly max: number;
  readonly pattern: RegExp;
  /** The rule in Azure's terms, for messages and forms. */
  readonly says: string;
}

interface KindFacts {
  readonly armType: string;
  readonly apiVersion: string;
  readonly part: 'host' | 'target' | 'cluster' | 'identity';
  /** The kind under which it lies: its name is `<parent>/<child>`, and the name rule is the child's. */
  readonly parent?: ResourceKind;
  /** Names held by the whole cloud become host names; the others are unique in their group. */
  readonly unique: 'cloud' | 'resourceGroup';
  readonly created: 200 | 201;
  readonly deleted: 200 | 202;
  readonly name: NameRule;
}

const siteName: NameRule = {
  min: 2,
  max: 60,
  pattern: /^[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?$/u,
  says: '2 to 60 letters, digits and hyphens; no hyphen at either end',
};

const namespaceName: NameRule = {
  min: 6,
  max: 50,
  pattern: /^[a-zA-Z][a-zA-Z0-9-]*[a-zA-Z0-9]$/,
  says: '6 to 50 letters, digits and hyphens; starts with a letter, ends with a letter or digit',
};

const machineName: NameRule = {
  min: 1,
  max: 64,
  pattern: /^[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u,
  says: '1 to 64 letters, digits, periods and hyphens; no period or hyphen at either end',
};

/** What Azure fixes for each kind of resource: type, uniqueness and name rule (facts: control-plane §3.1). */
export const resourceKinds: Readonly<Record<ResourceKind, KindFacts>> = {
  virtualMachine: {
    armType: 'Microsoft.Compute/virtualMachines',
    apiVersion: '2024-07-01',
    part: 'host',
    unique: 'resourceGroup',
    created: 201,
    deleted: 202,
    name: machineName,
  },
  vmScaleSet: {
    armType: 'Microsoft.Compute/virtualMachineScaleSets',
    apiVersion: '2024-07-01',
    part: 'host',
    unique: 'resourceGroup',
    created: 201,
    deleted: 202,
    name: machineName,
  },
  webApp: {
    armType: 'Microsoft.Web/sites',
    apiVersion: '2024-04-01',
    part: 'host',
    unique: 'cloud',
    created: 200,
    deleted: 200,
    name: siteName,
  },
  webAppSlot: {
    armType: 'Microsoft.Web/sites/slots',
    apiVersion: '2024-04-01',
    part: 'host',
    parent: 'webApp',
    unique: 'resourceGroup',
    created: 200,
    deleted: 200,
    name: { ...siteName, max: 59, says: '2 to 59 letters, digits and hyphens; no hyphen at either end' },
  },
  functionApp: {
    armType: 'Microsoft.Web/sites',
    apiVersion: '2024-04-01',
    part: 'host',
    unique: 'cloud',
    created: 200,
    deleted: 200,
    name: siteName,
  },
  containerApp: {
    armType: 'Microsoft.App/containerApps',
    apiVersion: '2024-03-01',
    part: 'host',
    unique: 'resourceGroup',
    created: 201,
    deleted: 202,
    name: {
      min: 2,
      max: 32,
      pattern: /^[a-z](?!.*--)[a-z0-9-]*[a-z0-9]$/,
      says: '2 to 32 lower-case letters, digits and hyphens; starts with a letter, ends with a letter or digit, no two hyphens in a row',
    },
  },
  aksCluster: {
    armType: 'Microsoft.ContainerService/managedClusters',
    apiVersion: '2024-05-01',
    part: 'cluster',
    unique: 'resourceGroup',
    created: 201,
    deleted: 202,
    name: {
      min: 1,
      max: 63,
      pattern: /^[a-zA-Z0-9](?:[a-zA-Z0-9_-]*[a-zA-Z0-9])?$/,
      says: '1 to 63 letters, digits, underscores and hyphens; starts and ends with a letter or digit',
    },
  },
  keyVault: {
    armType: 'Microsoft.KeyVault/vaults',
    apiVersion: '2023-07-01',
    part: 'target',
    unique: 'cloud',
    created: 200,
    deleted: 200,
    name: {
      min: 3,
      max: 24,
      pattern: /^[a-zA-Z](?!.*--)[a-zA-Z0-9-]*[a-zA-Z0-9]$/,
      says: '3 to 24 letters, digits and hyphens; starts with a letter, ends with a letter or digit, no two hyphens in a row',
    },
  },
  storageAccount: {
    armType: 'Microsoft.Storage/storageAccounts',
    apiVersion: '2023-05-01',
    part: 'target',
    unique: 'cloud',
    created: 200,
    deleted: 200,
    name: {
      min: 3,
      max: 24,
      pattern: /^[a-z0-9]+$/,
      says: '3 to 24 lower-case letters and digits',
    },
  },
  sqlServer: {
    armType: 'Microsoft.Sql/servers',
    apiVersion: '2023-08-01',
    part: 'target',
    unique: 'cloud',
    created: 201,
    deleted: 200,
    name: {
      min: 1,
      max: 63,
      pattern: /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/,
      says: '1 to 63 lower-case letters, digits and hyphens; no hyphen at either end',
    },
  },
  sqlDatabase: {
    armType: 'Microsoft.Sql/servers/databases',
    apiVersion: '2023-08-01',
    part: 'target',
    parent: 'sqlServer',
    unique: 'resourceGroup',
    created: 201,
    deleted: 200,
    name: {
      min: 1,
      max: 128,
      pattern: /^(?!\s)[^<>*%&:\\/?]*[^<>*%&:\\/?.\s]$/,
      says: '1 to 128 characters without `<>*%&:\\/?`; no period or space at the end',
    },
  },
  cosmosAccount: {
    armType: 'Microsoft.DocumentDB/databaseAccounts',
    apiVersion: '2024-05-15',
    part: 'target',
    unique: 'cloud',
    created: 200,
    deleted: 202,
    name: {
      min: 3,
      max: 44,
      pattern: /^[a-z0-9][a-z0-9-]*$/,
      says: '3 to 44 lower-case letters, digits and hyphens; starts with a letter or digit',
    },
  },
  serviceBusNamespace: {
    armType: 'Microsoft.ServiceBus/namespaces',
    apiVersion: '2022-10-01-preview',
    part: 'target',
    unique: 'cloud',
    created: 201,
    deleted: 200,
    name: namespaceName,
  },
  eventHubsNamespace: {
    armType: 'Microsoft.EventHub/namespaces',
    apiVersion: '2024-01-01',
    part: 'target',
    unique: 'cloud',
    created: 201,
    deleted: 200,
    name: namespaceName,
  },
  userAssignedIdentity: {
    armType: 'Microsoft.ManagedIdentity/userAssignedIdentities',
    apiVersion: '2024-11-30',
    part: 'identity',
    unique: 'resourceGroup',
    created: 201,
    deleted: 200,
    name: {
      min: 3,
      max: 128,
      pattern: /^[a-zA-Z0-9][a-zA-Z0-9_-]*$/,
      says: '3 to 128 letters, digits, hyphens and underscores; starts with a letter or digit',
    },
  },
};

/** The version of resource groups, moves and lists of resources. */
export const groupApiVersion = '2021-04-01';

/** Name rules of what has no kind of its own. */
export const nameRules = {
  resourceGroup: {
    min: 1,
    max: 90,
    pattern: /^[\p{L}\p{N}_.()-]*[\p{L}\p{N}_()-]$/u,
    says: '1 to 90 letters, digits, underscores, hyphens, periods and parentheses; no period at the end',
  },
  secret: {
    min: 1,
    max: 127,
    pattern: /^[a-zA-Z0-9-]+$/,
    says: '1 to 127 letters, digits and hyphens',
  },
  container: {
    min: 3,
    max: 63,
    pattern: /^[a-z0-9](?!.*--)[a-z0-9-]*$/,
    says: '3 to 63 lower-case letters, digits and hyphens; starts with a letter or digit, no two hyphens in a row',
  },
  lock: {
    min: 1,
    max: 90,
    pattern: /^[a-zA-Z0-9._()-]*[a-zA-Z0-9_()-]$/,
    says: '1 to 90 letters, digits, periods, underscores, hyphens and parentheses; no period at the end',
  },
  blob: {
    min: 1,
    max: 1024,
    pattern: /^(?![/ ]|.*\/\/)(?:[^\s?#\\]| )*[^\s?#\\/.]$/,
    says: '1 to 1,024 characters without `?`, `#` or `\\`; no slash or space at either end and no period at the end',
  },
} as const satisfies Readonly<Record<string, NameRule>>;

export function fitsNameRule(name: string, rule: NameRule): boolean {
  return name.length >= rule.min && name.length <= rule.max && rule.pattern.test(name);
}

/** Every kind, in the order of the table. */
export const everyKind = Object.keys(resourceKinds) as readonly ResourceKind[];

/** The kinds of an ARM type, compared without case: two for `Microsoft.Web/sites`, none for an unknown one. */
export function kindsOfType(armType: string): readonly ResourceKind[] {
  return everyKind.filter((kind) => resourceKinds[kind].armType.toLowerCase() === armType.toLowerCase());
}

export function isHost(resource: Resource): resource is Host {
  return resourceKinds[resource.kind].part === 'host';
}

export function isHostKind(kind: ResourceKind): kind is HostKind {
  return resourceKinds[kind].part === 'host';
}
