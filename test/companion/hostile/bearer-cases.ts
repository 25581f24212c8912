import { azure, blobs, group, secretAt, blobAt, blobVersion } from './azure-places.ts';
import { row } from './cases.ts';
import type { HostileCase, Refused } from './cases.ts';
import { names } from './known.ts';
import type { Known } from './known.ts';
import { forgeries } from './tokens.ts';

const noTokenOfArm: Refused = [401, 'InvalidAuthenticationToken'];
const noTokenOfVault: Refused = [401, 'Unauthorized'];
const noTokenOfBlob: Refused = [401, 'InvalidAuthenticationInfo'];
const noSchemeOfBlob: Refused = [400, 'InvalidAuthenticationInfo'];

const tokens: readonly HostileCase[] = Object.entries(forgeries).flatMap(([what, forge]) => [
  row(
    `ARM: ${what}`,
    ['main'],
    (known) => ({
      method: 'DELETE',
      target: `${group(known)}?api-version=2025-04-01`,
      headers: [['Authorization', `Bearer ${forge(known.vaultToken)}`]],
    }),
    noTokenOfArm,
  ),
  row(
    `Key Vault: ${what}`,
    azure,
    (known) => ({ target: secretAt, headers: [['Authorization', `Bearer ${forge(known.vaultToken)}`]] }),
    noTokenOfVault,
  ),
  row(
    `Blob: ${what}`,
    blobs,
    (known) => ({ target: blobAt, headers: [['Authorization', `Bearer ${forge(known.blobToken)}`], blobVersion] }),
    noTokenOfBlob,
  ),
]);

const authorizations: readonly (readonly [string, (known: Known) => string])[] = [
  ['nothing', () => ''],
  ['an empty bearer', () => 'Bearer '],
  ['Basic', ({ secret }) => `Basic ${Buffer.from(`operator:${secret}`).toString('base64')}`],
  ['Negotiate', () => 'Negotiate YII='],
  ['a bearer of two words', () => 'Bearer a b'],
  ['a bearer that is no ASCII', () => 'Bearer \u00e9\u00ff'],
  ['a word that was once a default', () => 'Bearer operator'],
  ['SharedKey of nobody', () => 'SharedKey x:y'],
  ['SharedKey of this account', () => `SharedKey ${names.account}:AAAA`],
  ['SharedKey of 8 kB', () => `SharedKey ${names.account}:${'A'.repeat(8_000)}`],
  ['SharedKey without a colon', () => 'SharedKey rubbish'],
  ['SharedKeyLite', () => `SharedKeyLite ${names.account}:AAAA`],
  ['the form of Cosmos DB', () => 'type%3Daad%26ver%3D1.0%26sig%3Drubbish'],
];

/** For headers whose scheme alone is looked at. */
const anyone = { secret: '' } as Known;

const authorized: readonly HostileCase[] = authorizations.flatMap(([what, header]) => [
  row(
    `ARM: ${what}`,
    azure,
    (known) => ({
      method: 'DELETE',
      target: `${group(known)}?api-version=2025-04-01`,
      headers: [['Authorization', header(known)]],
    }),
    noTokenOfArm,
  ),
  row(
    `Key Vault: ${what}`,
    azure,
    (known) => ({ target: secretAt, headers: [['Authorization', header(known)]] }),
    noTokenOfVault,
  ),
  row(
    `Blob: ${what}`,
    blobs,
    (known) => ({ target: blobAt, headers: [['Authorization', header(known)], blobVersion] }),
    /^(?:Bearer|SharedKey)/.test(header(anyone)) ? noTokenOfBlob : noSchemeOfBlob,
  ),
]);

const elsewhere: readonly HostileCase[] = [
  row(
    'ARM: a token for vaults',
    azure,
    (known) => ({
      method: 'DELETE',
      target: `${group(known)}?api-version=2025-04-01`,
      headers: [['Authorization', `Bearer ${known.vaultToken}`]],
    }),
    [401, 'InvalidAuthenticationTokenAudience'],
  ),
  row(
    'Key Vault: a token for storage',
    azure,
    (known) => ({ target: secretAt, headers: [['Authorization', `Bearer ${known.blobToken}`]] }),
    [401, 'Unauthorized'],
  ),
  row(
    'Blob: a token for vaults',
    blobs,
    (known) => ({ target: blobAt, headers: [['Authorization', `Bearer ${known.vaultToken}`], blobVersion] }),
    [401, 'InvalidAuthenticationInfo'],
  ),
  row(
    "Key Vault: the operator's secret",
    azure,
    (known) => ({ target: secretAt, headers: [['Authorization', `Bearer ${known.secret}`]] }),
    [401, 'Unauthorized'],
  ),
  row(
    "Blob: the operator's secret",
    blobs,
    (known) => ({ target: blobAt, headers: [['Authorization', `Bearer ${known.secret}`], blobVersion] }),
    [401, 'InvalidAuthenticationInfo'],
  ),
  row(
    "Graph: the operator's secret",
    azure,
    (known) => ({ target: '/graph/v1.0/servicePrincipals', headers: [['Authorization', `Bearer ${known.secret}`]] }),
    [401, 'InvalidAuthenticationToken'],
  ),
  row(
    "ARM: the operator's secret after another one",
    azure,
    (known) => ({
      method: 'DELETE',
      target: `${group(known)}?api-version=2025-04-01`,
      headers: [
        ['Authorization', 'Bearer x'],
        ['Authorization', `Bearer ${known.secret}`],
      ],
    }),
    [401, 'InvalidAuthenticationToken'],
  ),
  row(
    "ARM: the operator's secret in the query",
    azure,
    (known) => ({ method: 'DELETE', target: `${group(known)}?api-version=2025-04-01&access_token=${known.secret}` }),
    [401, 'AuthenticationFailed'],
  ),
];

/** What is presented to Azure in the place of a token that is good there. */
export const bearerCases: readonly HostileCase[] = [...tokens, ...authorized, ...elsewhere];
