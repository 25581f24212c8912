import { groupNameOf, isWithin, nameOf, resourceGroupId, sameId, subscriptionScope } from '#domain/arm/resource-id.ts';
import { assignmentHome, assignmentsOf } from '#domain/cloud/queries.ts';
import { groupsOf, principalName } from '#domain/cloud/directory.ts';
import { permits } from '#domain/cloud/guard/permits.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { PrincipalId } from '#domain/kernel/brand.ts';
import { toIso } from '#domain/kernel/instant.ts';
import { builtInRoles, findRole } from '#domain/rbac/roles.ts';
import type { Role } from '#domain/rbac/roles.ts';
import type { PrincipalType, RoleAssignment } from '#domain/rbac/state.ts';
import { isJsonObject } from '#domain/kernel/json.ts';
import type { Json, JsonObject } from '#domain/kernel/json.ts';
import { chosen, has, need, one, some } from '../../arguments.ts';
import type { Argument, Given } from '../../arguments.ts';
import { nearMisses } from '../../suggest.ts';
import { failed, give, value } from '../../reply.ts';
import type { Context, Reply } from '../../reply.ts';
import { groupArgument, ignored, ignoredFlag, ignoredSwitch, yesArgument } from '../command.ts';
import type { AzCommand } from '../command.ts';
import { readRole } from '../host-identity.ts';
import { findPrincipalByText } from '../principals.ts';

const role: Argument = { key: 'role', names: ['--role'], help: 'Role name or id.' };
const scope: Argument = {
  key: 'scope',
  names: ['--scope'],
  help: 'Scope at which the role assignment or definition applies to, e.g., /subscriptions/<id>, /subscriptions/<id>/resourceGroups/myGroup.',
};
const assignee: Argument = {
  key: 'assignee',
  names: ['--assignee'],
  help: 'Represent a user, group, or service principal. supported format: object id, user sign-in name, or service principal name.',
};
const objectId: Argument = {
  key: 'objectId',
  names: ['--assignee-object-id'],
  help: "Use this parameter instead of '--assignee' to bypass Graph API invocation in case of insufficient privileges.",
};
const principalTypes = ['User', 'Group', 'ServicePrincipal', 'ForeignGroup'] as const;

/** A role assignment as the CLI prints it (facts: control-plane §6.2). */
function assignmentJson(state: CloudState, assignment: RoleAssignment): JsonObject {
  const created = toIso(assignment.createdAt).replace('Z', '.000000+00:00');
  const group = groupNameOf(assignment.scope);
  return {
    condition: assignment.condition ?? null,
    conditionVersion: assignment.condition === undefined ? null : '2.0',
    createdBy: null,
    createdOn: created,
    delegatedManagedIdentityResourceId: null,
    description: null,
    id: assignment.id,
    name: nameOf(assignment.id),
    principalId: assignment.principalId,
    principalType: assignment.principalType ?? 'ServicePrincipal',
    ...(group === null ? {} : { resourceGroup: group }),
    roleDefinitionId: `${subscriptionScope(state.subscriptionId)}/providers/Microsoft.Authorization/roleDefinitions/${assignment.roleId}`,
    scope: assignment.scope,
    type: 'Microsoft.Authorization/roleAssignments',
    updatedBy: assignment.updatedBy ?? assignmentHome(state).owner,
    updatedOn: created,
  };
}

function listedJson(state: CloudState, assignment: RoleAssignment): JsonObject {
  return {
    ...assignmentJson(state, assignment),
    principalName: principalName(state, assignment.principalId),
    roleDefinitionName: findRole(assignment.roleId)?.name ?? '',
  };
}

interface Assignee {
  readonly id: PrincipalId;
  readonly type: PrincipalType | null;
}

/** Steps 1 to 5 of facts: control-plane §6.3. */
function readAssignee(state: CloudState, given: Given): Assignee | string {
  const text = one(given, 'assignee');
  const id = one(given, 'objectId');
  const type = chosen(given, 'principalType', principalTypes);
  if ((text === null) === (id === null)) {
    return 'usage error: --assignee STRING | --assignee-object-id GUID';
  }
  if (type !== null && id === null) return 'usage error: --assignee-object-id GUID --assignee-principal-type TYPE';
  if (has(given, 'conditionVersion') && !has(given, 'condition')) {
    return 'usage error: When --condition-version is set, --condition must be set as well.';
  }
  if (id !== null) return { id: id as PrincipalId, type: type === 'ForeignGroup' ? 'Group' : type };
  const found = findPrincipalByText(state, text ?? '');
  return found === undefined ? notInGraph(text ?? '') : { id: found.id, type: found.type };
}

