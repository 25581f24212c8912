import { kindsOfType } from '#domain/arm/kinds.ts';
import { readResourceId } from '#domain/arm/resource-id.ts';
import { queryValue } from '#domain/kernel/uri.ts';
import type { Uri } from '#domain/kernel/uri.ts';
import type { AssignmentFilter } from './reads/deny.ts';
import type { Where } from './reads/resources.ts';
import { invalidResourceType, pathUnknown } from './refusals.ts';
import { read, refused, route } from './route.ts';
import type { Incoming, Parsed, Route } from './route.ts';

const subscription = '/subscriptions/{subscription}';
const group = `${subscription}/resourceGroups/{group}`;
const authorization = '{+scope}/providers/Microsoft.Authorization';
const deletedVaults = `${subscription}/providers/Microsoft.KeyVault`;

/** What can be asked by name. Resources in general come last: see `readResourceOrList`. */
export const readRoutes: readonly Route[] = [
  route('GET', '/tenants', () => read({ kind: 'tenants' })),
  route('GET', '/subscriptions', () => read({ kind: 'subscriptions' })),
  route('GET', subscription, ({ param }) => read({ kind: 'subscription', id: param('subscription') })),
  route('GET', `${subscription}/resourceGroups`, ({ uri }) => read({ kind: 'groups', ...whereIn(uri) })),
  route('GET', group, ({ param }) => read({ kind: 'group', name: param('group') })),
  route('GET', `${subscription}/resources`, (incoming) => listAll(incoming, '/resources')),
  route('GET', `${group}/resources`, (incoming) => listAll(incoming, '/resources')),
  route('GET', '/providers/Microsoft.ManagedIdentity/operations', () => read({ kind: 'identityOperations' })),
  route('GET', `${authorization}/roleAssignments`, (incoming) =>
    read({ kind: 'roleAssignments', ...assignmentFilter(incoming) }),
  ),
  route('GET', `${authorization}/roleAssignments/{name}`, ({ path }) => read({ kind: 'roleAssignment', id: path })),
  route('GET', `${authorization}/denyAssignments`, (incoming) =>
    read({ kind: 'denyAssignments', ...assignmentFilter(incoming) }),
  ),
  route('GET', `${authorization}/denyAssignments/{name}`, ({ path }) => read({ kind: 'denyAssignment', id: path })),
  route('GET', `${authorization}/roleDefinitions`, readDefinitions),
  route('GET', `${authorization}/roleDefinitions/{name}`, ({ path }) => read({ kind: 'roleDefinition', id: path })),
  route('GET', `${authorization}/locks`, ({ param }) => read({ kind: 'locks', scope: param('scope') })),
  route('GET', `${authorization}/locks/{name}`, ({ path }) => read({ kind: 'lock', id: path })),
  route('GET', '{+host}/providers/Microsoft.ManagedIdentity/identities/default', ({ param }) =>
    read({ kind: 'systemIdentity', id: param('host') }),
  ),
  route('GET', '{+identity}/federatedIdentityCredentials', ({ param }) =>
    read({ kind: 'federatedCredentials', id: param('identity') }),
  ),
  route('GET', '{+identity}/federatedIdentityCredentials/{name}', ({ param }) =>
    read({ kind: 'federatedCredential', id: param('identity'), name: param('name') }),
  ),
  route('POST', '{+identity}/listAssociatedResources', listAssociated),
  route('GET', `${deletedVaults}/deletedVaults`, () => read({ kind: 'deletedVaults' })),
  route('GET', `${deletedVaults}/locations/{location}/deletedVaults/{name}`, ({ param }) =>
    read({ kind: 'deletedVault', name: param('name') }),
  ),
  route('GET', '{+machine}/instanceView', ({ param }) => read({ kind: 'instanceView', id: param('machine') })),
  route('POST', '{+site}/config/appsettings/list', ({ param }) => read({ kind: 'appSettings', id: param('site') })),
  route('GET', '{+server}/administrators', ({ param }) => read({ kind: 'sqlAdministrators', id: param('server') })),
  route('GET', '{+account}/sqlRoleAssignments', ({ param }) =>
    read({ kind: 'cosmosRoleAssignments', id: param('account') }),
  ),
];

