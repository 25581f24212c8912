import type { Uri } from '#domain/kernel/uri.ts';
import type { HttpMethod } from '#domain/http/message.ts';

/** What Key Vault calls its audience; the final slash of other services is refused (facts: tokens §6, §7.1). */
export const keyVaultAudiences: readonly string[] = ['https://vault.azure.net', 'cfa8b339-82a2-471a-a3c9-0fc0be7a4093'];

export const keyVaultSuffix = '.vault.azure.net';
export const keyVaultApiVersion = '2025-07-01';

/** A vault that is deleted can be purged or recovered for 90 days (Azure's default). */
export const vaultRetentionDays = 90;

export type SecretOperation =
  | { readonly kind: 'getSecret'; readonly name: string; readonly version: string | null }
  | { readonly kind: 'unknown' };

/** The data action of reading a secret's value. */
export const getSecretAction = 'Microsoft.KeyVault/vaults/secrets/getSecret/action';

/** Reads `GET /secrets/<name>[/<version>]`. */
export function readSecretOperation(method: HttpMethod, uri: Uri): SecretOperation {
  const [area, name, version, ...rest] = uri.path.split('/').filter((part) => part !== '');
  if (method !== 'GET' || area !== 'secrets' || name === undefined || rest.length > 0) {
    return { kind: 'unknown' };
  }
  return { kind: 'getSecret', name, version: version ?? null };
}
