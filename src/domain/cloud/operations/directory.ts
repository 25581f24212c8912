import * as dictionary from '#domain/kernel/dictionary.ts';
import { idKey, sameId } from '#domain/arm/resource-id.ts';
import { isForPeople, signInName } from '#domain/entra/built-in.ts';
import * as graph from '#domain/entra/graph.ts';
import * as wire from '#domain/entra/graph-wire.ts';

import type { AppRoleAssignment, Group, User } from '#domain/entra/state.ts';
import type { ClientId, PrincipalId } from '#domain/kernel/brand.ts';
import { guid } from '#domain/kernel/guid.ts';
import type { CommandOf } from '../command.ts';
import { findAnyPrincipal, findApplication, usersOf } from '../directory.ts';
import type { Draft } from '../draft.ts';
import { homeDirectory } from '../queries.ts';
import type { CloudState } from '../state.ts';
import { answer } from './answer.ts';
import { graphTrace } from './graph-trace.ts';

const usersUrl = wire.graphUrl('/users');
const groupsUrl = wire.graphUrl('/groups');
const applicationsUrl = wire.graphUrl('/applications');

/** POST of a user. Its sign-in name follows from the display name and may exist once. */
export function createUser(draft: Draft, { name }: CommandOf<'CreateUser'>): void {
  const { state } = draft;
  const { seed, tenantId, now } = state;
  const displayName = name.trim();
  const userPrincipalName = signInName(displayName);
  if (!isDisplayName(displayName) || userPrincipalName.startsWith('@')) {
    return answer(draft, 'POST', usersUrl, wire.invalidValue('userPrincipalName', 'User', graphTrace(state)));
  }
  if (usersOf(state).some((user) => user.userPrincipalName === userPrincipalName)) {
    return answer(draft, 'POST', usersUrl, wire.userExists(graphTrace(state)));
  }
  const id = guid(seed, 'user', userPrincipalName) as PrincipalId;
  const user: User = { id, displayName, userPrincipalName, createdAt: now };
  draft.emit({ type: 'UserCreated', tenantId, user });
  answer(draft, 'POST', usersUrl, wire.graphJson(201, 'users/$entity', graph.userBody(user)));
}

/** POST of a security group without members. Two groups may have one name. */
export function createGroup(draft: Draft, { name }: CommandOf<'CreateGroup'>): void {
  const { state } = draft;
  const { seed, tenantId, now } = state;
  const displayName = name.trim();
  if (!isDisplayName(displayName)) {
    return answer(draft, 'POST', groupsUrl, wire.invalidValue('displayName', 'Group', graphTrace(state)));
  }
  const time = countNamed(dictionary.values(homeDirectory(state).groups), displayName);
  const id = guid(seed, 'group', displayName, time) as PrincipalId;
  const group: Group = { id, displayName, createdAt: now, members: [] };
  draft.emit({ type: 'GroupSet', tenantId, group });
  answer(draft, 'POST', groupsUrl, wire.graphJson(201, 'groups/$entity', graph.groupBody(group)));
}

/** POST of a member: a principal of any kind, groups too. */
export function addGroupMember(draft: Draft, { groupId, memberId }: CommandOf<'AddGroupMember'>): void {
  const { state } = draft;
  const url = `${groupsUrl}/${groupId}/members/$ref`;
  const group = dictionary.get(homeDirectory(state).groups, idKey(groupId));
  const member = findAnyPrincipal(state, memberId);
  if (group === undefined || member === undefined) {
    const missing = group === undefined ? groupId : memberId;
    return answer(draft, 'POST', url, wire.objectNotFound(missing, graphTrace(state)));
  }
  if (group.members.includes(member.id)) return answer(draft, 'POST', url, wire.memberExists(graphTrace(state)));
  setMembers(draft, group, [...group.members, member.id]);
  answer(draft, 'POST', url, wire.graphEmpty(204));
}

/** DELETE of a membership, also of somebody who is gone. */
export function removeGroupMember(draft: Draft, { groupId, memberId }: CommandOf<'RemoveGroupMember'>): void {
  const { state } = draft;
  const url = `${groupsUrl}/${groupId}/members/${memberId}/$ref`;
  const group = dictionary.get(homeDirectory(state).groups, idKey(groupId));
  const held = group?.members.find((id) => sameId(id, memberId));
  if (group === undefined || held === undefined) {
    const missing = group === undefined ? groupId : memberId;
    return answer(draft, 'DELETE', url, wire.objectNotFound(missing, graphTrace(state)));
  }
  setMembers(
    draft,
    group,
    group.members.filter((id) => id !== held),
  );
  answer(draft, 'DELETE', url, wire.graphEmpty(204));
}

function setMembers(draft: Draft, group: Group, members: readonly PrincipalId[]): void {
  draft.emit({ type: 'GroupSet', tenantId: draft.state.tenantId, group: { ...group, members } });
}

