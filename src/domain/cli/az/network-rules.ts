import type { Resource, TargetKind } from '#domain/arm/resource.ts';
import type { CommandOf } from '#domain/cloud/command.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { firewallOf } from '#domain/network/state.ts';
import type { Firewall } from '#domain/network/state.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { chosen, has, need, some } from '../arguments.ts';
import type { Argument, Given } from '../arguments.ts';
import { failed, give, value } from '../reply.ts';
import type { Context, Reply } from '../reply.ts';
import { groupArgument } from './command.ts';
import type { AzCommand } from './command.ts';
import { findGlobally } from './find.ts';
import { resourceJson, shownAt } from './shapes.ts';
import { at } from '#domain/kernel/json.ts';

/** Arguments of an update that say who gets in where no rule says otherwise. */
export const defaultActionArguments: readonly Argument[] = [
  {
    key: 'defaultAction',
    names: ['--default-action'],
    help: 'Default action to apply when no rule matches.',
    choices: ['Allow', 'Deny'],
  },
  {
    key: 'bypass',
    names: ['--bypass'],
    help: 'Bypass traffic for space-separated uses.',
    choices: ['None', 'AzureServices'],
  },
  {
    key: 'publicAccess',
    names: ['--public-network-access'],
    help: 'Control permission for data plane traffic coming from public networks.',
    choices: ['Enabled', 'Disabled'],
  },
];

/** The change of the network rules that an update asks for; null where it asks for none. */
export function firewallFrom(state: CloudState, given: Given, id: ResourceId): CommandOf<'SetFirewall'> | null {
  const asked = ['defaultAction', 'bypass', 'publicAccess'].some((key) => has(given, key));
  if (!asked) return null;
  const held = firewallOf(state.network, id);
  const bypass = chosen(given, 'bypass', ['None', 'AzureServices']);
  const access = chosen(given, 'publicAccess', ['Enabled', 'Disabled']);
  return {
    type: 'SetFirewall',
    resourceId: id,
    firewall: {
      ...held,
      defaultAction: chosen(given, 'defaultAction', ['Allow', 'Deny']) ?? held.defaultAction,
      trustedServices: bypass === null ? held.trustedServices : bypass === 'AzureServices',
      publicAccess: access === null ? held.publicAccess : access === 'Enabled',
    },
  };
}

/** `network-rule add`, `remove` and `list` of vaults and storage accounts. */
export function networkRuleCommands(prefix: string, kind: TargetKind, noun: string): readonly AzCommand[] {
  const isVault = prefix === 'keyvault';
  const target: Argument = {
    key: 'target',
    names: isVault ? ['--name', '-n'] : ['--account-name', '-n'],
    help: `Name of the ${noun}.`,
    required: true,
  };
  const address: Argument = {
    key: 'address',
    names: ['--ip-address'],
    help: 'IPv4 address or CIDR range.',
    required: true,
    takes: 'some',
  };
  const write = (context: Context, given: Given, change: (held: readonly string[]) => readonly string[]): Reply =>
    withTarget(context, given, kind, noun, ({ id }) =>
      give(
        context,
        (state) => withAddresses(state, id, change),
        ({ after }) => shownAt(after, id),
      ),
    );
  return [
    {
      name: `${prefix} network-rule add`,
      help: `Add a network rule to the network ACLs of a ${noun}.`,
      takes: [target, groupArgument, address],
      run: (context, given) =>
        write(context, given, (held) => [...new Set([...held, ...some(given, 'address').map(bare)])]),
    },
    {
      name: `${prefix} network-rule remove`,
      help: `Remove a network rule from the network ACLs of a ${noun}.`,
      takes: [target, groupArgument, address],
      run: (context, given) =>
        write(context, given, (held) => held.filter((each) => !some(given, 'address').map(bare).includes(each))),
    },
    {
      name: `${prefix} network-rule list`,
      help: `List the network rules from the network ACLs of a ${noun}.`,
      takes: [target, groupArgument],
      run: (context, given) =>
        withTarget(context, given, kind, noun, (resource) => value(rulesOf(context.state, resource))),
    },
  ];
}

function withTarget(
  context: Context,
  given: Given,
  kind: TargetKind,
  noun: string,
  act: (resource: Resource) => Reply,
): Reply {
  const name = need(given, 'target');
  const resource = findGlobally(context.state, kind, name);
  return resource === undefined ? failed(`The ${noun} '${name}' not found within subscription.`) : act(resource);
}

function withAddresses(
  state: CloudState,
  id: ResourceId,
  change: (held: readonly string[]) => readonly string[],
): CommandOf<'SetFirewall'> {
  const held: Firewall = firewallOf(state.network, id);
  return {
    type: 'SetFirewall',
    resourceId: id,
    firewall: { ...held, allowedAddresses: change(held.allowedAddresses) },
  };
}

function rulesOf(state: CloudState, resource: Resource) {
  const json = resourceJson(state, resource);
  return at(json, 'networkRuleSet') ?? at(json, 'properties', 'networkAcls') ?? null;
}

/** `/32` is one address. */
function bare(address: string): string {
  return address.endsWith('/32') ? address.slice(0, -3) : address;
}
