import * as dictionary from '#domain/kernel/dictionary.ts';
import { idKey } from '#domain/arm/resource-id.ts';
import { graphAudiences } from '#domain/entra/audiences.ts';
import * as graph from '#domain/entra/graph.ts';
import * as wire from '#domain/entra/graph-wire.ts';
import type { TokenFault } from '#domain/entra/graph-wire.ts';
import type { TokenClaims } from '#domain/entra/token.ts';
import { checkToken } from '#domain/entra/token-gates.ts';
import type { HttpMethod, SourcedResponse } from '#domain/http/message.ts';
import type { Gate } from '#domain/rbac/access.ts';
import { applicationsOf, findAnyPrincipal, usersOf } from '../directory.ts';
import type { Draft } from '../draft.ts';
import { homeDirectory } from '../queries.ts';
import type { CloudState } from '../state.ts';
import { graphTrace } from './graph-trace.ts';
import type { ServiceCall, TargetAnswer } from './target-call.ts';

/** What Graph does at an address, and the app role that it asks for. */
interface GraphOperation {
  readonly method: HttpMethod;
  readonly path: RegExp;
  readonly role: string;
  /** `name` is what the path names, where it names something. */
  readonly answer: (state: CloudState, name: string) => SourcedResponse;
}

const operations: readonly GraphOperation[] = [
  {
    method: 'GET',
    path: /^\/users$/,
    role: 'User.Read.All',
    answer: (state) => list('users', usersOf(state).map(graph.userBody)),
  },
  {
    method: 'GET',
    path: /^\/groups$/,
    role: 'Group.Read.All',
    answer: (state) => list('groups', groupsOfTenant(state).map(graph.groupBody)),
  },
  { method: 'GET', path: /^\/groups\/([^/]+)\/members$/, role: 'Group.Read.All', answer: members },
  {
    method: 'GET',
    path: /^\/applications$/,
    role: 'Application.Read.All',
    answer: (state) => list('applications', registeredApplications(state)),
  },
  {
    method: 'GET',
    path: /^\/servicePrincipals$/,
    role: 'Application.Read.All',
    answer: (state) => list('servicePrincipals', servicePrincipals(state)),
  },
  { method: 'GET', path: /^\/servicePrincipals\/([^/]+)$/, role: 'Application.Read.All', answer: servicePrincipal },
  {
    method: 'GET',
    path: /^\/directory\/deletedItems\/microsoft\.graph\.servicePrincipal$/,
    role: 'Application.Read.All',
    answer: (state) => list('servicePrincipals', deletedPrincipals(state)),
  },
  { method: 'POST', path: /^\/users\/([^/]+)\/sendMail$/, role: 'Mail.Send', answer: sendMail },
];

/** Microsoft Graph: first the token, then whether it carries the app role (corrections, class 6). */
export function callGraph(draft: Draft, { request, uri, token }: ServiceCall): TargetAnswer {
  const { state } = draft;
  const { tenantId, now } = state;
  const verdict = checkToken(token, { tenantId, now, audiences: graphAudiences });
  if (!verdict.accepted) {
    const gate = verdict.gates.at(-1)?.gate;
    const answer = wire.tokenRefused(token.kind === 'none' ? 'token' : faultAt(gate), graphTrace(state));
    return { answer, decision: { allowed: false, gates: verdict.gates, pending: null } };
  }
  const path = uri.path.replace(/^\/(?:v1\.0|beta)(?=\/)/, '');
  for (const { method, path: pattern, role, answer } of operations) {
    const found = method === request.method ? pattern.exec(path) : null;
    if (found === null) continue;
    const gate = appRoleGate(verdict.claims, role);
    const decision = { allowed: gate.passed, gates: [...verdict.gates, gate], pending: null };
    return {
      answer: gate.passed ? answer(state, found[1] ?? '') : wire.insufficientPrivileges(graphTrace(state)),
      decision,
    };
  }
  const segment = path.split('/')[1] ?? '';
  return { answer: wire.segmentNotFound(segment, graphTrace(state)), decision: null };
}

function faultAt(gate: Gate['gate'] | undefined): TokenFault {
  return gate === 'signature' || gate === 'issuer' || gate === 'audience' || gate === 'lifetime' ? gate : 'malformed';
}

/** App-only tokens need the role; a user of the tenant may read the directory with the CLI's own scope. */
function appRoleGate({ roles = [], scp = '' }: TokenClaims, role: string): Gate {
  const held = [...roles, ...scp.split(' ').filter((scope) => scope !== '')];
  const passed = roles.includes(role) || held.includes('Directory.AccessAsUser.All');
  return { gate: 'appRole', passed, expected: role, found: held.join(' ') };
}

function list(context: string, value: readonly object[]): SourcedResponse {
  return wire.graphJson(200, context, { value });
}

function groupsOfTenant(state: CloudState) {
  return [...dictionary.values(homeDirectory(state).groups)].sort((a, b) => (a.displayName < b.displayName ? -1 : 1));
}

/** Who is still there of a group's members, with the kind of each. */
function members(state: CloudState, groupId: string): SourcedResponse {
  const group = dictionary.get(homeDirectory(state).groups, idKey(groupId));
  if (group === undefined) return wire.objectNotFound(groupId, graphTrace(state));
  const value = group.members.flatMap((id) => {
    const member = findAnyPrincipal(state, id);
    if (member === undefined) return [];
    const kind = { User: 'user', Group: 'group', ServicePrincipal: 'servicePrincipal' }[member.type];
    return [{ '@odata.type': `#microsoft.graph.${kind}`, id: member.id, displayName: member.displayName }];
  });
  return list('directoryObjects', value);
}

/** Application objects of one's own tenant; Microsoft Graph's lives in another. */
function registeredApplications(state: CloudState): readonly object[] {
  return applicationsOf(state)
    .slice(1)
    .map((each) => graph.applicationBody(state.seed, each));
}

/** Every service principal: the managed identities, then the applications. */
function servicePrincipals(state: CloudState): readonly object[] {
  const { seed, tenantId } = state;
  const identities = [...dictionary.values(homeDirectory(state).servicePrincipals)].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
  return [
    ...identities.map((each) => graph.identityPrincipalBody(seed, each)),
    ...applicationsOf(state).map((each) => graph.applicationPrincipalBody(seed, tenantId, each)),
  ];
}

/** The service principals of the deleted list, the newest first. */
function deletedPrincipals(state: CloudState): readonly object[] {
  const deleted = [...dictionary.values(homeDirectory(state).deleted)];
  return deleted
    .sort((a, b) => b.deletedAt - a.deletedAt || (a.principal.id < b.principal.id ? -1 : 1))
    .map((each) => graph.deletedPrincipalBody(state.seed, each));
}

function servicePrincipal(state: CloudState, id: string): SourcedResponse {
  const found = servicePrincipals(state).find((each) => 'id' in each && each.id === idKey(id));
  return found === undefined
    ? wire.objectNotFound(id, graphTrace(state))
    : wire.graphJson(200, 'servicePrincipals/$entity', found);
}

function sendMail(state: CloudState, name: string): SourcedResponse {
  const user = usersOf(state).find(({ id, userPrincipalName }) => [id, userPrincipalName].includes(idKey(name)));
  return user === undefined ? wire.objectNotFound(name, graphTrace(state)) : wire.graphEmpty(202);
}