function notInGraph(text: string): string {
  return `Cannot find user or service principal in graph database for '${text}'. If the assignee is an appId, make sure the corresponding service principal is created with 'az ad sp create --id ${text}'.`;
}

function unknownRole(text: string): string {
  const [near] = nearMisses(
    text,
    builtInRoles.map(({ name }) => name),
  );
  return `Role '${text}' doesn't exist.${near === undefined ? '' : `\nDid you mean '${near}' ?`}`;
}

const guessedType =
  'RBAC service might reject creating role assignment without --assignee-principal-type in the future. Better to specify --assignee-principal-type manually.';

function create(context: Context, given: Given): Reply {
  const { state } = context;
  const at = need(given, 'scope');
  const who = readAssignee(state, given);
  if (typeof who === 'string') return failed(who);
  if (!at.startsWith('/')) return failed('Invalid scope. Please use --help to view the valid format.');
  const roleId = readRole(need(given, 'role'));
  if (roleId === null) return failed(unknownRole(need(given, 'role')));
  const condition = one(given, 'condition');
  const name = one(given, 'name');
  const warnings = has(given, 'objectId') && who.type === null ? [guessedType] : [];
  return give(
    context,
    () => ({
      type: 'CreateRoleAssignment',
      scope: at,
      roleId,
      principalId: who.id,
      ...(who.type === null ? {} : { principalType: who.type }),
      ...(name === null ? {} : { name }),
      ...(condition === null ? {} : { condition }),
    }),
    ({ after }) => {
      const made = assignmentsOf(after).find(
        (each) => each.principalId === who.id && each.roleId === roleId && sameId(each.scope, at),
      );
      return { value: made && assignmentJson(after, made), warnings };
    },
    // Step 8: what is there already is returned (facts: control-plane §6.3).
    { tolerates: ['RoleAssignmentExists'] },
  );
}

/** The assignments that filters leave (facts: control-plane §6.6). A text says what is wrong with the filters. */
function filtered({ state, caller }: Context, given: Given, all: boolean): readonly RoleAssignment[] | string {
  const named = one(given, 'scope');
  const group = one(given, 'group');
  if (all && (group !== null || named !== null)) return 'group or scope are not required when --all is used';
  const ids = assigneeIds(state, given);
  if (typeof ids === 'string') return ids;
  const own = subscriptionScope(state.subscriptionId);
  const at = named ?? (group === null ? own : resourceGroupId(state.subscriptionId, group));
  const role = one(given, 'role');
  const roleId = role === null ? null : readRole(role);
  return assignmentsOf(state)
    .filter((each) => permits(state, caller, 'Microsoft.Authorization/roleAssignments/read', each.scope))
    .filter((each) => all || sameId(each.scope, at) || (has(given, 'inherited') && isWithin(each.scope, at)))
    .filter((each) => ids === null || ids.includes(each.principalId))
    .filter((each) => role === null || each.roleId === roleId);
}

/** Whose assignments are asked for; null for everybody's. */
function assigneeIds(state: CloudState, given: Given): readonly string[] | string | null {
  const text = one(given, 'assignee') ?? one(given, 'objectId');
  if (text === null) return null;
  const found = findPrincipalByText(state, text);
  if (found === undefined && has(given, 'assignee')) return notInGraph(text);
  const id = found?.id ?? text;
  return [id, ...(has(given, 'groups') ? groupsOf(state, id) : [])];
}

function remove(context: Context, given: Given): Reply {
  const ids = some(given, 'ids');
  const filters = ['assignee', 'objectId', 'role', 'scope', 'group', 'inherited'];
  if (ids.length === 0 && !filters.some((key) => has(given, key))) {
    return failed(
      'usage error: --ids IDS | [--assignee ASSIGNEE] [--role ROLE] [--scope SCOPE] [--resource-group GROUP]',
    );
  }
  const found = ids.length > 0 ? ids : filtered(context, given, false);
  if (typeof found === 'string') return failed(found);
  if (found.length === 0) return failed('No matched assignments were found to delete');
  const targets = found.map((each) => (typeof each === 'string' ? each : each.id) as RoleAssignment['id']);
  return give(
    context,
    targets.map((id) => () => ({ type: 'DeleteRoleAssignment', id }) as const),
    () => ({}),
  );
}

