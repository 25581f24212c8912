import type { Permission } from '#app/sandbox/refusal.ts';
import { subjectWords } from '../subject.ts';

const verbs: Readonly<Record<string, string>> = {
  write: 'create or change',
  delete: 'delete',
  assign: 'assign',
  start: 'start',
  powerOff: 'stop',
  deallocate: 'deallocate',
  restart: 'restart',
  runCommand: 'run a command on',
  listKeys: 'list the keys of',
  regenerateKey: 'renew a key of',
  slotsswap: 'swap',
  manualUpgrade: 'update the instances of',
  purge: 'purge',
  moveResources: 'move resources out of',
};

/** Types that are no resources of their own, by the last part of their name. */
const parts: Readonly<Record<string, string>> = {
  resourceGroups: 'resource group',
  roleAssignments: 'role assignment',
  denyAssignments: 'deny assignment',
  locks: 'lock',
  federatedIdentityCredentials: 'federated credential',
  accessPolicies: 'access policy',
  firewallRules: 'firewall rule',
  administrators: 'administrator',
  sqlRoleAssignments: 'data role',
  deletedVaults: 'deleted vault',
  config: 'configuration of an app',
};

function thing({ kind, part }: Permission): string {
  const name = kind === null ? (parts[part] ?? part) : subjectWords.kinds[kind];
  return `${/^[aeiou](?!s)/i.test(name) && !/^u[sn]/i.test(name) ? 'an' : 'a'} ${name}`;
}

/** Words of what to do about a command that Azure refused. */
export const refusalWords = {
  missing: (who: string, permission: Permission) =>
    `${who} may not ${verbs[permission.verb] ?? permission.verb} ${thing(permission)} ${
      permission.at === null ? 'at the subscription' : `at ${permission.at}`
    }: no role there has the permission`,
  missingSome: (who: string) => `No role of ${who} allows this.`,
  actAsYou: 'Act as You',
  nowYou: 'You act as yourself now. Try again.',
  locked: 'A lock forbids it, to owners too.',
  unlock: (name: string) => `Remove the lock ${name}`,
  unlocked: 'The lock is gone. Try again.',
} as const;
