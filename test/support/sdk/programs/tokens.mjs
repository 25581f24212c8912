// @ts-check
import { DefaultAzureCredential, ManagedIdentityCredential } from '@azure/identity';
import { claimsOf, report } from './report.mjs';

/**
 * Asks for tokens, one after the other, each with a credential of its own.
 * @typedef {{
 *   with?: 'DefaultAzureCredential',
 *   scope?: string,
 *   clientId?: string, objectId?: string, resourceId?: string,
 *   maxRetries?: number,
 * }} Want
 */
const wants = /** @type {Record<string, Want>} */ (JSON.parse(process.env['WANTS'] ?? '{}'));

await report(
  Object.fromEntries(
    Object.entries(wants).map(([name, want]) => [
      name,
      async () => {
        const { token, expiresOnTimestamp } = await credentialOf(want).getToken(
          want.scope ?? 'https://vault.azure.net/.default',
        );
        return { claims: claimsOf(token), expiresOn: expiresOnTimestamp / 1000 };
      },
    ]),
  ),
);

/** @param {Want} want */
function credentialOf({ with: named, clientId, objectId, resourceId, maxRetries }) {
  const retryOptions = maxRetries === undefined ? {} : { retryOptions: { maxRetries } };
  if (named === 'DefaultAzureCredential') {
    if (resourceId !== undefined) return new DefaultAzureCredential({ managedIdentityResourceId: resourceId });
    return clientId === undefined
      ? new DefaultAzureCredential()
      : new DefaultAzureCredential({ managedIdentityClientId: clientId });
  }
  if (clientId !== undefined) return new ManagedIdentityCredential({ clientId, ...retryOptions });
  if (objectId !== undefined) return new ManagedIdentityCredential({ objectId, ...retryOptions });
  if (resourceId !== undefined) return new ManagedIdentityCredential({ resourceId, ...retryOptions });
  return new ManagedIdentityCredential(retryOptions);
}
