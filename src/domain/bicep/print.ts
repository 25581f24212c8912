import { resourceKinds } from '#domain/arm/kinds.ts';
import { groupNameOf } from '#domain/arm/resource-id.ts';
import type { Command, CommandOf } from '#domain/cloud/command.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { findAnyPrincipal } from '#domain/cloud/directory.ts';
import type { HttpRequest } from '#domain/http/message.ts';
import { isJsonObject, readJson } from '#domain/kernel/json.ts';
import type { JsonObject } from '#domain/kernel/json.ts';
import { parseUri, queryValue } from '#domain/kernel/uri.ts';
import { restRequest } from '#domain/rest/print.ts';
import { armHost } from '#domain/arm/address.ts';
import { parentType, pathOf, symbolOf } from './resource-path.ts';
import { call, fileText, fromJson, literal, object, reference } from './syntax.ts';
import type { Declaration, Entry, Value } from './syntax.ts';

/** Versions of types that are no kind of the simulator, for `existing` declarations. */
const versions: Readonly<Record<string, string>> = {
  'Microsoft.Storage/storageAccounts/blobServices': '2023-05-01',
  'Microsoft.Storage/storageAccounts/blobServices/containers': '2023-05-01',
  'Microsoft.KeyVault/vaults/secrets': '2023-07-01',
  ...Object.fromEntries(Object.values(resourceKinds).map(({ armType, apiVersion }) => [armType, apiVersion])),
};

/** A PUT that declares a resource. */
interface Declared {
  readonly id: string;
  readonly version: string;
  readonly body: JsonObject;
}

/**
 * The command as a Bicep file that declares the same. Null for what declares nothing: actions, deletions, requests of
 * code, and what is no resource of ARM.
 */
export function bicepOf(state: CloudState, command: Command): string | null {
  if (command.type === 'CreateResourceGroup') return groupFile(command);
  if (command.type === 'CreateRoleAssignment') return assignmentFile(state, command);
  const declared = declaredBy(state, command);
  return declared === null ? null : resourceFile(declared);
}

function declaredBy(state: CloudState, command: Command): Declared | null {
  switch (command.type) {
    case 'CreateResource':
    case 'CreateFederatedCredential':
    case 'CreateLock':
      return putOf(restRequest(state, command));
    case 'SetTags':
      return {
        id: `${command.id}/providers/Microsoft.Resources/tags/default`,
        version: '2021-04-01',
        body: { properties: { tags: command.tags } },
      };
    case 'SetSecret': {
      const { vaultId, name, value } = command;
      return { id: `${vaultId}/secrets/${name}`, version: '2023-07-01', body: { properties: { value } } };
    }
    case 'CreateContainer': {
      const { accountId, name } = command;
      return { id: `${accountId}/blobServices/default/containers/${name}`, version: '2023-05-01', body: {} };
    }
    default:
      return null;
  }
}

function putOf(request: HttpRequest | null): Declared | null {
  const uri = request === null ? null : parseUri(request.url);
  if (request?.method !== 'PUT' || uri?.host !== armHost) return null;
  const body = readJson(request.body);
  return {
    id: decodeURI(uri.path),
    version: queryValue(uri, 'api-version') ?? '',
    body: isJsonObject(body) ? body : {},
  };
}

function groupFile({ name, location, tags }: CommandOf<'CreateResourceGroup'>): string {
  const entries: readonly Entry[] = [
    ['name', literal(name)],
    ['location', literal(location)],
    ...(tags === undefined ? [] : [['tags', fromJson(tags)] as const]),
  ];
  const type = 'Microsoft.Resources/resourceGroups';
  const declaration = { symbol: symbolOf(name), type, version: '2021-04-01', existing: false, entries };
  return fileText({ target: 'subscription', group: null, declarations: [declaration] });
}