const filters: readonly Argument[] = [
  assignee,
  objectId,
  role,
  scope,
  groupArgument,
  {
    key: 'inherited',
    names: ['--include-inherited'],
    help: 'Include assignments applied on parent scopes.',
    takes: 'flag',
  },
];

function definitionJson(definition: Role): JsonObject {
  const { actions, notActions, dataActions } = definition;
  return {
    assignableScopes: ['/'],
    createdBy: null,
    id: `/providers/Microsoft.Authorization/roleDefinitions/${definition.id}`,
    name: definition.id,
    permissions: [{ actions, condition: null, conditionVersion: null, dataActions, notActions, notDataActions: [] }],
    roleName: definition.name,
    roleType: 'BuiltInRole',
    type: 'Microsoft.Authorization/roleDefinitions',
    updatedBy: null,
  };
}

/** `az role` (facts: control-plane §6.1, §6.3, §6.6). */
export const roleCommands: readonly AzCommand[] = [
  {
    name: 'role assignment create',
    help: 'Create a new role assignment for a user, group, or service principal.',
    takes: [
      { ...role, required: true },
      { ...scope, required: true },
      assignee,
      objectId,
      {
        key: 'principalType',
        names: ['--assignee-principal-type'],
        help: 'Use with --assignee-object-id to avoid errors caused by propagation latency in Microsoft Graph.',
        choices: principalTypes,
      },
      { key: 'name', names: ['--name', '-n'], help: 'A GUID for the role assignment.' },
      { key: 'condition', names: ['--condition'], help: 'Condition under which the user can be granted permission.' },
      { key: 'conditionVersion', names: ['--condition-version'], help: 'Version of the condition syntax.' },
      ignored('--description'),
    ],
    run: create,
  },
  {
    name: 'role assignment list',
    help: 'List role assignments.',
    takes: [
      ...filters,
      { key: 'all', names: ['--all'], help: 'Show all assignments under the current subscription.', takes: 'flag' },
      {
        key: 'groups',
        names: ['--include-groups'],
        help: 'Include extra assignments to the groups of which the user is a member (transitively).',
        takes: 'flag',
      },
      ignoredSwitch('--fill-principal-name'),
      ignoredSwitch('--fill-role-definition-name'),
    ],
    run: (context, given) => {
      const found = filtered(context, given, has(given, 'all'));
      return typeof found === 'string' ? failed(found) : value(found.map((each) => listedJson(context.state, each)));
    },
    row: assignmentRow,
  },
  {
    name: 'role assignment delete',
    help: 'Delete role assignments.',
    takes: [
      { key: 'ids', names: ['--ids'], help: 'Space-separated role assignment ids.', takes: 'some' },
      ...filters,
      yesArgument,
    ],
    run: remove,
  },
  {
    name: 'role definition list',
    help: 'List role definitions.',
    takes: [
      { key: 'name', names: ['--name', '-n'], help: "The role's name or GUID." },
      scope,
      groupArgument,
      ignoredFlag('--custom-role-only'),
    ],
    run: (_context, given) => {
      const name = one(given, 'name');
      if (has(given, '--custom-role-only')) return value([]);
      return value(
        builtInRoles
          .filter(({ id, name: roleName }) => name === null || name === roleName || name === id)
          .map(definitionJson),
      );
    },
    row: definitionRow,
  },
];

/** azure-cli, role `transform_definition_list`. */
function definitionRow(item: Json): Json {
  if (!isJsonObject(item)) return item;
  return { Name: item['roleName'] ?? '', Type: item['type'] ?? '', Description: item['description'] ?? '' };
}

/** azure-cli, role `transform_assignment_list`. */
function assignmentRow(item: Json): Json {
  if (!isJsonObject(item)) return item;
  return { Principal: item['principalName'] ?? '', Role: item['roleDefinitionName'] ?? '', Scope: item['scope'] ?? '' };
}
