import * as dictionary from '#domain/kernel/dictionary.ts';
import { idKey } from '#domain/arm/resource-id.ts';
import type { Host } from '#domain/arm/resource.ts';
import { has, need } from '../arguments.ts';
import { give, value } from '../reply.ts';
import type { Context } from '../reply.ts';
import {
  groupArgument,
  ignored,
  ignoredFlag,
  locationArgument,
  nameArgument,
  named,
  noWaitArgument,
  requiredGroup,
  tagsArgument,
} from './command.ts';
import type { AzCommand } from './command.ts';
import { assignIdentityArgument, createHost, noAccessWarning } from './create-host.ts';
import { listed, withResource } from './find.ts';
import { identityCommands, roleArgument, scopeArgument } from './host-identity.ts';
import { assignedJson, resourceJson } from './shapes.ts';
import { row } from './vm.ts';

/** facts: corrections 17; the words are azure-cli's `assign_vmss_identity`. */
function manualUpgrade({ state }: Context, { id, name, resourceGroup }: Host): readonly string[] {
  if (!dictionary.has(state.compute.manual, idKey(id))) return [];
  return [
    `With manual upgrade mode, you will need to run 'az vmss update-instances -g ${resourceGroup} -n ${name} --instance-ids *' to propagate the change`,
  ];
}

/** `az vmss`: the identity of a scale set and its instances (facts: corrections 17). */
export const scaleSetCommands: readonly AzCommand[] = [
  {
    name: 'vmss create',
    help: 'Create an Azure Virtual Machine Scale Set.',
    takes: [
      nameArgument('scale set'),
      requiredGroup,
      locationArgument,
      assignIdentityArgument,
      roleArgument,
      scopeArgument,
      tagsArgument,
      {
        key: 'upgrade',
        names: ['--upgrade-policy-mode'],
        help: 'Specify the mode of an upgrade to virtual machines in the scale set.',
        choices: ['Automatic', 'Manual'],
      },
      ignored('--image'),
      ignored('--orchestration-mode'),
      ignored('--instance-count'),
      ignored('--admin-username'),
      ignoredFlag('--generate-ssh-keys'),
    ],
    run: (context, given) =>
      createHost(context, given, {
        kind: 'vmScaleSet',
        defaultRole: null,
        more: has(given, 'upgrade')
          ? { upgradeMode: need(given, 'upgrade').toLowerCase() === 'manual' ? 'Manual' : 'Automatic' }
          : {},
        finish: (host) => ({
          value: { vmss: { id: host.id, name: host.name, location: host.location, identity: assignedJson(host) } },
          warnings: noAccessWarning(host, given, 'az vmss show'),
        }),
      }),
  },
  {
    name: 'vmss show',
    help: 'Get details on VMs within a VMSS.',
    takes: named('scale set'),
    run: (context, given) =>
      withResource(context, given, ['vmScaleSet'], (set) => value(resourceJson(context.state, set))),
  },
  {
    name: 'vmss list',
    help: 'List VMSS.',
    takes: [groupArgument],
    run: (context, given) =>
      value(listed(context, given, ['vmScaleSet']).map((set) => resourceJson(context.state, set))),
    row,
  },
  {
    name: 'vmss delete',
    help: 'Delete a VM scale set.',
    takes: [...named('scale set'), noWaitArgument],
    run: (context, given) =>
      withResource(context, given, ['vmScaleSet'], ({ id }) =>
        give(
          context,
          () => ({ type: 'DeleteResource', id }),
          () => ({}),
        ),
      ),
  },
  ...identityCommands({
    prefix: 'vmss',
    noun: 'VMSS',
    kinds: ['vmScaleSet'],
    defaultRole: null,
    assigned: 'ids',
    slots: false,
    warns: manualUpgrade,
  }),
  {
    name: 'vmss update-instances',
    help: 'Upgrade VMs within a VMSS.',
    takes: [
      ...named('scale set'),
      {
        key: 'instances',
        names: ['--instance-ids'],
        help: 'Space-separated list of IDs, or *.',
        required: true,
        takes: 'some',
      },
      noWaitArgument,
    ],
    run: (context, given) =>
      withResource(context, given, ['vmScaleSet'], ({ id }) =>
        give(
          context,
          () => ({ type: 'UpdateScaleSetInstances', id }),
          () => ({}),
        ),
      ),
  },
];
