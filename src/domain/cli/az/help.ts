import type { Argument } from '../arguments.ts';
import type { AzCommand } from './command.ts';
import { azCommands, commandNamed, wordsAfter } from './table.ts';

/** What groups of commands are about, by their words. */
const groups: Readonly<Record<string, string>> = {
  account: 'Manage Azure subscription information.',
  ad: 'Manage Microsoft Entra ID (formerly known as Azure Active Directory) entities needed for Azure role-based access control (Azure RBAC) through Microsoft Graph API.',
  'ad group': 'Manage Microsoft Entra groups.',
  'ad group member': 'Manage Microsoft Entra group members.',
  'ad signed-in-user': 'Show graph information about current signed-in user in CLI.',
  'ad sp': 'Manage Microsoft Entra service principals.',
  'ad user': 'Manage Microsoft Entra users.',
  aks: 'Azure Kubernetes Service.',
  appservice: 'Manage Appservice.',
  containerapp: 'Manage Azure Container Apps.',
  cosmosdb: 'Manage Azure Cosmos DB database accounts.',
  eventhubs: 'Eventhubs.',
  functionapp: 'Manage function apps.',
  group: 'Manage resource groups and template deployments.',
  identity: 'Managed Identities.',
  'identity federated-credential': 'Manage federated credentials under managed identities.',
  keyvault: 'Manage KeyVault keys, secrets, and certificates.',
  'keyvault secret': 'Manage secrets.',
  lock: 'Manage Azure locks.',
  resource: 'Manage Azure resources.',
  role: 'Manage Azure role-based access control (Azure RBAC).',
  'role assignment': 'Manage role assignments.',
  'role definition': 'Manage role definitions.',
  servicebus: 'Servicebus.',
  sql: 'Manage Azure SQL Databases and Data Warehouses.',
  storage: 'Manage Azure Cloud Storage resources.',
  tag: 'Tag Management on a resource.',
  vm: 'Manage Linux or Windows virtual machines.',
  'vm identity': 'Manage service identities of a VM.',
  'vm run-command': 'Manage run commands on a Virtual Machine.',
  vmss: 'Manage groupings of virtual machines in an Azure Virtual Machine Scale Set (VMSS).',
  webapp: 'Manage web apps.',
};

/** The arguments that every command has. */
export const globalArguments: readonly Argument[] = [
  { key: 'debug', names: ['--debug'], help: 'Increase logging verbosity to show all debug logs.', takes: 'flag' },
  { key: 'help', names: ['--help', '-h'], help: 'Show this help message and exit.', takes: 'flag' },
  {
    key: 'onlyShowErrors',
    names: ['--only-show-errors'],
    help: 'Only show errors, suppressing warnings.',
    takes: 'flag',
  },
  {
    key: 'output',
    names: ['--output', '-o'],
    help: 'Output format. Default: json.',
    choices: ['json', 'jsonc', 'none', 'table', 'tsv', 'yaml', 'yamlc'],
  },
  {
    key: 'query',
    names: ['--query'],
    help: 'JMESPath query string. See http://jmespath.org/ for more information and examples.',
  },
  { key: 'subscription', names: ['--subscription'], help: 'Name or ID of subscription.' },
  { key: 'verbose', names: ['--verbose'], help: 'Increase logging verbosity.', takes: 'flag' },
];

/** The help of a command or of a group of commands, in the form of the CLI; null where nothing has those words. */
export function helpText(words: readonly string[]): string | null {
  const command = commandNamed(words.join(' '));
  if (command !== undefined) return commandHelp(command);
  return wordsAfter(words).length === 0 ? null : groupHelp(words);
}

function commandHelp({ name, help, takes }: AzCommand): string {
  return [
    '',
    'Command',
    `    az ${name} : ${help}`,
    '',
    'Arguments',
    ...lines(takes.toSorted((a, b) => Number(b.required === true) - Number(a.required === true))),
    '',
    'Global Arguments',
    ...lines(globalArguments),
  ].join('\n');
}

function lines(takes: readonly Argument[]): readonly string[] {
  const heads = takes.map(({ names, required }) => `${names.join(' ')}${required === true ? ' [Required]' : ''}`);
  const width = Math.max(0, ...heads.map((head) => head.length));
  return takes.map((argument, index) => `    ${(heads[index] ?? '').padEnd(width)} : ${textOf(argument)}`);
}

function textOf({ help, choices, fallback }: Argument): string {
  const allowed = choices === undefined ? '' : `  Allowed values: ${choices.join(', ')}.`;
  return `${help}${allowed}${fallback === undefined ? '' : `  Default: ${fallback}.`}`;
}

function groupHelp(words: readonly string[]): string {
  const name = ['az', ...words].join(' ');
  const next = wordsAfter(words).map((word) => [word, [...words, word].join(' ')] as const);
  const isGroup = ([, full]: readonly [string, string]) => azCommands.some((each) => each.name.startsWith(`${full} `));
  const width = Math.max(0, ...next.map(([word]) => word.length));
  const row = ([word]: readonly [string, string], text: string) =>
    text === '' ? `    ${word}` : `    ${word.padEnd(width)} : ${text}`;
  const subgroups = next.filter(isGroup).map((each) => row(each, groups[each[1]] ?? ''));
  const commands = next
    .filter(([, full]) => commandNamed(full) !== undefined)
    .map((each) => row(each, commandNamed(each[1])?.help ?? ''));
  return [
    '',
    'Group',
    `    ${name}${groups[words.join(' ')] === undefined ? '' : ` : ${groups[words.join(' ')] ?? ''}`}`,
    ...(subgroups.length === 0 ? [] : ['', 'Subgroups:', ...subgroups]),
    ...(commands.length === 0 ? [] : ['', 'Commands:', ...commands]),
  ].join('\n');
}
