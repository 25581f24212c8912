import type { Instant } from '#domain/kernel/instant.ts';
import { toIsoFraction7 } from '#domain/kernel/instant.ts';
import { containerScope } from './rules.ts';

/** Both keys as ARM lists them (docs: Storage Accounts, List Keys; unconfirmed: that the time stays the account's). */
export function accountKeysBody(keys: readonly [string, string], createdAt: Instant): unknown {
  return {
    keys: keys.map((value, index) => ({
      creationTime: toIsoFraction7(createdAt),
      keyName: `key${index + 1}`,
      value,
      permissions: 'FULL',
    })),
  };
}

/** A container as ARM prints it (docs: Blob Containers, Get). */
export function containerBody(accountId: string, name: string): unknown {
  return {
    id: containerScope(accountId, name),
    name,
    type: 'Microsoft.Storage/storageAccounts/blobServices/containers',
    properties: {
      publicAccess: 'None',
      leaseStatus: 'Unlocked',
      leaseState: 'Available',
      hasImmutabilityPolicy: false,
    },
  };
}

/** The Blob service of an account, which cannot be set here (docs: Blob Services, Get). */
export function blobServiceBody(accountId: string): unknown {
  return {
    id: `${accountId}/blobServices/default`,
    name: 'default',
    type: 'Microsoft.Storage/storageAccounts/blobServices',
    properties: { cors: { corsRules: [] }, deleteRetentionPolicy: { enabled: false } },
  };
}