/** `principalId eq '…'` and `assignedTo('…')` name a principal; `atScope()` leaves out what lies below. */
function assignmentFilter({ uri, param }: Incoming): AssignmentFilter {
  const filter = queryValue(uri, '$filter') ?? '';
  const [, direct] = /principalId\s+eq\s+'([^']*)'/i.exec(filter) ?? [];
  const [, assigned] = /assignedTo\(\s*'([^']*)'\s*\)/i.exec(filter) ?? [];
  return {
    scope: param('scope'),
    principalId: direct ?? assigned ?? null,
    throughGroups: assigned !== undefined,
    atScope: /atScope\(\)/i.test(filter),
  };
}

/** By name, or by type; there is no custom role here. */
function readDefinitions({ uri, param }: Incoming): Parsed {
  const filter = queryValue(uri, '$filter') ?? '';
  const [, roleName = null] = /roleName\s+eq\s+'([^']*)'/i.exec(filter) ?? [];
  const isCustom = /\btype\s+eq\s+'CustomRole'/i.test(filter);
  return read({ kind: 'roleDefinitions', scope: param('scope'), roleName, ...(isCustom ? { custom: true } : {}) });
}

/** The operation is in these previews alone (facts: control-plane §1.5). */
const associatedVersions: readonly string[] = ['2021-09-30-preview', '2022-01-31-preview'];

function listAssociated({ uri, param, path }: Incoming): Parsed {
  if (!associatedVersions.includes(queryValue(uri, 'api-version') ?? '')) return refused(pathUnknown(path));
  const top = countOf(queryValue(uri, '$top'));
  const skip = countOf(queryValue(uri, '$skip')) ?? 0;
  return read({ kind: 'associatedResources', id: param('identity'), skip, top });
}

function countOf(text: string | null): number | null {
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null;
}

/** All resources within a scope, in brief; `$filter` asks for those of one type, of a name or with a tag. */
function listAll({ uri, path }: Incoming, ending: string): Parsed {
  const armType = comparedIn(uri, 'resourceType');
  return read({ kind: 'resources', scope: path.slice(0, -ending.length), armType, brief: true, ...whereIn(uri) });
}

/** What `$filter` compares a name with; null where it does not. */
function comparedIn(uri: Uri, name: string): string | null {
  const found = new RegExp(String.raw`\b${name}\s+eq\s+'([^']*)'`, 'i').exec(queryValue(uri, '$filter') ?? '');
  return found?.[1] ?? null;
}

function whereIn(uri: Uri): { readonly where?: Where } {
  const where = {
    name: comparedIn(uri, 'name'),
    tagName: comparedIn(uri, 'tagName'),
    tagValue: comparedIn(uri, 'tagValue'),
  };
  return Object.values(where).every((each) => each === null) ? {} : { where };
}

/** GET of a resource by its id, or of all resources of a type in a subscription, in a group or under a parent. */
export function readResourceOrList({ path, uri }: Incoming): Parsed {
  const version = queryValue(uri, 'api-version') ?? '';
  const one = readResourceId(path);
  if (one !== null) {
    const isKnown = kindsOfType(one.armType).length > 0;
    const expand = /\binstanceView\b/i.test(queryValue(uri, '$expand') ?? '')
      ? { withInstanceView: true as const }
      : {};
    return isKnown
      ? read({ kind: 'resource', id: path, ...expand })
      : refused(invalidResourceType(one.armType, version));
  }
  const list = listedType(path);
  if (list === null) return refused(pathUnknown(path));
  if (kindsOfType(list.armType).length === 0) return refused(invalidResourceType(list.armType, version));
  return read({ kind: 'resources', ...list, brief: false });
}

function listedType(path: string): { readonly scope: string; readonly armType: string } | null {
  const end = path.lastIndexOf('/');
  const parent = readResourceId(path.slice(0, end));
  if (parent !== null) return { scope: path.slice(0, end), armType: `${parent.armType}/${path.slice(end + 1)}` };
  const top = /^(\/subscriptions\/[^/]+(?:\/resourcegroups\/[^/]+)?)\/providers\/([^/]+\/[^/]+)$/i.exec(path);
  return top === null ? null : { scope: top[1] ?? '', armType: top[2] ?? '' };
}
