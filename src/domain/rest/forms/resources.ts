import { groupApiVersion, kindsOfType, resourceKinds } from '#domain/arm/kinds.ts';
import { lockApiVersion, lockId } from '#domain/arm/lock.ts';
import type { LockLevel } from '#domain/arm/lock.ts';
import { groupNameOf, nameOf, readResourceId, resourceGroupId, resourceId } from '#domain/arm/resource-id.ts';
import { findGroup, findResource } from '#domain/arm/state.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { at, isJsonObject, pairsAt, textAt, textsAt } from '#domain/kernel/json.ts';
import type { Json } from '#domain/kernel/json.ts';
import { findDeletedVault } from '#domain/keyvault/state.ts';
import { invalidContent, locationRequired } from '../refusals.ts';
import { armRequest, resourceRequest } from '../request.ts';
import { command, refused, route } from '../route.ts';
import type { Incoming, Parsed, Printers, Route } from '../route.ts';

type ResourceCommand =
  | 'CreateResourceGroup'
  | 'DeleteResourceGroup'
  | 'DeleteResource'
  | 'SetTags'
  | 'MoveResource'
  | 'CreateLock'
  | 'DeleteLock'
  | 'PurgeDeletedVault'
  | 'RecoverDeletedVault';

/** Groups, resources in general, tags, moves, locks and deleted vaults. */
export const resourcePrinters: Printers<ResourceCommand> = {
  CreateResourceGroup: ({ subscriptionId }, { name, location, tags }) => {
    const body = { location, ...(tags === undefined ? {} : { tags }) };
    return armRequest('PUT', resourceGroupId(subscriptionId, name), groupApiVersion, body);
  },
  DeleteResourceGroup: ({ subscriptionId }, { name }) =>
    armRequest('DELETE', resourceGroupId(subscriptionId, name), groupApiVersion),
  DeleteResource: (_state, { id }) => resourceRequest('DELETE', id, ''),
  SetTags: (_state, { id, tags }) =>
    readResourceId(id) === null
      ? armRequest('PATCH', id, groupApiVersion, { tags })
      : resourceRequest('PATCH', id, '', { tags }),
  MoveResource: ({ subscriptionId }, { id, resourceGroup }) => {
    const source = resourceGroupId(subscriptionId, groupNameOf(id) ?? '');
    const body = { resources: [id], targetResourceGroup: resourceGroupId(subscriptionId, resourceGroup) };
    return armRequest('POST', `${source}/moveResources`, groupApiVersion, body);
  },
  CreateLock: (_state, { scope, name, level }) =>
    armRequest('PUT', lockId(scope, name), lockApiVersion, { properties: { level } }),
  DeleteLock: (_state, { scope, name }) => armRequest('DELETE', lockId(scope, name), lockApiVersion),
  PurgeDeletedVault: (state, { name }) => {
    const location = findDeletedVault(state.keyVault, name)?.location ?? 'unknown';
    const provider = `/subscriptions/${state.subscriptionId}/providers/Microsoft.KeyVault`;
    const path = `${provider}/locations/${location}/deletedVaults/${name}/purge`;
    return armRequest('POST', path, resourceKinds.keyVault.apiVersion);
  },
  RecoverDeletedVault: (state, { name }) => {
    const deleted = findDeletedVault(state.keyVault, name);
    const unknown = resourceId(state.subscriptionId, 'unknown', 'keyVault', name);
    const properties = { tenantId: state.tenantId, sku: { family: 'A', name: 'standard' }, createMode: 'recover' };
    return resourceRequest('PUT', deleted?.vaultId ?? unknown, '', { location: deleted?.location, properties });
  },
};

const group = '/subscriptions/{subscription}/resourceGroups/{group}';
const lock = '{+scope}/providers/Microsoft.Authorization/locks/{name}';

