import * as dictionary from '#domain/kernel/dictionary.ts';
import { idKey } from '#domain/arm/resource-id.ts';
import { learner, microsoftGraph } from '#domain/entra/built-in.ts';
import { groupsWith } from '#domain/entra/directory.ts';
import type { Application, Group, ServicePrincipal, User } from '#domain/entra/state.ts';
import type { PrincipalId } from '#domain/kernel/brand.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import type { PrincipalType } from '#domain/rbac/state.ts';
import { homeDirectory } from './queries.ts';
import type { CloudState } from './state.ts';

/** A principal of any kind, as far as all kinds are alike. */
export interface AnyPrincipal {
  readonly id: PrincipalId;
  readonly type: PrincipalType;
  readonly displayName: string;
  /** What `az role assignment list` prints: a user's sign-in name, a group's name, the client ID of the others. */
  readonly principalName: string;
  /** When the rest of Azure knows it; absent where it did at once. */
  readonly replicatedAt?: Instant;
}

/** All users of the tenant: the learner first, then those that were created, by name. */
export function usersOf(state: CloudState): readonly User[] {
  const created = [...dictionary.values(homeDirectory(state).users)];
  return [learner(state.seed), ...created.sort((a, b) => (a.userPrincipalName < b.userPrincipalName ? -1 : 1))];
}

/** All applications of the tenant: Microsoft Graph first, then those that were registered, by name. */
export function applicationsOf(state: CloudState): readonly Application[] {
  const registered = [...dictionary.values(homeDirectory(state).applications)];
  const named = registered.sort((a, b) => compare(a.displayName, b.displayName) || compare(a.appId, b.appId));
  return [microsoftGraph(state.seed), ...named];
}

/** The application with that client ID. */
export function findApplication(state: CloudState, appId: string): Application | undefined {
  const key = idKey(appId);
  const graph = microsoftGraph(state.seed);
  return graph.appId === key ? graph : dictionary.get(homeDirectory(state).applications, key);
}

/** Every live principal: managed identities, applications, users, groups. */
export function principalsOf(state: CloudState): readonly AnyPrincipal[] {
  const { servicePrincipals, groups } = homeDirectory(state);
  return [
    ...[...dictionary.values(servicePrincipals)].map(asIdentity),
    ...applicationsOf(state).map(asApplication),
    ...usersOf(state).map(asUser),
    ...[...dictionary.values(groups)].map(asGroup),
  ];
}

/** The live principal with that object ID: a user, a group, a managed identity or an application's own. */
export function findAnyPrincipal(state: CloudState, id: string): AnyPrincipal | undefined {
  const directory = homeDirectory(state);
  const key = idKey(id);
  const identity = dictionary.get(directory.servicePrincipals, key);
  if (identity !== undefined) return asIdentity(identity);
  const you = learner(state.seed);
  const user = you.id === key ? you : dictionary.get(directory.users, key);
  if (user !== undefined) return asUser(user);
  const group = dictionary.get(directory.groups, key);
  if (group !== undefined) return asGroup(group);
  const applications = [microsoftGraph(state.seed), ...dictionary.values(directory.applications)];
  const application = applications.find((each) => each.id === key);
  return application && asApplication(application);
}

function asIdentity({ id, displayName, appId, replicatedAt }: ServicePrincipal): AnyPrincipal {
  const late = replicatedAt === undefined ? {} : { replicatedAt };
  return { id, type: 'ServicePrincipal', displayName, principalName: appId, ...late };
}

function asApplication({ id, displayName, appId }: Application): AnyPrincipal {
  return { id, type: 'ServicePrincipal', displayName, principalName: appId };
}

function asUser({ id, displayName, userPrincipalName }: User): AnyPrincipal {
  return { id, type: 'User', displayName, principalName: userPrincipalName };
}

function asGroup({ id, displayName }: Group): AnyPrincipal {
  return { id, type: 'Group', displayName, principalName: displayName };
}

/** The name that `az` prints for a principal; empty where it is gone (facts: control-plane §2.3). */
export function principalName(state: CloudState, id: string): string {
  return findAnyPrincipal(state, id)?.principalName ?? '';
}

/** The object IDs of all groups that a principal is in, directly or through others. */
export function groupsOf(state: CloudState, principalId: string): readonly PrincipalId[] {
  return groupsWith(homeDirectory(state), idKey(principalId));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
