import { dayOf } from '../time.ts';

/** Words of key vaults. */
export const vaultWords = {
  model: 'Who decides about its secrets',
  models: { rbac: 'Azure roles (RBAC)', accessPolicies: 'access policies of the vault' },
  setModel: 'Change it',
  policies: 'Access policies',
  noPolicies: 'Nobody has an access policy.',
  policiesUnused: 'The vault decides by Azure roles; these count for nothing until that changes.',
  policyFor: 'Principal',
  permissions: 'Permissions on secrets',
  setPolicy: 'Save the access policy',
  removePolicy: (name: string) => `Remove the access policy of ${name}`,
  deleted: 'Deleted secrets',
  noneDeleted: 'None.',
  until: (at: number) => `until ${dayOf(at)}`,
  deleteSecret: (name: string) => `Delete the secret ${name}`,
  recover: (name: string) => `Recover ${name}`,
  purge: (name: string) => `Purge ${name}`,
  recoverVault: (name: string) => `Recover the deleted vault ${name}`,
  purgeVault: (name: string) => `Purge the deleted vault ${name}`,
  deletedVaults: 'Deleted vaults',
  newModel: 'Permission model',
  retention: 'Days that a deleted vault is kept',
} as const;
