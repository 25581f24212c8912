import * as dictionary from '#domain/kernel/dictionary.ts';
import { idKey } from '#domain/arm/resource-id.ts';
import type { Host } from '#domain/arm/resource.ts';
import { has, need } from '../../arguments.ts';
import { giveSilently } from '../../reply.ts';
import type { Context } from '../../reply.ts';
import { groupArgument, ignored, ignoredFlag, named, noWaitArgument } from '../command.ts';
import type { AzCommand } from '../command.ts';
import { createHost, hostArguments, noAccessWarning } from '../create-host.ts';
import { withResource } from '../find.ts';
import { identityCommands } from '../host-identity.ts';
import { deleteCommand, listCommand, showCommand } from '../resource-verbs.ts';
import { assignedJson } from '../shapes.ts';
import { machineRow } from './vm.ts';

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
      ...hostArguments('scale set'),
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
  showCommand({
    name: 'vmss show',
    help: 'Get details on VMs within a VMSS.',
    kind: 'vmScaleSet',
    takes: named('scale set'),
  }),
  listCommand({
    name: 'vmss list',
    help: 'List VMSS.',
    kind: 'vmScaleSet',
    takes: [groupArgument],
    row: machineRow,
  }),
  deleteCommand({
    name: 'vmss delete',
    help: 'Delete a VM scale set.',
    kind: 'vmScaleSet',
    takes: [...named('scale set'), noWaitArgument],
    prompts: false,
  }),
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
        giveSilently(context, () => ({ type: 'UpdateScaleSetInstances', id })),
      ),
  },
];