function resourceFile({ id, version, body }: Declared): string {
  const { scope, type, names } = pathOf(id);
  const target = scope === null ? { declarations: [], entries: [] } : scopeOf(scope);
  const parents = parentsOf(type, names);
  const parent = parents.at(-1);
  const name = names.at(-1) ?? '';
  const taken = [...target.declarations, ...parents].map(({ symbol }) => symbol);
  const declaration: Declaration = {
    symbol: freeSymbol(symbolOf(name), taken),
    type,
    version,
    existing: false,
    entries: [
      ...target.entries,
      ...(parent === undefined ? [] : [['parent', reference(parent.symbol)] as const]),
      ['name', literal(name)],
      ...Object.entries(body).map(([key, value]): Entry => [key, fromJson(value)]),
    ],
  };
  return deployed(id, [...target.declarations, ...parents, declaration]);
}

function deployed(id: string, declarations: readonly Declaration[]): string {
  const group = groupNameOf(id);
  return fileText({ target: group === null ? 'subscription' : 'resourceGroup', group, declarations });
}

function freeSymbol(symbol: string, taken: readonly string[]): string {
  return taken.includes(symbol) ? freeSymbol(`${symbol}Declared`, taken) : symbol;
}

/** The resources that a child lies under, outermost first. */
function parentsOf(type: string, names: readonly string[]): readonly Declaration[] {
  const parent = parentType(type);
  if (parent === null) return [];
  const outer = parentsOf(parent, names.slice(0, -1));
  return [...outer, existing(parent, names.at(-2) ?? '', outer.at(-1))];
}

function existing(type: string, name: string, parent: Declaration | undefined): Declaration {
  const entries: readonly Entry[] = [
    ...(parent === undefined ? [] : [['parent', reference(parent.symbol)] as const]),
    ['name', literal(name)],
  ];
  const symbol = freeSymbol(symbolOf(name), parent === undefined ? [] : [parent.symbol]);
  return { symbol, type, version: versions[type] ?? '', existing: true, entries };
}

interface ScopeOf {
  readonly declarations: readonly Declaration[];
  readonly entries: readonly Entry[];
}

/** A resource that is extended is declared as existing; the group or subscription of the deployment is not named. */
function scopeOf(scope: string): ScopeOf {
  if (!/\/providers\//i.test(scope)) return { declarations: [], entries: [] };
  const { type, names } = pathOf(scope);
  const parents = parentsOf(type, names);
  const target = existing(type, names.at(-1) ?? '', parents.at(-1));
  return { declarations: [...parents, target], entries: [['scope', reference(target.symbol)]] };
}

/** The type of the principal is always said, so that a new one need not be known everywhere yet (facts: control-plane §5.3). */
function assignmentFile(state: CloudState, command: CommandOf<'CreateRoleAssignment'>): string | null {
  const { scope, principalId, roleId, name, condition } = command;
  if (!scope.startsWith('/subscriptions/')) return null;
  const target = scopeOf(scope);
  const at = target.declarations.at(-1);
  const scopeId: Value =
    at === undefined
      ? call(groupNameOf(scope) === null ? 'subscription' : 'resourceGroup')
      : reference(at.symbol, 'id');
  const principalType = command.principalType ?? findAnyPrincipal(state, principalId)?.type;
  const properties: readonly Entry[] = [
    [
      'roleDefinitionId',
      call('subscriptionResourceId', literal('Microsoft.Authorization/roleDefinitions'), literal(roleId)),
    ],
    ['principalId', literal(principalId)],
    ...(principalType === undefined ? [] : [['principalType', literal(principalType)] as const]),
    ...(condition === undefined
      ? []
      : [['condition', literal(condition)] as const, ['conditionVersion', literal('2.0')] as const]),
  ];
  const named = name === undefined ? call('guid', scopeId, literal(principalId), literal(roleId)) : literal(name);
  const declaration: Declaration = {
    symbol: freeSymbol(
      'assignment',
      target.declarations.map(({ symbol }) => symbol),
    ),
    type: 'Microsoft.Authorization/roleAssignments',
    version: '2022-04-01',
    existing: false,
    entries: [...target.entries, ['name', named], ['properties', object(properties)]],
  };
  return deployed(scope, [...target.declarations, declaration]);
}
