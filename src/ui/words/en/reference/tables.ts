import type { ClaimReader } from '#app/reference/claims.ts';
import type { EndpointId, TargetId } from '#app/reference/endpoints.ts';
import type { HostId } from '#app/reference/hosts.ts';
import type { Limit, LimitId } from '#app/reference/limits.ts';
import { duration } from '../flow/phrases.ts';
import { sourceInWords } from './sources.ts';

const readers: Readonly<Record<ClaimReader, string>> = {
  everyTarget: 'every target',
  rbac: 'Azure roles',
  keyVaultPolicy: 'access policies',
  cosmos: 'Cosmos DB',
  sql: 'Azure SQL',
  graph: 'Microsoft Graph',
  easyAuth: 'apps behind authentication',
};

interface EndpointWords {
  readonly name: string;
  /** Which identity answers where none is named. */
  readonly unnamed: string;
  readonly note: string;
}

const endpoints: Readonly<Record<EndpointId, EndpointWords>> = {
  imds: {
    name: 'Virtual machine, scale set',
    unnamed: 'The system-assigned identity if it is on; else the only user-assigned one; with several of these, 400.',
    note: 'Any later version does as well; every SDK sends this one.',
  },
  'app-service': {
    name: 'Web app, function app, slot',
    unnamed: 'The system-assigned identity, or 400. A user-assigned one has to be named, even alone.',
    note: 'Take address and proof from `IDENTITY_ENDPOINT` and `IDENTITY_HEADER`: both differ from app to app.',
  },
  'container-apps': {
    name: 'Container app',
    unnamed: 'As in App Service.',
    note: 'The same protocol at another address.',
  },
  workload: {
    name: 'Pod with workload identity, workflow, any other platform',
    unnamed: 'None: `client_id` has to be sent. In a pod an annotation of the service account tells it.',
    note: 'There is no endpoint. The workload hands the token of its own platform to Microsoft Entra ID. `scope` is the audience with `/.default` behind it.',
  },
};

interface TargetWords {
  readonly name: string;
  /** By what access is given, and where. */
  readonly access: string;
}

const targets: Readonly<Record<TargetId, TargetWords>> = {
  keyVault: { name: 'Key Vault', access: 'Azure roles with data actions, or access policies: never both.' },
  storage: { name: 'Azure Storage', access: 'Azure roles with data actions, down to a container.' },
  sql: { name: 'Azure SQL Database', access: 'A user in the database, made by its administrator. No Azure role.' },
  cosmos: { name: 'Azure Cosmos DB', access: 'Data roles of the account’s own. No Azure role.' },
  serviceBus: { name: 'Service Bus', access: 'Azure roles with data actions.' },
  eventHubs: { name: 'Event Hubs', access: 'Azure roles with data actions.' },
  graph: { name: 'Microsoft Graph', access: 'App roles, given through Graph itself. They travel in the token.' },
  arm: { name: 'Azure Resource Manager', access: 'Azure roles with actions.' },
  app: {
    name: 'Your own app behind authentication',
    access: 'The app’s own list of applications, and its app roles.',
  },
};

const limits: Readonly<Record<LimitId, { readonly name: string; readonly note: string }>> = {
  'token-life': {
    name: 'Life of a managed identity’s token',
    note: 'Nothing makes it shorter, not even deleting the identity.',
  },
  'token-issued-early': {
    name: '`iat` before the moment of issue',
    note: 'So that clocks may differ; `exp − iat` is 86,700 s.',
  },
  'user-token-life': { name: 'Life of a person’s token', note: 'In Azure it varies from 60 to 90 minutes.' },
  'token-cache': {
    name: 'The platform keeps a token',
    note: 'By host, identity and audience. No request makes it fetch a new one.',
  },
  'role-delay': { name: 'Until a role assignment acts', note: 'The same for its removal. No new token is needed.' },
  'replication-delay': {
    name: 'Until a new principal is known everywhere',
    note: 'In Azure seconds to minutes. `principalType` avoids the wait.',
  },
  'group-in-token': {
    name: 'Until a new group or app role is in the token',
    note: 'It is written at issue, so the kept token has to expire first.',
  },
  'federated-credentials': { name: 'Federated credentials of an identity', note: 'One for each issuer and subject.' },
  'federated-value': { name: 'Characters of issuer, subject or audience', note: '' },
  'federated-audiences': {
    name: 'Audiences of a federated credential',
    note: 'As a rule `api://AzureADTokenExchange`.',
  },
  'federated-delay': { name: 'Until a federated credential acts', note: 'Until then AADSTS70021.' },
  'system-assigned-per-host': {
    name: 'System-assigned identities of a host',
    note: 'User-assigned ones: as many as the host allows.',
  },
  'principal-retention': { name: 'A deleted identity’s principal is kept', note: 'It can be seen, and not restored.' },
  'vault-retention': {
    name: 'A deleted vault or secret is kept',
    note: 'Chosen once, at creation. The name is held so long.',
  },
  'imds-updating': { name: 'IMDS is away for an update', note: '410 until then.' },
  certificate: {
    name: 'Life of the certificate behind an identity',
    note: 'Renewed by Azure after 45 days; nobody sees it.',
  },
  'role-assignments': { name: 'Role assignments of a subscription', note: 'Orphaned ones count too.' },
  'directory-objects': {
    name: 'Objects of a directory with a verified domain',
    note: 'Each managed identity is one, and for 30 days after its deletion too.',
  },
};

