import type { Host } from '#domain/arm/resource.ts';
import { attachedTo } from '#domain/arm/identity-block.ts';
import { has, some } from '../../arguments.ts';
import type { Argument, Given } from '../../arguments.ts';
import { failed, value } from '../../reply.ts';
import type { Context, Reply } from '../../reply.ts';
import {
  groupArgument,
  ignored,
  nameArgument,
  named,
  noWaitArgument,
  requiredGroup,
  tagsArgument,
  yesArgument,
} from '../command.ts';
import type { AzCommand } from '../command.ts';
import { createHost } from '../create-host.ts';
import { withResource } from '../find.ts';
import { assignIdentities, removeIdentities, userIdentities } from '../host-identity.ts';
import { deleteCommand, listCommand, showCommand } from '../resource-verbs.ts';
import { identityJson, resourceJson } from '../shapes.ts';

const noun = 'container app';
const systemAssigned: Argument = {
  key: 'system',
  names: ['--system-assigned'],
  help: 'Boolean indicating whether to assign the system-assigned identity.',
  takes: 'flag',
};
const userAssigned: Argument = {
  key: 'user',
  names: ['--user-assigned'],
  help: 'Space-separated user identities.',
  takes: 'any',
};

const nothingNamed = 'Must provide at least one of --system-assigned or --user-assigned.';

function wanted({ state }: Context, given: Given, host: Host) {
  const users = userIdentities(state, host.resourceGroup, some(given, 'user'));
  return { system: has(given, 'system'), users };
}

/** `az containerapp` (facts: control-plane §6.1). */
export const containerAppCommands: readonly AzCommand[] = [
  {
    name: 'containerapp create',
    help: 'Create a container app.',
    takes: [
      nameArgument(noun),
      requiredGroup,
      systemAssigned,
      userAssigned,
      tagsArgument,
      ignored('--environment'),
      ignored('--image'),
      ignored('--ingress'),
      ignored('--target-port'),
    ],
    run: (context, given) => {
      const words = [...(has(given, 'system') ? ['[system]'] : []), ...some(given, 'user')];
      const values = new Map([...given.values, ...(words.length > 0 ? [['assignIdentity', words] as const] : [])]);
      return createHost(
        context,
        { values },
        {
          kind: 'containerApp',
          defaultRole: null,
          finish: (host) => ({ value: resourceJson(context.state, host) }),
        },
      );
    },
  },
  showCommand({
    name: 'containerapp show',
    help: 'Show details of a container app.',
    kind: 'containerApp',
    takes: named(noun),
  }),
  listCommand({
    name: 'containerapp list',
    help: 'List container apps.',
    kind: 'containerApp',
    takes: [groupArgument],
  }),
  deleteCommand({
    name: 'containerapp delete',
    help: 'Delete a container app.',
    kind: 'containerApp',
    takes: [...named(noun), yesArgument, noWaitArgument],
    prompts: true,
  }),
  {
    name: 'containerapp identity assign',
    help: 'Assign managed identity to a container app.',
    takes: [...named(noun), systemAssigned, userAssigned, noWaitArgument],
    run: (context, given) => withResource(context, given, ['containerApp'], (app) => assign(context, given, app)),
  },
  {
    name: 'containerapp identity remove',
    help: 'Remove a managed identity from a container app.',
    takes: [...named(noun), systemAssigned, userAssigned, yesArgument, noWaitArgument],
    run: (context, given) =>
      withResource(context, given, ['containerApp'], (app) => {
        const named = wanted(context, given, app);
        const all = has(given, 'user') && named.users.length === 0;
        const users = all ? attachedTo(app.identity).map(({ identityId }) => identityId) : named.users;
        if (!named.system && users.length === 0) return failed(nothingNamed);
        return removeIdentities(context, app, { system: named.system, users });
      }),
  },
  {
    name: 'containerapp identity show',
    help: 'Show managed identities of a container app.',
    takes: named(noun),
    run: (context, given) =>
      withResource(context, given, ['containerApp'], (app) =>
        value(identityJson(app, context.state.tenantId) ?? { type: 'None' }),
      ),
  },
];

function assign(context: Context, given: Given, app: Host): Reply {
  const named = wanted(context, given, app);
  if (!named.system && named.users.length === 0) return failed(nothingNamed);
  return assignIdentities(context, app, named, {
    grant: null,
    finish: (after) => ({ value: identityJson(after, context.state.tenantId) }),
  });
}
