import { attachedTo, systemPrincipalOf } from '#domain/arm/identity-block.ts';
import { groupNameOf, idKey, nameOf, sameId } from '#domain/arm/resource-id.ts';
import type { Host, HostKind } from '#domain/arm/resource.ts';
import { findRoleByName, findRole } from '#domain/rbac/roles.ts';
import type { Command } from '#domain/cloud/command.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { ResourceId, RoleId } from '#domain/kernel/brand.ts';
import { has, one, some } from '../arguments.ts';
import type { Argument, Given } from '../arguments.ts';
import type { Json } from '#domain/kernel/json.ts';
import { failed, give, value } from '../reply.ts';
import type { Answer, Context, Next, Reply } from '../reply.ts';
import { named } from './command.ts';
import type { AzCommand } from './command.ts';
import { idOrName, withResource } from './find.ts';
import { assignedJson, hostAt, identityJson } from './shapes.ts';

/** The word that stands for the system-assigned identity. */
const system = '[system]';

/** How the identity commands of a service differ. */
export interface IdentityFamily {
  readonly prefix: string;
  readonly noun: string;
  readonly kinds: readonly [HostKind, ...HostKind[]];
  /** The role where `--scope` is given without one; none where both have to be given (facts: control-plane §6.1). */
  readonly defaultRole: string | null;
  /** Compute answers an assignment with the ids alone, others with the whole block. */
  readonly assigned: 'ids' | 'block';
  readonly slots: boolean;
  /** What is printed besides, such as the warning of scale sets (facts: corrections 17). */
  readonly warns?: (context: Context, host: Host) => readonly string[];
}

const identitiesArgument: Argument = {
  key: 'identities',
  names: ['--identities'],
  help: "Space-separated identities: '[system]' for the system-assigned one, resource IDs or names of user-assigned ones.",
  takes: 'any',
};

export const slotArgument: Argument = { key: 'slot', names: ['--slot', '-s'], help: 'The name of the slot.' };

export const roleArgument: Argument = {
  key: 'role',
  names: ['--role'],
  help: 'Role name or id the system-assigned identity will have.',
};

export const scopeArgument: Argument = {
  key: 'scope',
  names: ['--scope'],
  help: 'Scope that the system-assigned identity can access.',
};

/** `identity assign`, `identity remove` and `identity show` of a service. */
export function identityCommands(family: IdentityFamily): readonly AzCommand[] {
  const { prefix, noun } = family;
  const place = [...named(noun), ...(family.slots ? [slotArgument] : [])];
  return [
    {
      name: `${prefix} identity assign`,
      help: `Enable managed service identity on a ${noun}.`,
      takes: [...place, identitiesArgument, roleArgument, scopeArgument],
      run: (context, given) =>
        withResource<HostKind>(context, given, family.kinds, (host) => assign(context, given, host, family)),
    },
    {
      name: `${prefix} identity remove`,
      help: `Remove managed service identities from a ${noun}.`,
      takes: [...place, identitiesArgument],
      run: (context, given) =>
        withResource<HostKind>(context, given, family.kinds, (host) => {
          const wanted = wantedIdentities(context.state, host, some(given, 'identities'));
          return removeIdentities(context, host, wanted);
        }),
    },
    {
      name: `${prefix} identity show`,
      help: `Display the managed identity of a ${noun}.`,
      takes: place,
      run: (context, given) =>
        withResource<HostKind>(context, given, family.kinds, (host) =>
          value(identityJson(host, context.state.tenantId)),
        ),
    },
  ];
}

interface Wanted {
  readonly system: boolean;
  readonly users: readonly ResourceId[];
}

/** Names resolve to the group of the host (facts: control-plane §6.1). None named means the system-assigned one. */
function wantedIdentities(state: CloudState, host: Host, words: readonly string[]): Wanted {
  return {
    system: words.length === 0 || words.includes(system),
    users: userIdentities(state, groupNameOf(host.id) ?? host.resourceGroup, words),
  };
}

/** The ids of the user-assigned identities among the words: ids as they are, names in the group. */
export function userIdentities(state: CloudState, group: string, words: readonly string[]): readonly ResourceId[] {
  return words.filter((word) => word !== system).map((word) => idOrName(state, group, 'userAssignedIdentity', word));
}

function assign(context: Context, given: Given, host: Host, family: IdentityFamily): Reply {
  const wanted = wantedIdentities(context.state, host, some(given, 'identities'));
  const scope = one(given, 'scope');
  const role = one(given, 'role') ?? (scope === null ? null : family.defaultRole);
  const problem = roleProblem(scope, has(given, 'role') ? role : null, role, wanted, family);
  if (problem !== null) return failed(problem);
  return assignIdentities(context, host, wanted, {
    grant: scope === null || role === null ? null : { role, scope },
    finish: (after) => ({
      value: family.assigned === 'ids' ? assignedJson(after) : identityJson(after, context.state.tenantId),
      warnings: family.warns?.(context, after) ?? [],
    }),
  });
}

