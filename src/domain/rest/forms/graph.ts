import type { CommandOf } from '#domain/cloud/command.ts';
import { applicationsOf, findAnyPrincipal, findApplication } from '#domain/cloud/directory.ts';
import { homeDirectory } from '#domain/cloud/queries.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { appRoleId, signInName } from '#domain/entra/built-in.ts';
import { appRoleAssignmentId } from '#domain/entra/graph.ts';
import { graphUrl } from '#domain/entra/graph-wire.ts';
import type { HttpRequest } from '#domain/http/message.ts';
import type { PrincipalId } from '#domain/kernel/brand.ts';
import { listAt, textAt } from '#domain/kernel/json.ts';
import { sameId } from '#domain/arm/resource-id.ts';
import { invalidContent, pathUnknown } from '../refusals.ts';
import { jsonRequest } from '../request.ts';
import { command, refused, route } from '../route.ts';
import type { Incoming, Parsed, Printers, Route } from '../route.ts';

type GraphForm =
  | 'CreateUser'
  | 'CreateGroup'
  | 'AddGroupMember'
  | 'RemoveGroupMember'
  | 'RegisterApplication'
  | 'AssignAppRole'
  | 'RemoveAppRole';

/** The directory, by Microsoft Graph. */
export const graphPrinters: Printers<GraphForm> = {
  CreateUser: (_state, { name }) => {
    const userPrincipalName = signInName(name);
    return jsonRequest('POST', graphUrl('/users'), {
      accountEnabled: true,
      displayName: name,
      mailNickname: nicknameOf(userPrincipalName),
      userPrincipalName,
      passwordProfile: { forceChangePasswordNextSignIn: true, password: '<password>' },
    });
  },
  CreateGroup: (_state, { name }) =>
    jsonRequest('POST', graphUrl('/groups'), {
      displayName: name,
      mailEnabled: false,
      mailNickname: nicknameOf(signInName(name)),
      securityEnabled: true,
    }),
  AddGroupMember: (_state, { groupId, memberId }) =>
    jsonRequest('POST', graphUrl(`/groups/${groupId}/members/$ref`), {
      '@odata.id': graphUrl(`/directoryObjects/${memberId}`),
    }),
  RemoveGroupMember: (_state, { groupId, memberId }) =>
    jsonRequest('DELETE', graphUrl(`/groups/${groupId}/members/${memberId}/$ref`)),
  RegisterApplication: printApplication,
  AssignAppRole: printAppRole,
  RemoveAppRole: (state, { principalId, resource, role }) => {
    const id = appRoleAssignmentId(state.seed, { principalId, resource, role });
    return jsonRequest('DELETE', graphUrl(`${assignmentsPath(state, principalId)}/${id}`));
  },
};

function nicknameOf(signIn: string): string {
  return signIn.slice(0, signIn.indexOf('@'));
}

/** Null where assignment is required: that is said of the service principal, in a request of its own. */
function printApplication(_state: CloudState, wanted: CommandOf<'RegisterApplication'>): HttpRequest | null {
  const { name, appRoles, assignmentRequired } = wanted;
  if (assignmentRequired) return null;
  const roles = appRoles.map((value) => ({
    value,
    displayName: value,
    description: value,
    allowedMemberTypes: ['Application'],
    isEnabled: true,
  }));
  return jsonRequest('POST', graphUrl('/applications'), { displayName: name, appRoles: roles });
}

/** Graph wants the object id of the API's service principal and the GUID of the role. */
function printAppRole(state: CloudState, wanted: CommandOf<'AssignAppRole'>): HttpRequest | null {
  const { principalId, resource, role } = wanted;
  const application = findApplication(state, resource);
  if (application === undefined) return null;
  return jsonRequest('POST', graphUrl(assignmentsPath(state, principalId)), {
    principalId,
    resourceId: application.id,
    appRoleId: appRoleId(state.seed, application.appId, role),
  });
}

function assignmentsPath(state: CloudState, principalId: string): string {
  const type = findAnyPrincipal(state, principalId)?.type ?? 'ServicePrincipal';
  const collection = { User: 'users', Group: 'groups', ServicePrincipal: 'servicePrincipals' }[type];
  return `/${collection}/${principalId}/appRoleAssignments`;
}

const members = '/v1.0/groups/{group}/members';

export const graphRoutes: readonly Route[] = [
  route('POST', '/v1.0/users', ({ body }) => command({ type: 'CreateUser', name: textAt(body, 'displayName') ?? '' })),
  route('POST', '/v1.0/groups', ({ body }) =>
    command({ type: 'CreateGroup', name: textAt(body, 'displayName') ?? '' }),
  ),
  route('POST', `${members}/$ref`, ({ param, body }) => {
    const memberId = /([^/]+)$/.exec(textAt(body, '@odata.id') ?? '')?.[1];
    if (memberId === undefined) return refused(invalidContent('an @odata.id is expected.'));
    const groupId = param('group') as PrincipalId;
    return command({ type: 'AddGroupMember', groupId, memberId: memberId as PrincipalId });
  }),
  route('DELETE', `${members}/{member}/$ref`, ({ param }) =>
    command({
      type: 'RemoveGroupMember',
      groupId: param('group') as PrincipalId,
      memberId: param('member') as PrincipalId,
    }),
  ),
  route('POST', '/v1.0/applications', ({ body }) =>
    command({
      type: 'RegisterApplication',
      name: textAt(body, 'displayName') ?? '',
      appRoles: listAt(body, 'appRoles').flatMap((role) => textAt(role, 'value') ?? []),
      assignmentRequired: false,
    }),
  ),
  route('POST', '/v1.0/{collection}/{principal}/appRoleAssignments', parseAppRole),
  route('DELETE', '/v1.0/{collection}/{principal}/appRoleAssignments/{id}', ({ state, param, path }) => {
    const held = homeDirectory(state).appRoles.find((each) =>
      sameId(appRoleAssignmentId(state.seed, each), param('id')),
    );
    return held === undefined ? refused(pathUnknown(path)) : command({ type: 'RemoveAppRole', ...held });
  }),
];

function parseAppRole({ state, param, body }: Incoming): Parsed {
  const api = applicationsOf(state).find(({ id }) => id === textAt(body, 'resourceId'));
  const wanted = textAt(body, 'appRoleId') ?? '';
  const role = api?.appRoles.find((each) => sameId(appRoleId(state.seed, api.appId, each), wanted));
  if (api === undefined || role === undefined) {
    return refused(invalidContent('resourceId and appRoleId name an API and one of its roles.'));
  }
  const principalId = param('principal') as PrincipalId;
  return command({ type: 'AssignAppRole', principalId, resource: api.appId, role });
}
