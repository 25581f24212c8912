import { kindsOfType } from '#domain/arm/kinds.ts';
import {
  groupNameOf,
  isWithin,
  nameOf,
  readResourceId,
  resourceId,
  sameId,
  subscriptionScope,
} from '#domain/arm/resource-id.ts';
import { findResource } from '#domain/arm/state.ts';
import type { CommandOf, CreateResource } from '#domain/cloud/command.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { groupNamed } from '../az/find.ts';
import { az, line, parentName, place, tagWords } from './line.ts';

type Create = CreateResource;

/** `az … create`; null where the CLI has no words for what is asked. */
export function printCreate(state: CloudState, command: Create): string | null {
  const { kind, resourceGroup, name } = command;
  const at = ['-g', resourceGroup, '-n', name];
  switch (kind) {
    case 'virtualMachine':
      return line(az(kind, 'create'), at, region(command), ['--image', 'Ubuntu2204'], identity(command), tags(command));
    case 'vmScaleSet': {
      const mode = command.upgradeMode === undefined ? [] : ['--upgrade-policy-mode', command.upgradeMode];
      return line(
        az(kind, 'create'),
        at,
        region(command),
        ['--image', 'Ubuntu2204'],
        mode,
        identity(command),
        tags(command),
      );
    }
    case 'webApp':
      if (!isAtGroup(state, command)) return null;
      return line(az(kind, 'create'), at, ['--plan', 'plan-shop'], identity(command), tags(command));
    case 'functionApp': {
      const plan = ['--storage-account', 'stfunctions', '--consumption-plan-location', command.location];
      return line(az(kind, 'create'), at, plan, identity(command), tags(command));
    }
    case 'webAppSlot':
      return printSlot(state, command);
    case 'containerApp':
      if (!isAtGroup(state, command)) return null;
      return line(az(kind, 'create'), at, ['--environment', 'env-shop'], containerIdentity(command), tags(command));
    case 'keyVault':
      return line(az(kind, 'create'), at, region(command), vaultWords(command), tags(command));
    default:
      return hasIdentity(command) ? null : printPlain(state, command, at);
  }
}

function printPlain(state: CloudState, command: Create, at: readonly string[]): string | null {
  const { kind, location } = command;
  switch (kind) {
    case 'sqlDatabase': {
      const [server = '', database = ''] = command.name.split('/');
      const held = findResource(
        state.arm,
        resourceId(state.subscriptionId, command.resourceGroup, 'sqlServer', server),
      );
      if (held?.location !== location || command.tags !== undefined) return null;
      return line(az(kind, 'create'), ['-g', command.resourceGroup, '-s', server, '-n', database]);
    }
    case 'cosmosAccount':
      return line(az(kind, 'create'), at, ['--locations', `regionName=${location}`], tags(command));
    case 'aksCluster': {
      const workload = ['--enable-oidc-issuer', '--enable-workload-identity'];
      return line(az(kind, 'create'), at, region(command), workload, tags(command));
    }
    default:
      return line(az(kind, 'create'), at, region(command), tags(command));
  }
}

/** The CLI puts a slot where its app is, without identity and tags. */
function printSlot(state: CloudState, command: Create): string | null {
  const [app = '', slot = ''] = command.name.split('/');
  const held = findResource(state.arm, resourceId(state.subscriptionId, command.resourceGroup, 'webApp', app));
  if (held?.location !== command.location || hasIdentity(command) || command.tags !== undefined) return null;
  const prefix = held.kind === 'functionApp' ? 'functionApp' : 'webApp';
  return line(az(prefix, 'deployment', 'slot', 'create'), ['-g', command.resourceGroup, '-n', app, '--slot', slot]);
}

function region({ location }: Create): readonly string[] {
  return ['-l', location];
}

/** Apps lie where their plan or environment is, which the simulator takes from the group. */
function isAtGroup(state: CloudState, { resourceGroup, location }: Create): boolean {
  return groupNamed(state, resourceGroup)?.location === location;
}

function hasIdentity({ identity }: Create): boolean {
  return identity !== undefined && (identity.systemAssigned || identity.userAssigned.length > 0);
}

function identity(command: Create): readonly string[] {
  const { identity: wanted } = command;
  if (wanted === undefined || !hasIdentity(command)) return [];
  return ['--assign-identity', ...(wanted.systemAssigned ? ['[system]'] : []), ...wanted.userAssigned];
}

function containerIdentity(command: Create): readonly string[] {
  const { identity: wanted } = command;
  if (wanted === undefined) return [];
  const users = wanted.userAssigned.length === 0 ? [] : ['--user-assigned', ...wanted.userAssigned];
  return [...(wanted.systemAssigned ? ['--system-assigned'] : []), ...users];
}

/** Always said: who leaves it out gets another default from another tool (facts: corrections 6). */
function vaultWords({ permissionModel, retentionDays }: Create): readonly string[] {
  const model = ['--enable-rbac-authorization', String(permissionModel !== 'accessPolicies')];
  return [...model, ...(retentionDays === undefined ? [] : ['--retention-days', String(retentionDays)])];
}

function tags(command: Create): readonly string[] {
  return command.tags === undefined ? [] : tagWords(command.tags);
}

const asksFirst: readonly string[] = [
  'virtualMachine',
  'containerApp',
  'aksCluster',
  'sqlServer',
  'sqlDatabase',
  'cosmosAccount',
];

/** The deletion by the service's own command; null for an id that stands for no kind. */
export function printDelete(state: CloudState, { id }: CommandOf<'DeleteResource'>): string | null {
  const kind = findResource(state.arm, id)?.kind ?? kindsOfType(readResourceId(id)?.armType ?? '')[0];
  if (kind === undefined) return null;
  const yes = asksFirst.includes(kind) ? ['--yes'] : [];
  switch (kind) {
    case 'keyVault':
      return line(az(kind, 'delete'), ['-n', nameOf(id)]);
    case 'webAppSlot':
      return line(az(kind, 'delete'), ['-g', groupNameOf(id) ?? '', '-n', parentName(id), '--slot', nameOf(id)]);
    case 'sqlDatabase':
      return line(['az', 'resource', 'delete', '--ids', id]);
    default:
      return line(az(kind, 'delete'), place(id), yes);
  }
}

/** `--resource` takes an id, so that no type has to be named. */
export function printLock(
  { subscriptionId }: CloudState,
  { scope, name }: { readonly scope: string; readonly name: string },
  words: readonly string[],
): string {
  const group = groupNameOf(scope);
  if (sameId(scope, subscriptionScope(subscriptionId))) return line(words, ['-n', name]);
  const isGroup =
    group !== null && !scope.includes('/providers/') && isWithin(subscriptionScope(subscriptionId), scope);
  return line(words, ['-n', name], isGroup ? ['-g', group] : ['--resource', scope]);
}
