import { findResource } from '#domain/arm/state.ts';
import type { Command, CommandOf } from '#domain/cloud/command.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { signInName } from '#domain/entra/built-in.ts';
import { groupNameOf, nameOf } from '#domain/arm/resource-id.ts';
import { restRequest } from '#domain/rest/print.ts';
import { prefixes, az, line, parentName, place, tagWords } from './print/line.ts';
import * as data from './print/data.ts';
import { curlLine } from '#domain/rest/forms/curl-line.ts';
import { printAssignment, printCredential, printIdentity, siteOrHost } from './print/identity.ts';
import { printCreate, printDelete, printLock } from './print/resources.ts';

type Printer<Type extends Command['type']> = (state: CloudState, command: CommandOf<Type>) => string | null;

const none = (): null => null;

const powerVerbs = { start: 'start', powerOff: 'stop', deallocate: 'deallocate', restart: 'restart' } as const;

const resourcePrinters = {
  CreateResourceGroup: (_state, { name, location, tags }) =>
    line(
      'az',
      'group',
      'create',
      '-n',
      name,
      '-l',
      location,
      ...(tags === undefined ? [] : ['--tags', tagWords(tags)]),
    ),
  DeleteResourceGroup: (_state, { name }) => line('az', 'group', 'delete', '-n', name, '--yes'),
  CreateResource: printCreate,
  DeleteResource: printDelete,
  SetTags: (_state, { id, tags }) => line('az', 'tag', 'create', '--resource-id', id, tagWords(tags)),
  MoveResource: (_state, { id, resourceGroup }) =>
    line('az', 'resource', 'move', '--ids', id, '--destination-group', resourceGroup),
  CreateLock: (state, command) => printLock(state, command, ['az', 'lock', 'create', '-t', command.level]),
  DeleteLock: (state, command) => printLock(state, command, ['az', 'lock', 'delete']),
  PurgeDeletedVault: (_state, { name }) => line('az', 'keyvault', 'purge', '-n', name),
  RecoverDeletedVault: (_state, { name }) => line('az', 'keyvault', 'recover', '-n', name),
  SetPower: (state, { id, action }) => {
    if (findResource(state.arm, id)?.kind !== 'virtualMachine') return null;
    return line('az', 'vm', powerVerbs[action], place(id));
  },
  UpdateScaleSetInstances: (_state, { id }) => line('az', 'vmss', 'update-instances', place(id), '--instance-ids', '*'),
  RunCommand: (_state, { id, request }) =>
    line(
      'az',
      'vm',
      'run-command',
      'invoke',
      place(id),
      '--command-id',
      'RunShellScript',
      '--scripts',
      curlLine(request),
    ),
} satisfies { readonly [Type in Command['type']]?: Printer<Type> };

const identityPrinters = {
  EnableSystemAssignedIdentity: (state, { resourceId }) => printIdentity(state, resourceId, 'assign', null),
  DisableSystemAssignedIdentity: (state, { resourceId }) => printIdentity(state, resourceId, 'remove', null),
  AttachUserAssignedIdentity: (state, command) =>
    printIdentity(state, command.resourceId, 'assign', command.identityId),
  DetachUserAssignedIdentity: (state, command) =>
    printIdentity(state, command.resourceId, 'remove', command.identityId),
  CreateFederatedCredential: (_state, command) => printCredential(command),
  DeleteFederatedCredential: (_state, { identityId, name }) =>
    line(
      ['az', 'identity', 'federated-credential', 'delete', '-g', groupNameOf(identityId) ?? ''],
      ['--identity-name', nameOf(identityId), '-n', name, '--yes'],
    ),
  CreateRoleAssignment: (_state, command) => printAssignment(command),
  DeleteRoleAssignment: (_state, { id }) => line('az', 'role', 'assignment', 'delete', '--ids', id),
  CreateUser: (state, { name }) => printUser(state, name),
  CreateGroup: (_state, { name }) =>
    line(
      'az',
      'ad',
      'group',
      'create',
      '--display-name',
      name,
      '--mail-nickname',
      signInName(name).split('@')[0] ?? '',
    ),
  AddGroupMember: (_state, { groupId, memberId }) =>
    line('az', 'ad', 'group', 'member', 'add', '--group', groupId, '--member-id', memberId),
  RemoveGroupMember: (_state, { groupId, memberId }) =>
    line('az', 'ad', 'group', 'member', 'remove', '--group', groupId, '--member-id', memberId),
  RequestUserToken: (_state, { resource }) => line('az', 'account', 'get-access-token', '--resource', resource),
} satisfies { readonly [Type in Command['type']]?: Printer<Type> };

