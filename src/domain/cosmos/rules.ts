import { headerOf } from '#domain/http/message.ts';
import type { HttpMethod, HttpRequest } from '#domain/http/message.ts';
import { actsAs } from '#domain/entra/token.ts';
import type { TokenClaims } from '#domain/entra/token.ts';
import { percentDecode } from '#domain/kernel/percent.ts';
import type { Uri } from '#domain/kernel/uri.ts';
import type { Gate } from '#domain/rbac/access.ts';
import type { CosmosAssignment, CosmosRole } from './state.ts';

export const cosmosSuffix = '.documents.azure.com';
export const cosmosApiVersion = '2020-07-15';

/** The account by itself, through its other gateways, and Cosmos DB as a whole; no slash at the end (facts: tokens §6, §7.4). */
export function cosmosAudiences(account: string): readonly string[] {
  return [
    `https://${account}.documents.azure.com`,
    `https://${account}.sql.cosmos.azure.com`,
    `https://${account}.sqlx.cosmos.azure.com`,
    'https://cosmos.azure.com',
  ];
}

/** How a request presents its token: not as a bearer token, but as a form that is encoded once more. */
export function authorizationOf(token: string): string {
  return `type%3Daad%26ver%3D1.0%26sig%3D${token}`;
}

export type AuthorizationKind = 'none' | 'aad' | 'master' | 'other';

/** What kind of proof the header presents: a token, an account key, or nothing that Cosmos DB knows. */
export function authorizationKind({ headers }: HttpRequest): AuthorizationKind {
  const sent = headerOf(headers, 'Authorization');
  if (sent === null) return 'none';
  const form = percentDecode(sent) ?? sent;
  if (/^type=aad&ver=1\.0&sig=/i.test(form)) return 'aad';
  return /^type=master&ver=1\.0&sig=/i.test(form) ? 'master' : 'other';
}

const account = 'Microsoft.DocumentDB/databaseAccounts';
const readMetadataAction = `${account}/readMetadata`;
const inContainers = `${account}/sqlDatabases/containers`;

export type CosmosOperationKind =
  | 'readAccount'
  | 'listDatabases'
  | 'readDatabase'
  | 'listContainers'
  | 'readContainer'
  | 'listItems'
  | 'queryItems'
  | 'readItem'
  | 'createItem'
  | 'replaceItem'
  | 'deleteItem'
  /** Databases and containers are made by the control plane: no token does it here (facts: tokens §7.4). */
  | 'createDatabase'
  | 'createContainer';

export interface CosmosOperation {
  readonly kind: CosmosOperationKind;
  readonly database: string;
  readonly container: string;
  readonly item: string;
}

/** Null for what no token may do. */
const needs: Readonly<Record<CosmosOperationKind, string | null>> = {
  readAccount: readMetadataAction,
  listDatabases: readMetadataAction,
  readDatabase: readMetadataAction,
  listContainers: readMetadataAction,
  readContainer: readMetadataAction,
  listItems: `${inContainers}/readChangeFeed`,
  queryItems: `${inContainers}/executeQuery`,
  readItem: `${inContainers}/items/read`,
  createItem: `${inContainers}/items/create`,
  replaceItem: `${inContainers}/items/replace`,
  deleteItem: `${inContainers}/items/delete`,
  createDatabase: null,
  createContainer: null,
};

export function actionOf({ kind }: CosmosOperation): string | null {
  return needs[kind];
}

const routes: readonly (readonly [HttpMethod, string, CosmosOperationKind])[] = [
  ['GET', '', 'readAccount'],
  ['GET', 'dbs', 'listDatabases'],
  ['POST', 'dbs', 'createDatabase'],
  ['GET', 'dbs/{}', 'readDatabase'],
  ['GET', 'dbs/{}/colls', 'listContainers'],
  ['POST', 'dbs/{}/colls', 'createContainer'],
  ['GET', 'dbs/{}/colls/{}', 'readContainer'],
  ['GET', 'dbs/{}/colls/{}/docs', 'listItems'],
  ['POST', 'dbs/{}/colls/{}/docs', 'createItem'],
  ['GET', 'dbs/{}/colls/{}/docs/{}', 'readItem'],
  ['PUT', 'dbs/{}/colls/{}/docs/{}', 'replaceItem'],
  ['DELETE', 'dbs/{}/colls/{}/docs/{}', 'deleteItem'],
];

/** Reads a request to the data plane; null for what this simulator does not answer. */
export function readCosmosOperation(request: HttpRequest, uri: Uri): CosmosOperation | null {
  const parts = uri.path.split('/').filter((part) => part !== '');
  const shape = parts.map((part, index) => (index % 2 === 0 ? part : '{}')).join('/');
  const route = routes.find(([verb, path]) => verb === request.method && path === shape);
  if (route === undefined) return null;
  const isQuery = headerOf(request.headers, 'x-ms-documentdb-isquery')?.toLowerCase() === 'true';
  const kind = route[2] === 'createItem' && isQuery ? 'queryItems' : route[2];
  return { kind, database: parts[1] ?? '', container: parts[3] ?? '', item: parts[5] ?? '' };
}

/** The built-in data roles (facts: tokens §7.4); a star stands for any rest. */
export const cosmosRoles: Readonly<
  Record<CosmosRole, { readonly id: string; readonly name: string; readonly dataActions: readonly string[] }>
> = {
  reader: {
    id: '00000000-0000-0000-0000-000000000001',
    name: 'Cosmos DB Built-in Data Reader',
    dataActions: [
      readMetadataAction,
      `${inContainers}/executeQuery`,
      `${inContainers}/readChangeFeed`,
      `${inContainers}/items/read`,
    ],
  },
  contributor: {
    id: '00000000-0000-0000-0000-000000000002',
    name: 'Cosmos DB Built-in Data Contributor',
    dataActions: [readMetadataAction, `${inContainers}/*`, `${inContainers}/items/*`],
  },
};

/**
 * The gate of the account's own roles. Azure roles do not count here, whatever they allow (facts: tokens §9, 13).
 * Without an action no role helps.
 */
export function cosmosRoleGate(
  assignments: readonly CosmosAssignment[],
  claims: TokenClaims,
  action: string | null,
): Gate {
  if (action === null) return { gate: 'cosmosRole', passed: false, expected: 'the control plane', found: 'a token' };
  const held = assignments
    .filter(({ principalId }) => actsAs(claims, principalId))
    .map(({ role }) => cosmosRoles[role]);
  const granting = held.find(({ dataActions }) => dataActions.some((pattern) => grants(pattern, action)));
  return { gate: 'cosmosRole', passed: granting !== undefined, expected: action, found: granting?.name ?? '' };
}

function grants(pattern: string, action: string): boolean {
  return pattern.endsWith('*') ? action.startsWith(pattern.slice(0, -1)) : action === pattern;
}
