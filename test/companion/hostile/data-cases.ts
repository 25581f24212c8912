import { azure, blobs, blobAt, blobVersion } from './azure-places.ts';
import { row } from './cases.ts';
import type { HostileCase, Written } from './cases.ts';
import { names } from './known.ts';
import type { Known } from './known.ts';

const vaultWith =
  (method: string, target: string, body?: string | Uint8Array) =>
  ({ vaultToken }: Known): Written => ({
    method,
    target: `/keyvault/${target}`,
    headers: [
      ['Authorization', `Bearer ${vaultToken}`],
      ['Content-Type', 'application/json'],
    ],
    ...(body === undefined ? {} : { body }),
  });

const vaults: readonly HostileCase[] = [
  row('Key Vault: no value', azure, vaultWith('PUT', `${names.vault}/secrets/new?api-version=7.4`, '{}'), [
    400,
    'BadParameter',
  ]),
  row(
    'Key Vault: a value that is a number',
    azure,
    vaultWith('PUT', `${names.vault}/secrets/new?api-version=7.4`, '{"value":5}'),
    [400, 'BadParameter'],
  ),
  row(
    'Key Vault: a name with dots',
    azure,
    vaultWith('PUT', `${names.vault}/secrets/..?api-version=7.4`, '{"value":"x"}'),
    [400, 'BadParameter'],
  ),
  row(
    'Key Vault: a name with a space',
    azure,
    vaultWith('PUT', `${names.vault}/secrets/a%20b?api-version=7.4`, '{"value":"x"}'),
    [400, 'BadParameter'],
  ),
  row(
    'Key Vault: a name of 1 kB',
    azure,
    vaultWith('PUT', `${names.vault}/secrets/${'a'.repeat(1_000)}?api-version=7.4`, '{"value":"x"}'),
    [400, 'BadParameter'],
  ),
  row(
    'Key Vault: a name of every object',
    azure,
    vaultWith('GET', `${names.vault}/secrets/__proto__?api-version=7.4`),
    [404, 'SecretNotFound'],
  ),
  row(
    'Key Vault: a version of a secret that is none',
    azure,
    vaultWith('GET', `${names.vault}/secrets/sample/constructor?api-version=7.4`),
    [404, 'SecretNotFound'],
  ),
  row('Key Vault: a vault that is none', azure, vaultWith('GET', 'kv-nobody/secrets/sample?api-version=7.4'), [
    404,
    'NameNotResolved',
  ]),
  row('Key Vault: a vault of wrong letters', azure, vaultWith('GET', 'kv_nobody/secrets/sample?api-version=7.4'), [
    400,
    'InvalidAddress',
  ]),
  row('Key Vault: a vault that is no host name', azure, vaultWith('GET', 'xn--0/secrets/sample?api-version=7.4'), [
    404,
    'NameNotResolved',
  ]),
  row('Key Vault: a vault of a hyphen', azure, vaultWith('GET', '-/secrets/sample?api-version=7.4'), [
    404,
    'NameNotResolved',
  ]),
  row(
    'Key Vault: a vault of 100 letters',
    azure,
    vaultWith('GET', `${'a'.repeat(100)}/secrets/sample?api-version=7.4`),
    [404, 'NameNotResolved'],
  ),
  row(
    'Key Vault: a vault and a host',
    azure,
    vaultWith('GET', 'kv-hostile@evil.example/secrets/sample?api-version=7.4'),
    [400, 'InvalidAddress'],
  ),
  row('Key Vault: a vault and a port', azure, vaultWith('GET', 'kv-hostile:99999/secrets/sample?api-version=7.4'), [
    400,
    'InvalidAddress',
  ]),
  row('Key Vault: no vault', azure, { target: '/keyvault' }, [400, 'InvalidAddress']),
  row('Key Vault: doubled slashes', azure, vaultWith('GET', `/${names.vault}/secrets/sample?api-version=7.4`), [
    400,
    'InvalidAddress',
  ]),
  row('Key Vault: a backslash', azure, vaultWith('GET', `${names.vault}\\secrets\\sample?api-version=7.4`), [
    400,
    'BadRequest',
  ]),
  row('Key Vault: a fragment', azure, vaultWith('GET', `${names.vault}/secrets/none#?api-version=7.4`), [
    404,
    'SecretNotFound',
  ]),
  row('Key Vault: bytes that are no ASCII', azure, vaultWith('GET', `${names.vault}/secrets/\u00e9?api-version=7.4`), [
    400,
    'BadRequest',
  ]),
  row(
    'Key Vault: a body that is no UTF-8',
    azure,
    vaultWith('PUT', `${names.vault}/secrets/new?api-version=7.4`, Uint8Array.from([0xff])),
    [415, 'BodyNotText'],
  ),
  row(
    'Key Vault: a body of more than 1 MB',
    azure,
    vaultWith('PUT', `${names.vault}/secrets/new?api-version=7.4`, JSON.stringify({ value: 'x'.repeat(1_000_000) })),
    [413, 'RequestTooLarge'],
  ),
  row('Key Vault: another method', azure, vaultWith('POST', `${names.vault}/secrets/sample?api-version=7.4`, '{}'), [
    404,
    'NotFound',
  ]),
];