const dataPrinters = {
  SetSecret: (_state, { vaultId, name, value }) => data.printSecret('set', vaultId, name, value),
  DeleteSecret: (_state, { vaultId, name }) => data.printSecret('delete', vaultId, name),
  RecoverDeletedSecret: (_state, { vaultId, name }) => data.printSecret('recover', vaultId, name),
  PurgeDeletedSecret: (_state, { vaultId, name }) => data.printSecret('purge', vaultId, name),
  SetPermissionModel: (_state, { vaultId, model }) =>
    line('az', 'keyvault', 'update', '-n', nameOf(vaultId), '--enable-rbac-authorization', String(model === 'rbac')),
  SetAccessPolicy: data.printPolicy,
  // `az storage container-rm`, which asks Azure Resource Manager, is none of the terminal's commands.
  CreateContainer: (_state, { accountId, name, plane }) =>
    plane === undefined ? data.printContainer('create', accountId, name) : null,
  DeleteContainer: (_state, { accountId, name, plane }) =>
    plane === undefined ? data.printContainer('delete', accountId, name) : null,
  UploadBlob: (_state, command) => data.printBlob('upload', command, command.content),
  DeleteBlob: (_state, command) => data.printBlob('delete', command),
  SetSharedKeyAccess: (_state, { accountId, allowed }) =>
    line(az('storageAccount', 'update'), place(accountId), '--allow-shared-key-access', String(allowed)),
  ListAccountKeys: (_state, { accountId }) => line(az('storageAccount', 'keys', 'list'), place(accountId)),
  RegenerateAccountKey: (_state, { accountId, key }) =>
    line(az('storageAccount', 'keys', 'renew'), place(accountId), '--key', key === 1 ? 'primary' : 'secondary'),
  SetFirewall: data.printFirewall,
  SetSqlAdministrator: data.printAdministrator,
  AssignCosmosRole: (_state, command) => data.printCosmosRole(command),
  SetAppSettings: (state, { id, settings }) => {
    const kind = findResource(state.arm, id)?.kind ?? 'webApp';
    return data.printSettings(['az', ...prefixes[kind].split(' ')], siteOrHost(kind, id), settings);
  },
  SwapSlots: (_state, { id }) =>
    line(
      ['az', 'webapp', 'deployment', 'slot', 'swap', '-g', groupNameOf(id) ?? '', '-n', parentName(id)],
      ['--slot', nameOf(id), '--target-slot', 'production'],
    ),
} satisfies { readonly [Type in Command['type']]?: Printer<Type> };

const printers: { readonly [Type in Command['type']]: Printer<Type> } = {
  ...resourcePrinters,
  ...identityPrinters,
  ...dataPrinters,
  // What the CLI has no words for is a request: see `azRestLine`.
  WriteIdentity: none,
  RegisterApplication: none,
  AssignAppRole: none,
  RemoveAppRole: none,
  SetReferenceIdentity: none,
  SetAuthentication: none,
  RemoveCosmosRole: none,
  // Kubernetes, what code does, what a platform does, and the simulator's own.
  CreateServiceAccount: none,
  DeleteServiceAccount: none,
  RequestToken: none,
  CallTarget: none,
  ResolveKeyVaultReference: none,
  OpenConnection: none,
  SetImdsFault: none,
  CreateDenyAssignment: none,
  DeleteDenyAssignment: none,
  AdvanceClock: none,
  SetRoleDelay: none,
  SetReplicationDelay: none,
};

function printUser(_state: CloudState, name: string): string {
  const words = ['--display-name', name, '--user-principal-name', signInName(name), '--password', '<password>'];
  return line(['az', 'ad', 'user', 'create', ...words]);
}

/**
 * The line of the CLI that is this command; `az rest` where it has no words of its own. Null for what nobody types:
 * code's own requests, and what is the simulator's alone.
 */
export function azLine(state: CloudState, command: Command): string | null {
  const print = printers[command.type] as Printer<Command['type']>;
  return print(state, command) ?? azRestLine(state, command);
}

/** The same by `az rest`. */
function azRestLine(state: CloudState, command: Command): string | null {
  const request = restRequest(state, command);
  if (request === null) return null;
  const { method, url, body } = request;
  const data = body === '' ? null : ['--body', body];
  return line('az', 'rest', '--method', method.toLowerCase(), '--url', url, data);
}
