// @ts-check
import { ManagedIdentityApplication } from '@azure/msal-node';
import { claimsOf, report } from './report.mjs';

/** @typedef {import('@azure/msal-node').ManagedIdentityIdParams} Params */

/** What the library below the SDK does by itself: with no identity named, and with each that is wanted. */
const resource = 'https://vault.azure.net';
const { OTHER_RESOURCE } = process.env;
const wants = /** @type {Record<string, Params>} */ (JSON.parse(process.env['WANTS'] ?? '{}'));
const application = new ManagedIdentityApplication();

/** @param {ManagedIdentityApplication} from @param {{ resource: string, forceRefresh?: boolean }} [request] */
async function ask(from, request = { resource }) {
  const { accessToken, fromCache, tokenType, expiresOn } = await from.acquireToken(request);
  return { claims: claimsOf(accessToken), fromCache, tokenType, expiresOn: (expiresOn?.getTime() ?? 0) / 1000 };
}

await report({
  source: async () => application.getManagedIdentitySource(),
  first: () => ask(application),
  again: () => ask(application),
  forced: () => ask(application, { resource, forceRefresh: true }),
  ...Object.fromEntries(
    Object.entries(wants).map(([name, params]) => [
      name,
      () => ask(new ManagedIdentityApplication({ managedIdentityIdParams: params })),
    ]),
  ),
  ...(OTHER_RESOURCE === undefined ? {} : { other: () => ask(application, { resource: OTHER_RESOURCE }) }),
});