/** POST of an application: its service principal comes with it, as in the portal, and its name as an API, `api://<appId>`. */
export function registerApplication(draft: Draft, command: CommandOf<'RegisterApplication'>): void {
  const { state } = draft;
  const { seed, tenantId, now } = state;
  const displayName = command.name.trim();
  const { appRoles, assignmentRequired } = command;
  const roleFault = areRoles(appRoles) ? null : 'appRoles';
  const fault = isDisplayName(displayName) ? roleFault : 'displayName';
  if (fault !== null) {
    return answer(draft, 'POST', applicationsUrl, wire.invalidValue(fault, 'Application', graphTrace(state)));
  }
  const time = countNamed(dictionary.values(homeDirectory(state).applications), displayName);
  const appId = guid(seed, 'application', displayName, time) as ClientId;
  const id = guid(seed, 'application principal', appId) as PrincipalId;
  const application = { appId, id, displayName, appRoles, assignmentRequired, createdAt: now };
  draft.emit({ type: 'ApplicationRegistered', tenantId, application });
  const body = graph.applicationBody(seed, application);
  answer(draft, 'POST', applicationsUrl, wire.graphJson(201, 'applications/$entity', body));
}

/** docs: Microsoft Graph, `displayName` has at most 256 characters */
function isDisplayName(name: string): boolean {
  return name !== '' && name.length <= 256;
}

/** Values of app roles have no spaces, and each is there once. */
function areRoles(roles: readonly string[]): boolean {
  return new Set(roles).size === roles.length && roles.every((role) => /^[\w.:/-]{1,120}$/.test(role));
}

/** POST of an app role assignment: the only way for a managed identity, which no blade offers (facts: corrections, class 6). */
export function assignAppRole(draft: Draft, command: CommandOf<'AssignAppRole'>): void {
  const { state } = draft;
  const { seed, tenantId } = state;
  const { role } = command;
  const url = assignmentsUrl(state, command.principalId);
  const principal = findAnyPrincipal(state, command.principalId);
  if (principal === undefined) {
    return answer(draft, 'POST', url, wire.objectNotFound(command.principalId, graphTrace(state)));
  }
  const application = findApplication(state, command.resource);
  if (application === undefined) {
    return answer(draft, 'POST', url, wire.objectNotFound(command.resource, graphTrace(state)));
  }
  const assignment = { principalId: principal.id, resource: application.appId, role };
  const isOpen = principal.type === 'ServicePrincipal' || isForPeople(application.appId);
  if (!isOpen || !application.appRoles.includes(role)) {
    return answer(draft, 'POST', url, wire.appRoleUnknown(graphTrace(state)));
  }
  if (holds(state, assignment)) return answer(draft, 'POST', url, wire.appRoleExists(graphTrace(state)));
  draft.emit({ type: 'AppRoleAssigned', tenantId, assignment });
  const { displayName: principalDisplayName, type: principalType } = principal;
  const body = graph.appRoleAssignmentBody(seed, assignment, { principalDisplayName, principalType, application });
  const context = `${collectionOf(principalType)}('${principal.id}')/appRoleAssignments/$entity`;
  answer(draft, 'POST', url, wire.graphJson(201, context, body));
}

/** DELETE of an app role assignment. */
export function removeAppRole(draft: Draft, command: CommandOf<'RemoveAppRole'>): void {
  const { state } = draft;
  const { principalId, role } = command;
  const assignment = {
    principalId: findAnyPrincipal(state, principalId)?.id ?? principalId,
    resource: findApplication(state, command.resource)?.appId ?? command.resource,
    role,
  };
  const id = graph.appRoleAssignmentId(state.seed, assignment);
  const url = `${assignmentsUrl(state, principalId)}/${id}`;
  if (!holds(state, assignment)) return answer(draft, 'DELETE', url, wire.objectNotFound(id, graphTrace(state)));
  draft.emit({ type: 'AppRoleRemoved', tenantId: state.tenantId, assignment });
  answer(draft, 'DELETE', url, wire.graphEmpty(204));
}

function holds(state: CloudState, { principalId, resource, role }: AppRoleAssignment): boolean {
  return homeDirectory(state).appRoles.some(
    (held) => held.principalId === principalId && held.resource === resource && held.role === role,
  );
}

function assignmentsUrl(state: CloudState, principalId: string): string {
  const type = findAnyPrincipal(state, principalId)?.type ?? 'ServicePrincipal';
  return wire.graphUrl(`/${collectionOf(type)}/${principalId}/appRoleAssignments`);
}

function collectionOf(type: 'User' | 'Group' | 'ServicePrincipal'): string {
  return { User: 'users', Group: 'groups', ServicePrincipal: 'servicePrincipals' }[type];
}

/** How many of a name there are: what tells the id of the next one from theirs. */
function countNamed(objects: Iterable<{ readonly displayName: string }>, name: string): string {
  return String([...objects].filter(({ displayName }) => displayName === name).length);
}
