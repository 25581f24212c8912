import type { HostKind, Host } from '#domain/arm/resource.ts';
import type { CreateResource } from '#domain/cloud/command.ts';
import { systemPrincipalOf } from '#domain/arm/identity-block.ts';
import { has, one, some } from '../arguments.ts';
import type { Argument, Given } from '../arguments.ts';
import { failed, give } from '../reply.ts';
import type { Answer, Context, Next, Reply } from '../reply.ts';
import { locationArgument, nameArgument, requiredGroup, tagsArgument } from './command.ts';
import { groupName } from './find.ts';
import { grantTo, readRole, roleArgument, scopeArgument, userIdentities } from './host-identity.ts';
import { creation, idToBe } from './resource-verbs.ts';
import { hostAt } from './shapes.ts';

export const assignIdentityArgument: Argument = {
  key: 'assignIdentity',
  names: ['--assign-identity'],
  help: "System or user assigned identities separated by spaces. Use '[system]' to refer to the system assigned identity, or a resource ID to refer to a user assigned identity. Without a value it means '[system]'.",
  takes: 'any',
};

/** What the creation of a machine takes, with the identity and the role that it begins with. */
export function hostArguments(of: string): readonly Argument[] {
  const identity = [assignIdentityArgument, roleArgument, scopeArgument];
  return [nameArgument(of), requiredGroup, locationArgument, ...identity, tagsArgument];
}

interface Creating {
  readonly kind: HostKind;
  readonly defaultRole: string | null;
  readonly finish: (host: Host, given: Given) => Answer;
  readonly more?: Partial<CreateResource>;
}

/** Creates a host with the identities and the role that were asked for (facts: control-plane §6.1, §6.4). */
export function createHost(context: Context, given: Given, { kind, defaultRole, finish, more }: Creating): Reply {
  const scope = one(given, 'scope');
  const wantsIdentity = has(given, 'assignIdentity');
  const role = one(given, 'role') ?? (scope === null ? null : defaultRole);
  const problem = problemOf(given, scope, role, defaultRole);
  if (problem !== null) return failed(problem);
  const words = some(given, 'assignIdentity');
  const command = creation(context, given, kind, {
    ...(wantsIdentity
      ? {
          identity: {
            systemAssigned: words.length === 0 || words.includes('[system]'),
            userAssigned: userIdentities(context.state, groupName(context, given) ?? '', words),
          },
        }
      : {}),
    ...more,
  });
  const id = idToBe(context, command);
  const steps: Next[] = [() => command];
  if (wantsIdentity && scope !== null && role !== null) steps.push(grantTo(id, { role, scope }));
  return give(
    context,
    steps,
    ({ after }) => {
      const host = hostAt(after, id);
      return host === null ? {} : finish(host, given);
    },
    { tolerates: ['RoleAssignmentExists'] },
  );
}

function problemOf(given: Given, scope: string | null, role: string | null, defaultRole: string | null): string | null {
  const asksRole = scope !== null || has(given, 'role');
  if (!has(given, 'assignIdentity')) {
    return asksRole ? 'usage error: --assign-identity [--scope SCOPE] [--role ROLE]' : null;
  }
  if (defaultRole === null && (scope === null) !== !has(given, 'role')) {
    return 'usage error: please specify both --role and --scope when assigning a role to the managed identity';
  }
  const words = some(given, 'assignIdentity');
  if (scope !== null && words.length > 0 && !words.includes('[system]')) {
    return "usage error: '--scope'/'--role' is only applicable when assign system identity";
  }
  return scope !== null && role !== null && readRole(role) === null ? `Role '${role}' doesn't exist.` : null;
}

/** The warning after a creation with a system-assigned identity and no scope; `pricipal` is Azure's own (facts: control-plane §6.2). */
export function noAccessWarning(host: Host, given: Given, show: string): readonly string[] {
  if (has(given, 'scope') || systemPrincipalOf(host.identity) === null) return [];
  const { name, resourceGroup: group } = host;
  return [
    `No access was given yet to the '${name}', because '--scope' was not provided. You should setup by creating a role assignment, e.g. 'az role assignment create --assignee <principal-id> --role contributor -g ${group}' would let it access the current resource group. To get the pricipal id, run '${show} -g ${group} -n ${name} --query "identity.principalId" -otsv'`,
  ];
}
