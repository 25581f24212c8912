import { groupNameOf, nameOf } from '#domain/arm/resource-id.ts';
import type { ResourceKind } from '#domain/arm/resource.ts';
import { findResource } from '#domain/arm/state.ts';
import type { CommandOf } from '#domain/cloud/command.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { findRole } from '#domain/rbac/roles.ts';
import { az, line, parentName, place } from './line.ts';

/** `az … identity assign|remove`; null for what is no host. */
export function printIdentity(
  state: CloudState,
  hostId: string,
  verb: 'assign' | 'remove',
  identityId: string | null,
): string | null {
  const kind = findResource(state.arm, hostId)?.kind;
  if (kind === undefined) return null;
  if (kind === 'containerApp') {
    const what = identityId === null ? ['--system-assigned'] : ['--user-assigned', identityId];
    return line(az(kind, 'identity', verb), place(hostId), what);
  }
  if (!hasIdentityCommands(kind)) return null;
  const what = identityId === null ? [] : ['--identities', identityId];
  return line(az(kind, 'identity', verb), siteOrHost(kind, hostId), what);
}

function hasIdentityCommands(kind: ResourceKind): boolean {
  return ['virtualMachine', 'vmScaleSet', 'webApp', 'webAppSlot', 'functionApp'].includes(kind);
}

/** A slot is named beside its app. */
export function siteOrHost(kind: ResourceKind, id: string): readonly string[] {
  if (kind !== 'webAppSlot') return place(id);
  return ['-g', groupNameOf(id) ?? '', '-n', parentName(id), '--slot', nameOf(id)];
}

/** By object id, so that nobody has to be looked up; the type is always said where it is known (facts: control-plane §5.3). */
export function printAssignment(command: CommandOf<'CreateRoleAssignment'>): string {
  const { principalId, principalType, roleId, scope, name, condition } = command;
  return line(
    ['az', 'role', 'assignment', 'create', '--assignee-object-id', principalId],
    principalType === undefined ? null : ['--assignee-principal-type', principalType],
    ['--role', findRole(roleId)?.name ?? roleId, '--scope', scope],
    name === undefined ? null : ['--name', name],
    condition === undefined ? null : ['--condition', condition, '--condition-version', '2.0'],
  );
}

/** Names the identity and the credential, each by its own argument. */
export function printCredential(command: CommandOf<'CreateFederatedCredential'>): string {
  const { identityId, name, issuer, subject, audiences } = command;
  return line(
    ['az', 'identity', 'federated-credential', 'create', '-g', groupNameOf(identityId) ?? ''],
    ['--identity-name', nameOf(identityId), '-n', name, '--issuer', issuer, '--subject', subject],
    ['--audiences', ...audiences],
  );
}
