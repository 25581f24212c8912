import type { Instant } from '#domain/kernel/instant.ts';
import { toIsoFraction7 } from '#domain/kernel/instant.ts';

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
