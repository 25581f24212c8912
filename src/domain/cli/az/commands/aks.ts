import {
  creationArguments,
  groupArgument,
  ignored,
  ignoredFlag,
  named,
  noWaitArgument,
  yesArgument,
} from '../command.ts';
import type { AzCommand } from '../command.ts';
import { createPlain, deleteCommand, listCommand, showCommand } from '../resource-verbs.ts';

const noun = 'managed cluster';

/** `az aks`: a cluster whose pods sign in by workload identity. */
export const clusterCommands: readonly AzCommand[] = [
  {
    name: 'aks create',
    help: 'Create a new managed Kubernetes cluster.',
    takes: [
      ...creationArguments(noun),
      ignoredFlag('--enable-managed-identity'),
      ignoredFlag('--enable-oidc-issuer'),
      ignoredFlag('--enable-workload-identity'),
      ignored('--node-count', '-c'),
      ignoredFlag('--generate-ssh-keys'),
      noWaitArgument,
    ],
    run: (context, given) => createPlain(context, given, 'aksCluster'),
  },
  showCommand({
    name: 'aks show',
    help: 'Show the details for a managed Kubernetes cluster.',
    kind: 'aksCluster',
    takes: named(noun),
  }),
  listCommand({
    name: 'aks list',
    help: 'List managed Kubernetes clusters.',
    kind: 'aksCluster',
    takes: [groupArgument],
  }),
  deleteCommand({
    name: 'aks delete',
    help: 'Delete a managed Kubernetes cluster.',
    kind: 'aksCluster',
    takes: [...named(noun), yesArgument, noWaitArgument],
    prompts: true,
  }),
];
