import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCompanion } from '#test/support/sdk/companion.ts';
import type { Companion } from '#test/support/sdk/companion.ts';
import { runProgram } from '#test/support/sdk/run-program.ts';
import type { Outcome, Way } from '#test/support/sdk/run-program.ts';
import { newShop } from '#test/support/sdk/shop.ts';
import type { Host, Shop } from '#test/support/sdk/shop.ts';

const vaultName = 'kv-shop';
const accountName = 'stshop';
const env = { VAULT: vaultName, ACCOUNT: accountName };
const ways = ['http', 'https', 'proxy'] as const;

interface World {
  readonly companion: Companion;
  readonly shop: Shop;
  readonly vault: string;
  readonly account: string;
  /** A machine that may do everything with secrets and blobs. */
  readonly officer: Host;
}

const worlds: { plain?: World; secure?: World } = {};

beforeAll(async () => {
  [worlds.plain, worlds.secure] = await Promise.all([newWorld(false), newWorld(true)]);
});

afterAll(async () => {
  await Promise.all([worlds.plain?.companion.close(), worlds.secure?.companion.close()]);
});

async function newWorld(https: boolean): Promise<World> {
  const companion = await startCompanion({ https });
  const shop = await newShop(companion);
  const vault = await shop.vault(vaultName);
  const account = await shop.account(accountName);
  const officer = await shop.machine('vm-officer', { system: true });
  await shop.grant('Key Vault Secrets Officer', officer.principalId, vault);
  await shop.grant('Storage Blob Data Contributor', officer.principalId, account);
  await runProgram(companion, 'write', officer, { way: https ? 'https' : 'http', env });
  return { companion, shop, vault, account, officer };
}

function worldOf(way: Way): World {
  const world = way === 'http' ? worlds.plain : worlds.secure;
  if (world === undefined) throw new Error('There is no companion.');
  return world;
}

const valuesOf = (outcomes: Readonly<Record<string, Outcome>>) =>
  Object.fromEntries(Object.entries(outcomes).map(([name, { value, error }]) => [name, error ?? value]));

describe.concurrent.each(ways)('@azure/keyvault-secrets by %s', (way) => {
  it('sets, reads, lists, changes, deletes, recovers and purges a secret', async () => {
    const { companion, officer } = worldOf(way);
    const NAME = `greeting-${way}`;
    const got = valuesOf(await runProgram(companion, 'secrets', officer, { way, env: { ...env, NAME } }));
    expect(got).toMatchObject({
      set: {
        name: NAME,
        value: 'hello',
        properties: {
          vaultUrl: `https://${vaultName}.vault.azure.net`,
          contentType: 'text/plain',
          tags: { of: 'shop' },
        },
      },
      setAgain: 'good evening, Grüße',
      get: { value: 'good evening, Grüße', properties: { enabled: true, recoveryLevel: 'Recoverable+Purgeable' } },
      getOlder: 'hello',
      getMissing: { name: 'RestError', statusCode: 404, code: 'SecretNotFound' },
      list: expect.arrayContaining([NAME]),
      listVersions: true,
      update: { enabled: false, expiresOn: '2030-01-02T03:04:05.000Z', contentType: 'text/plain', tags: { a: 'b' } },
      getDisabled: { name: 'RestError', statusCode: 403, code: 'Forbidden', inner: 'SecretDisabled' },
      delete: { name: NAME, recoveryId: `https://${vaultName}.vault.azure.net/deletedsecrets/${NAME}` },
      getDeleted: { statusCode: 404, code: 'SecretNotFound' },
      setDeleted: { statusCode: 409, code: 'Conflict', inner: 'ObjectIsDeletedButRecoverable' },
      listDeleted: expect.arrayContaining([NAME]),
      recover: NAME,
      getRecovered: 'good evening, Grüße',
      purge: expect.not.arrayContaining([NAME]),
      badName: { statusCode: 400, code: 'BadParameter' },
      backup: { statusCode: 404, code: 'NotFound' },
    });
  });
});

describe.concurrent.each(ways)('@azure/storage-blob by %s', (way) => {
  it('makes containers, writes, reads, lists and deletes blobs', async () => {
    const { companion, officer } = worldOf(way);
    const CONTAINER = `notes-${way}`;
    const got = valuesOf(await runProgram(companion, 'blobs', officer, { way, env: { ...env, CONTAINER } }));
    expect(got).toMatchObject({
      names: [accountName, 'dir/hello world.txt', CONTAINER],
      missing: [false, true],
      createAgain: { name: 'RestError', statusCode: 409, code: 'ContainerAlreadyExists' },
      createIfNotExists: false,
      upload: { etag: expect.stringMatching(/^"0x[0-9A-F]+"$/), isDate: true },
      exists: [true, false],
      properties: {
        contentLength: 17,
        contentType: 'text/plain',
        isEtag: true,
        metadata: { from: 'shop' },
        blobType: 'BlockBlob',
      },
      download: ['Grüße & <hello>', 'text/plain'],
      downloadToBuffer: 'Grüße & <hello>',
      downloadPart: 'Grü',
      overwriteNot: { statusCode: 409, code: 'BlobAlreadyExists' },
      stale: { statusCode: 412, code: 'ConditionNotMet' },
      uploadData: '{"a":1}',
      list: [
        ['dir/data.json', 7],
        ['dir/hello world.txt', 17],
        ['top.txt', 3],
      ],
      prefix: ['dir/data.json', 'dir/hello world.txt'],
      hierarchy: [
        ['prefix', 'dir/'],
        ['blob', 'top.txt'],
      ],
      pages: [2, 1],
      binary: { statusCode: 415, code: 'BodyNotText' },
      blocks: { statusCode: 400, code: 'InvalidUri' },
      delete: [false, false],
      downloadMissing: { statusCode: 404, code: 'BlobNotFound' },
      deleteContainer: [true, false],
    });
    expect(got['containers']).toContain(CONTAINER);
  });
});

describe.concurrent.each(ways)('a role, by %s', (way) => {
  const read = async (host: Host) => valuesOf(await runProgram(worldOf(way).companion, 'read', host, { way, env }));
  const forbidden = {
    secret: { name: 'RestError', statusCode: 403, code: 'Forbidden', inner: 'ForbiddenByRbac' },
    blob: { name: 'RestError', statusCode: 403, code: 'AuthorizationPermissionMismatch' },
  };

  it('opens when it is granted, and does not follow a machine that is made anew', async () => {
    const { shop, vault, account } = worldOf(way);
    const name = `vm-reader-${way}`;
    const machine = await shop.machine(name, { system: true });

    const before = await read(machine);
    expect(before).toMatchObject(forbidden);
    expect(JSON.stringify(before)).toContain("Action: 'Microsoft.KeyVault/vaults/secrets/getSecret/action'");

    await shop.grant('Key Vault Secrets User', machine.principalId, vault);
    await shop.grant('Storage Blob Data Reader', machine.principalId, account);
    expect(await read(machine)).toEqual({ secret: 'hello', blob: 'hello' });

    await shop.remove(machine.id);
    expect(await read(await shop.machine(name, { system: true }))).toMatchObject(forbidden);
  });
});