export const groupRoutes: readonly Route[] = [
  route('PUT', group, createGroup),
  route('PATCH', group, patchGroup),
  route('DELETE', group, ({ param }) => command({ type: 'DeleteResourceGroup', name: param('group') })),
  route('POST', `${group}/moveResources`, moveResources),
  route('PUT', lock, createLock),
  route('DELETE', lock, ({ param }) =>
    command({ type: 'DeleteLock', scope: param('scope') as ResourceId, name: param('name') }),
  ),
  route(
    'POST',
    '/subscriptions/{subscription}/providers/Microsoft.KeyVault/locations/{location}/deletedVaults/{name}/purge',
    ({ param }) => command({ type: 'PurgeDeletedVault', name: param('name') }),
  ),
];

function createGroup({ param, body }: Incoming): Parsed {
  const malformed = refuseTags(body);
  if (malformed !== null) return refused(malformed);
  const location = textAt(body, 'location');
  if (location === null) return refused(locationRequired());
  const tags = tagsOf(body);
  const name = param('group');
  return command({ type: 'CreateResourceGroup', name, location, ...(tags === undefined ? {} : { tags }) });
}

/** Tags are all of a group that can be changed. */
function patchGroup({ state, param, body }: Incoming): Parsed {
  const malformed = refuseTags(body);
  if (malformed !== null) return refused(malformed);
  const id = resourceGroupId(state.subscriptionId, param('group'));
  return command({ type: 'SetTags', id, tags: tagsOf(body) ?? findGroup(state.arm, id)?.tags ?? {} });
}

/** One resource a request: the simulator moves what lies under it too. */
function moveResources({ body }: Incoming): Parsed {
  const [id, ...more] = textsAt(body, 'resources');
  const target = textAt(body, 'targetResourceGroup');
  if (id === undefined || more.length > 0 || target === null) {
    return refused(invalidContent('one resource and a targetResourceGroup are expected.'));
  }
  return command({ type: 'MoveResource', id: id as ResourceId, resourceGroup: nameOf(target) });
}

function createLock({ param, body }: Incoming): Parsed {
  const level = lockLevels.find((each) => each.toLowerCase() === textAt(body, 'properties', 'level')?.toLowerCase());
  if (level === undefined) return refused(invalidContent('properties.level is CanNotDelete or ReadOnly.'));
  return command({ type: 'CreateLock', scope: param('scope') as ResourceId, name: param('name'), level });
}

const lockLevels: readonly LockLevel[] = ['CanNotDelete', 'ReadOnly'];

/** What is wrong with the tags of a body, or null: nothing of them may be lost on the way. */
export function refuseTags(body: Json | undefined): SourcedResponse | null {
  const tags = at(body, 'tags');
  const areTexts = pairsAt(tags).every(([, value]) => typeof value === 'string');
  const isGood = tags === undefined || tags === null || (isJsonObject(tags) && areTexts);
  return isGood ? null : invalidContent("'tags' is expected to be an object of texts.");
}

/** The tags of a body: pairs of texts. Undefined where it has none. */
export function tagsOf(body: Json | undefined): Readonly<Record<string, string>> | undefined {
  if (at(body, 'tags') === undefined) return undefined;
  const pairs = pairsAt(body, 'tags').flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
  return Object.fromEntries(pairs) as Readonly<Record<string, string>>;
}

/** A vault that is recovered by a PUT: what the body says otherwise is not looked at. */
export function isRecovery(body: Json | undefined): boolean {
  return textAt(body, 'properties', 'createMode')?.toLowerCase() === 'recover';
}

/** The kind of an id: of two kinds of one type, that of the resource which is there, or what the body says it is. */
export function kindAt(state: CloudState, id: string, armType: string, body: Json | undefined) {
  const kinds = kindsOfType(armType);
  const held = findResource(state.arm, id);
  if (held !== undefined && textAt(body, 'kind') === null) return held.kind;
  const isFunction = textAt(body, 'kind')?.toLowerCase().includes('functionapp') === true;
  return kinds.find((kind) => kinds.length === 1 || (kind === 'functionApp') === isFunction);
}