interface HostWords {
  readonly name: string;
  readonly note: string;
}

/** Hosts that have no name among the kinds of resources. */
const hosts: Readonly<Record<HostId, HostWords>> = {
  virtualMachine: { name: 'Virtual machine', note: 'Every process on it can ask.' },
  vmScaleSet: { name: 'Virtual machine scale set', note: 'All instances share one system-assigned identity.' },
  webApp: { name: 'Web app', note: 'No IMDS: code that expects it fails.' },
  webAppSlot: { name: 'Deployment slot', note: 'Identities of its own; they never swap.' },
  functionApp: { name: 'Function app', note: 'Connections of triggers ask this endpoint too.' },
  containerApp: { name: 'Container app', note: 'Init containers can be kept from the identity.' },
  aksCluster: { name: 'Pod in AKS', note: 'Workload identity: the token of the service account is exchanged.' },
  external: { name: 'Workload outside Azure', note: 'GitHub Actions and the like, by a federated credential.' },
  arc: {
    name: 'Azure Arc server',
    note: 'Answers 401 first and names a file; its content, which only the right group can read, is the proof.',
  },
  containerInstances: { name: 'Container Instances', note: 'By the documentation the address of IMDS.' },
  serviceFabric: {
    name: 'Service Fabric',
    note: 'The identity is fixed at deployment. The certificate of the endpoint is compared by its thumbprint.',
  },
  cloudShell: { name: 'Cloud Shell', note: 'POST. The token is the signed-in person’s, not that of an identity.' },
  machineLearning: {
    name: 'Azure Machine Learning compute',
    note: 'Named by `clientid`, in the older protocol of App Service.',
  },
  appServiceOld: {
    name: 'App Service, protocol 2017-09-01',
    note: 'Named by `clientid`; `expires_on` is a date in words. An unknown client ID is passed over silently.',
  },
};

export const tableWords = {
  readers,
  endpoints,
  targets,
  limits,
  hosts,
  limit: (limit: Limit): string => {
    switch (limit.kind) {
      case 'seconds':
        return limit.upTo === true ? `up to ${duration(limit.seconds)}` : duration(limit.seconds);
      case 'count':
        return limit.exactly === true ? `exactly ${limit.count}` : limit.count.toLocaleString('en-US');
      case 'days':
        return `${limit.from} to ${limit.to} days, as a rule ${limit.usual}`;
    }
  },
  range: (min: number, max: number) => `${min} to ${max.toLocaleString('en-US')}`,
  unique: {
    cloud: 'the whole cloud',
    resourceGroup: 'its resource group',
    parent: 'what it lies in',
    scope: 'its scope',
  },
  things: {
    secret: 'secret of a vault',
    container: 'blob container',
    blob: 'blob',
    lock: 'lock',
    resourceGroup: 'resource group',
  },
  identities: { system: 'system-assigned', user: 'user-assigned', signedIn: 'the signed-in person' },
  compares: {
    oid: 'object ID (`oid`)',
    appid: 'client ID (`appid`)',
    roles: 'app roles (`roles`)',
    groups: 'groups (`groups`)',
  },
  heads: {
    claim: 'Claim',
    means: 'What it tells',
    compared: 'Who compares it',
    limit: 'Limit',
    value: 'Value',
    note: 'Note',
    kind: 'Kind',
    length: 'Characters',
    pattern: 'What it looks like',
    uniqueIn: 'Unique in',
    host: 'Host',
    endpoint: 'Endpoint',
    header: 'Header',
    identities: 'Identities',
    target: 'Target',
    audience: 'Audience',
    access: 'Access is given by',
    knows: 'Knows the caller by',
  },
  parts: { actions: 'actions', notActions: 'notActions', dataActions: 'dataActions', notDataActions: 'notDataActions' },
  none: 'none',
  nobody: 'nobody',
  condition: 'condition',
  guid: (role: string) => `the GUID of ${role}`,
  audience: (target: string) => `the audience of ${target}`,
  ofCosmos: 'of Cosmos DB itself, no Azure role',
  undocumented: 'seen in tokens, not documented',
  notSimulated: 'not simulated here',
  noEndpoint: 'none: the workload’s own token is exchanged',
  tokenEndpoints: 'Where a token is asked for',
  targetsTitle: 'Which token a target takes',
  version: (version: string, only: boolean) => (only ? `exactly ${version}` : `${version} or later`),
  request: 'Request',
  apiVersion: 'api-version',
  selectors: 'The identity is named by',
  unnamed: 'Named none',
  cause: 'Cause',
  cure: 'Cure',
  noBody: 'no body',
  described: 'told in lessons, not simulated',
  own: 'in part the simulator’s choice',
  misconceptions: 'What people get wrong',
  asked: 'What classes ask',
  answeredIn: (lesson: string) => `Answered in “${lesson}”`,
  areas: 'Areas',
  rules: 'Rules',
  source: sourceInWords,
} as const;