const blobWith =
  (method: string, target: string, more: NonNullable<Written['headers']> = [], body?: string | Uint8Array) =>
  ({ blobToken }: Known): Written => ({
    method,
    target,
    headers: [['Authorization', `Bearer ${blobToken}`], ...more],
    ...(body === undefined ? {} : { body }),
  });

const storage: readonly HostileCase[] = [
  row('Blob: no version', blobs, blobWith('GET', blobAt), [403, 'AuthenticationFailed']),
  row('Blob: an account that is none', blobs, blobWith('GET', '/nobody/box/sample.txt', [blobVersion]), [
    404,
    'NameNotResolved',
  ]),
  row('Blob: an account of wrong letters', blobs, blobWith('GET', '/no-body/box/sample.txt', [blobVersion]), [
    400,
    'InvalidAddress',
  ]),
  row('Blob: no account', blobs, blobWith('GET', '/', [blobVersion]), [400, 'InvalidAddress']),
  row('Blob: dots in the place of an account', blobs, blobWith('GET', '/../companion/env', [blobVersion]), [
    400,
    'InvalidAddress',
  ]),
  row('Blob: a container that is none', blobs, blobWith('GET', `/${names.account}/none/sample.txt`, [blobVersion]), [
    404,
    'ContainerNotFound',
  ]),
  row(
    'Blob: a container of wrong letters',
    blobs,
    blobWith('PUT', `/${names.account}/NO_NO?restype=container`, [blobVersion]),
    [400, 'InvalidResourceName'],
  ),
  row('Blob: a blob of every object', blobs, blobWith('GET', `/${names.account}/box/__proto__`, [blobVersion]), [
    404,
    'BlobNotFound',
  ]),
  row('Blob: a blob with dots', blobs, blobWith('GET', `/${names.account}/box/../box/none`, [blobVersion]), [
    404,
    'BlobNotFound',
  ]),
  row('Blob: a blob with encoded dots', blobs, blobWith('GET', `/${names.account}/box/%2e%2e%2fnone`, [blobVersion]), [
    404,
    'BlobNotFound',
  ]),
  row('Blob: a blob with NUL, encoded', blobs, blobWith('GET', `/${names.account}/box/%00`, [blobVersion]), [
    404,
    'BlobNotFound',
  ]),
  row(
    'Blob: a blob of another type',
    blobs,
    blobWith('PUT', `/${names.account}/box/new`, [blobVersion, ['x-ms-blob-type', 'EvilBlob']], 'x'),
    [400, 'InvalidUri'],
  ),
  row(
    'Blob: a blob that is no UTF-8',
    blobs,
    blobWith(
      'PUT',
      `/${names.account}/box/new`,
      [blobVersion, ['x-ms-blob-type', 'BlockBlob']],
      Uint8Array.from([0xff, 0xfe]),
    ),
    [415, 'BodyNotText'],
  ),
  row(
    'Blob: a blob of more than 1 MB',
    blobs,
    blobWith('PUT', `/${names.account}/box/new`, [blobVersion, ['x-ms-blob-type', 'BlockBlob']], 'x'.repeat(1_000_100)),
    [413, 'RequestTooLarge'],
  ),
  row(
    'Blob: an operation that is none',
    blobs,
    blobWith('PUT', `/${names.account}/box/new?comp=evil`, [blobVersion], 'x'),
    [400, 'InvalidUri'],
  ),
  row(
    'Blob: blocks that are no XML',
    blobs,
    blobWith('PUT', `/${names.account}/box/new?comp=blocklist`, [blobVersion], '<a'),
    [400, 'InvalidUri'],
  ),
  row(
    'Blob: blocks with an entity',
    blobs,
    blobWith(
      'PUT',
      `/${names.account}/box/new?comp=blocklist`,
      [blobVersion],
      '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><BlockList>&a;</BlockList>',
    ),
    [400, 'InvalidUri'],
  ),
  row(
    'Blob: a range that is none',
    blobs,
    blobWith('GET', `/${names.account}/box/none`, [blobVersion, ['Range', 'bytes=9-1,x-']]),
    [404, 'BlobNotFound'],
  ),
  row(
    'Blob: a date that is none',
    blobs,
    blobWith('GET', `/${names.account}/box/none`, [
      blobVersion,
      ['x-ms-date', 'never'],
      ['If-Modified-Since', 'never'],
    ]),
    [404, 'BlobNotFound'],
  ),
  row('Blob: another method', blobs, blobWith('PATCH', blobAt, [blobVersion], 'x'), [400, 'InvalidUri']),
];

/** What vaults and storage are asked with tokens that are good. */
export const dataCases: readonly HostileCase[] = [...vaults, ...storage];