function roleProblem(
  scope: string | null,
  typed: string | null,
  role: string | null,
  wanted: Wanted,
  family: IdentityFamily,
): string | null {
  if (family.defaultRole === null && (scope === null) !== (typed === null)) {
    return 'usage error: please specify both --role and --scope when assigning a role to the managed identity';
  }
  if (scope !== null && !wanted.system) {
    return "usage error: '--scope'/'--role' is only applicable when assign system identity";
  }
  return scope !== null && role !== null && readRole(role) === null ? `Role '${role}' doesn't exist.` : null;
}

/** A role by its exact name, its GUID or the id of its definition. */
export function readRole(text: string): RoleId | null {
  return (findRoleByName(text) ?? findRole(nameOf(text)))?.id ?? null;
}

interface Assigning {
  /** A role that the system-assigned identity is to have. */
  readonly grant: { readonly role: string; readonly scope: string } | null;
  readonly finish: (host: Host) => Answer;
}

/** Gives identities to a host: one at a time as it is, several in one PATCH that names them all. */
export function assignIdentities(context: Context, host: Host, wanted: Wanted, how: Assigning): Reply {
  const steps: Next[] = [() => assignCommand(host, wanted)];
  if (how.grant !== null) steps.push(grantTo(host.id, how.grant));
  return give(
    context,
    steps,
    ({ after }) => {
      const changed = hostAt(after, host.id);
      return changed === null ? {} : how.finish(changed);
    },
    { tolerates: ['RoleAssignmentExists'] },
  );
}

function assignCommand(host: Host, { system: isSystem, users }: Wanted): Command {
  const [first] = users;
  if (first === undefined) return { type: 'EnableSystemAssignedIdentity', resourceId: host.id };
  if (!isSystem && users.length === 1) {
    return { type: 'AttachUserAssignedIdentity', resourceId: host.id, identityId: first };
  }
  const hasSystem = isSystem || systemPrincipalOf(host.identity) !== null;
  return {
    type: 'WriteIdentity',
    resourceId: host.id,
    method: 'PATCH',
    identity: {
      type: hasSystem ? 'SystemAssigned, UserAssigned' : 'UserAssigned',
      userAssignedIdentities: Object.fromEntries(users.map((id) => [id, {}])),
    },
  };
}

/** The role assignment that the CLI makes for a host's new system-assigned identity (facts: control-plane §6.4). */
export function grantTo(hostId: string, { role, scope }: { readonly role: string; readonly scope: string }): Next {
  return (state) => {
    const host = hostAt(state, hostId);
    const principalId = host === null ? null : systemPrincipalOf(host.identity);
    const roleId = readRole(role);
    if (principalId === null || roleId === null) return null;
    return { type: 'CreateRoleAssignment', scope, roleId, principalId };
  };
}

/** facts: control-plane §6.5; ids are compared, and printed where they are not attached, in lower case. */
export function removeIdentities(context: Context, host: Host, wanted: Wanted): Reply {
  const held = attachedTo(host.identity);
  const strangers = wanted.users.filter((id) => !held.some(({ identityId }) => sameId(identityId, id)));
  if (strangers.length > 0) {
    return failed(`'${strangers.map(idKey).join(',')}' are not associated with '${nameOf(host.name)}'`);
  }
  return give(
    context,
    () => removeCommand(host, wanted),
    ({ after }) => shown(hostAt(after, host.id), context),
  );
}

function shown(host: Host | null, context: Context): { readonly value: Json } {
  return { value: host === null ? null : identityJson(host, context.state.tenantId) };
}

function removeCommand(host: Host, { system: isSystem, users }: Wanted): Command {
  const [first] = users;
  if (first === undefined) return { type: 'DisableSystemAssignedIdentity', resourceId: host.id };
  if (!isSystem && users.length === 1) {
    return { type: 'DetachUserAssignedIdentity', resourceId: host.id, identityId: first };
  }
  const left = attachedTo(host.identity).length - users.length;
  const keepsSystem = !isSystem && systemPrincipalOf(host.identity) !== null;
  return {
    type: 'WriteIdentity',
    resourceId: host.id,
    method: 'PATCH',
    identity: {
      type: typeLeft(keepsSystem, left > 0),
      ...(left > 0 ? { userAssignedIdentities: Object.fromEntries(users.map((id) => [id, null])) } : {}),
    },
  };
}

function typeLeft(system: boolean, users: boolean): string {
  if (system) return users ? 'SystemAssigned, UserAssigned' : 'SystemAssigned';
  return users ? 'UserAssigned' : 'None';
}
