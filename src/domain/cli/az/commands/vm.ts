import type { CommandOf } from '#domain/cloud/command.ts';
import type { PowerAction } from '#domain/compute/state.ts';
import { toIso } from '#domain/kernel/instant.ts';
import type { Json, JsonObject } from '#domain/kernel/json.ts';
import { has, some } from '../../arguments.ts';
import type { Given } from '../../arguments.ts';
import { readCurl } from '../../curl/read.ts';
import { answerTo } from '../../refusal.ts';
import { failed, give } from '../../reply.ts';
import type { Context, Outcome, Reply } from '../../reply.ts';
import { groupArgument, ignored, ignoredFlag, named, noWaitArgument, yesArgument } from '../command.ts';
import type { AzCommand } from '../command.ts';
import { createHost, hostArguments, noAccessWarning } from '../create-host.ts';
import { withResource } from '../find.ts';
import { identityCommands } from '../host-identity.ts';
import { deleteCommand, listCommand, showCommand } from '../resource-verbs.ts';
import { assignedJson, powerJson } from '../shapes.ts';
import { shellWords } from '../../words.ts';

const machine = 'virtual machine';

const details = {
  key: 'details',
  names: ['--show-details', '-d'],
  help: 'Show public ip address, FQDN, and power states.',
  takes: 'flag',
} as const;

/** Name, group, location and zones, as `az vm list -o table` shows them. */
export function machineRow(item: Json): Json {
  const { name, resourceGroup, location, powerState } = item as JsonObject;
  return {
    Name: name ?? null,
    ResourceGroup: resourceGroup ?? null,
    ...(powerState === undefined ? {} : { PowerState: powerState }),
    Location: location ?? null,
    Zones: '',
  };
}

function powerDetails({ state }: Context, given: Given, id: string): JsonObject {
  return has(given, 'details') ? powerJson(state, id) : {};
}

function power(verb: string, action: PowerAction, help: string): AzCommand {
  return {
    name: `vm ${verb}`,
    help,
    takes: [...named(machine), noWaitArgument, ...(verb === 'stop' ? [ignoredFlag('--skip-shutdown')] : [])],
    run: (context, given) =>
      withResource(context, given, ['virtualMachine'], ({ id }) =>
        give(
          context,
          () => ({ type: 'SetPower', id, action }),
          () => ({ warnings: action === 'powerOff' ? [stopped] : [] }),
        ),
      ),
  };
}

/** What `az vm stop` says of the costs that go on (azure-cli, vm `stop`). */
const stopped =
  'About to power off the specified VM...\nIt will continue to be billed. To deallocate a VM, run: az vm deallocate.';

/** `az vm` (facts: control-plane §6.1). */
export const vmCommands: readonly AzCommand[] = [
  {
    name: 'vm create',
    help: 'Create an Azure Virtual Machine.',
    takes: [
      ...hostArguments(machine),
      ignored('--image'),
      ignored('--size'),
      ignored('--admin-username'),
      ignored('--admin-password'),
      ignoredFlag('--generate-ssh-keys'),
      ignored('--zone', '-z'),
      ignored('--public-ip-address'),
      noWaitArgument,
    ],
    run: (context, given) =>
      createHost(context, given, {
        kind: 'virtualMachine',
        defaultRole: null,
        finish: (host) => ({
          value: {
            fqdns: '',
            id: host.id,
            ...(has(given, 'assignIdentity') ? { identity: assignedJson(host) } : {}),
            location: host.location,
            macAddress: '7C-1E-52-00-00-04',
            powerState: 'VM running',
            privateIpAddress: '10.0.0.4',
            publicIpAddress: '20.0.0.1',
            resourceGroup: host.resourceGroup,
            zones: '',
          },
          warnings: noAccessWarning(host, given, 'az vm show'),
        }),
      }),
  },
  showCommand({
    name: 'vm show',
    help: 'Get the details of a VM.',
    kind: 'virtualMachine',
    takes: [...named(machine), details],
    adds: powerDetails,
    row: machineRow,
  }),
  listCommand({
    name: 'vm list',
    help: 'List details of Virtual Machines.',
    kind: 'virtualMachine',
    takes: [groupArgument, details],
    adds: powerDetails,
    row: machineRow,
  }),
  deleteCommand({
    name: 'vm delete',
    help: 'Delete a VM.',
    kind: 'virtualMachine',
    takes: [...named(machine), yesArgument, noWaitArgument, ignored('--force-deletion')],
    prompts: true,
  }),
  power('start', 'start', 'Start a stopped VM.'),
  power('stop', 'powerOff', 'Power off (stop) a running VM.'),
  power('deallocate', 'deallocate', 'Deallocate a VM so that computing resources are no longer allocated.'),
  power('restart', 'restart', 'Restart VMs.'),
  ...identityCommands({
    prefix: 'vm',
    noun: machine,
    kinds: ['virtualMachine'],
    defaultRole: null,
    assigned: 'ids',
    slots: false,
  }),
  {
    name: 'vm run-command invoke',
    help: 'Execute a specific run command on a VM.',
    takes: [
      ...named(machine),
      { key: 'command', names: ['--command-id'], help: 'The command id.', required: true, choices: ['RunShellScript'] },
      {
        key: 'scripts',
        names: ['--scripts'],
        help: 'Script lines separated by spaces. Here: one curl line.',
        required: true,
        takes: 'some',
      },
    ],
    run: (context, given) =>
      withResource(context, given, ['virtualMachine'], ({ id }) =>
        runCommand(context, id, some(given, 'scripts').join(' ')),
      ),
  },
];

/** The script runs on the machine, as root; here it is one `curl` to the metadata service. */
function runCommand(context: Context, id: CommandOf<'RunCommand'>['id'], script: string): Reply {
  const line = shellWords(script);
  if (line.kind === 'unreadable') return failed(line.message);
  const [program, ...words] = line.words;
  const read = program === 'curl' ? readCurl(words) : null;
  if (read === null) return failed('Only a script of one curl line is simulated here.');
  if (read.kind === 'refused') return failed(read.message);
  return give(context, () => ({ type: 'RunCommand', id, request: read.curl.request }), commandOutput);
}

/** facts: control-plane §6 names the command; the frame of its output is azure-cli's. */
function commandOutput({ after, events }: Outcome): { readonly value: Json } {
  const inside = events.findLast((event) => event.type === 'ResponseReturned' && answerTo(event) !== null);
  const body = inside?.type === 'ResponseReturned' ? inside.response.body : '';
  const message = `Enable succeeded: \n[stdout]\n${body}\n[stderr]\n`;
  return {
    value: {
      value: [
        {
          code: 'ProvisioningState/succeeded',
          displayStatus: 'Provisioning succeeded',
          level: 'Info',
          message,
          time: toIso(after.now),
        },
      ],
    },
  };
}
