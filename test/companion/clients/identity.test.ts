import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allFailed, environmentUnavailable, managedIdentityFailed, msalError } from '#domain/credential/wire.ts';
import { startCompanion } from '#test/support/sdk/companion.ts';
import type { Companion } from '#test/support/sdk/companion.ts';
import { runProgram } from '#test/support/sdk/run-program.ts';
import type { Outcome, Way } from '#test/support/sdk/run-program.ts';
import { newShop } from '#test/support/sdk/shop.ts';
import type { Host, Identity, Shop } from '#test/support/sdk/shop.ts';

let companion: Companion;
let shop: Shop;
let reader: Identity;
let writer: Identity;
const stranger = '99999999-8888-4777-8666-555555555555';

beforeAll(async () => {
  companion = await startCompanion({ https: true });
  shop = await newShop(companion);
  reader = await shop.identity('id-reader');
  writer = await shop.identity('id-writer');
});

afterAll(async () => companion.close());

interface Granted {
  readonly claims: Readonly<Record<string, unknown>>;
  readonly expiresOn: number;
}

function granted(outcome: Outcome | undefined): Granted {
  expect(outcome?.error).toBeUndefined();
  return outcome?.value as Granted;
}

/** What the lessons say that the SDK makes of such an answer. */
function told(status: number, body: object): string {
  return managedIdentityFailed(msalError({ status, headers: [], body: JSON.stringify(body) }) ?? '');
}

function expectChainRefused(outcome: Outcome | undefined, message: string): void {
  const { name, message: whole, errors = [] } = outcome?.error ?? { name: '', message: '' };
  expect([name, whole]).toEqual(['AggregateAuthenticationError', allFailed(errors)]);
  expect(errors[0]?.message).toBe(environmentUnavailable);
  expect(errors.at(-1)).toEqual({ name: 'CredentialUnavailableError', message });
}

const ask = (host: Host, wants: Readonly<Record<string, object>>, way: Way = 'http') =>
  runProgram(companion, 'tokens', host, { wants, way });

describe.concurrent.each<Way>(['http', 'proxy'])('@azure/identity on a virtual machine, by %s', (way) => {
  it('gets tokens of the system-assigned identity, alone and by DefaultAzureCredential', async () => {
    const machine = await shop.machine('vm-system', { system: true });
    const got = await ask(machine, { alone: {}, inChain: { with: 'DefaultAzureCredential' } }, way);
    const { claims, expiresOn } = granted(got['alone']);
    expect(claims).toMatchObject({
      aud: 'https://vault.azure.net',
      oid: machine.principalId,
      xms_mirid: machine.id.replace('resourceGroups', 'resourcegroups'),
    });
    // MSAL counts the seconds that are left, and adds them to a later now.
    expect(Math.abs(expiresOn - Number(claims['exp']))).toBeLessThanOrEqual(1);
    expect(granted(got['inChain']).claims['uti']).toBe(claims['uti']);
  });

  it('gets tokens of user-assigned identities by each of their ids', async () => {
    const machine = await shop.machine('vm-both', { system: true, user: [reader, writer] });
    const got = await ask(
      machine,
      {
        none: {},
        clientId: { clientId: reader.clientId },
        objectId: { objectId: writer.principalId },
        resourceId: { resourceId: writer.id },
        chain: { with: 'DefaultAzureCredential', clientId: writer.clientId },
        chainByResource: { with: 'DefaultAzureCredential', resourceId: reader.id },
      },
      way,
    );
    const principals = Object.fromEntries(Object.keys(got).map((name) => [name, granted(got[name]).claims['oid']]));
    expect(principals).toEqual({
      none: machine.principalId,
      clientId: reader.principalId,
      objectId: writer.principalId,
      resourceId: writer.principalId,
      chain: writer.principalId,
      chainByResource: reader.principalId,
    });
  });

  it('gets the token of the only user-assigned identity without naming it', async () => {
    const machine = await shop.machine('vm-one', { user: [reader] });
    const got = await ask(machine, { none: {} }, way);
    expect(granted(got['none']).claims['oid']).toBe(reader.principalId);
  });

  it('is refused an audience that nobody knows, in the words of Microsoft Entra ID', async () => {
    const machine = await shop.machine('vm-system', { system: true });
    const got = await ask(machine, { alone: { scope: 'https://nobody.example/.default' } }, way);
    expect(got['alone']?.error?.name).toBe('CredentialUnavailableError');
    expect(got['alone']?.error?.message).toContain('Message invalid_resource: Error(s): 500011');
    expect(got['alone']?.error?.message).toContain(
      `AADSTS500011: The resource principal named https://nobody.example was not found in the tenant named ${companion.variable('TENANT_ID')}.`,
    );
  });
});

describe.concurrent('@azure/identity on a virtual machine', () => {
  it.each([
    ['there is no identity', {}, {}, 'Identity not found'],
    [
      'there are two and none is named',
      { user: 2 },
      {},
      'Multiple user assigned identities exist, please specify the clientId / resourceId of the identity in the token request',
    ],
    ['the client ID is not attached', { user: 1 }, { clientId: stranger }, 'Identity not found'],
    [
      'the client ID is not attached beside a system-assigned identity',
      { system: true },
      { clientId: stranger },
      'Identity not found',
    ],
  ] as const)(
    'is refused where %s',
    async (what, { user = 0, system = false }: { user?: number; system?: boolean }, want, text) => {
      const machine = await shop.machine(`vm-${what.replaceAll(/\W+/g, '-')}`.slice(0, 60), {
        system,
        user: [reader, writer].slice(0, user),
      });
      const got = await ask(machine, { alone: want, inChain: { ...want, with: 'DefaultAzureCredential' } });
      const message = told(400, { error: 'invalid_request', error_description: text });
      expect(got['alone']?.error).toEqual({ name: 'CredentialUnavailableError', message });
      expectChainRefused(got['inChain'], message);
    },
  );
});

describe.concurrent('DefaultAzureCredential', () => {
  it('knows no object ID, where ManagedIdentityCredential does', async () => {
    const machine = await shop.machine('vm-object', { user: [reader] });
    const want = { objectId: stranger };
    const got = await ask(machine, { alone: want, inChain: { ...want, with: 'DefaultAzureCredential' } });
    const message = told(400, { error: 'invalid_request', error_description: 'Identity not found' });
    expect(got['alone']?.error?.message).toBe(message);
    expect(granted(got['inChain']).claims['oid']).toBe(reader.principalId);
  });

  it('reads AZURE_CLIENT_ID, and no options where one credential is chosen by name', async () => {
    const machine = await shop.machine('vm-chain', { system: true, user: [reader] });
    const wants = {
      none: { with: 'DefaultAzureCredential' },
      clientId: { with: 'DefaultAzureCredential', clientId: reader.clientId },
    };
    const env = { AZURE_TOKEN_CREDENTIALS: 'ManagedIdentityCredential' };
    const chosen = await runProgram(companion, 'tokens', machine, { wants, env });
    expect(granted(chosen['clientId']).claims['oid']).toBe(machine.principalId);
    const named = await runProgram(companion, 'tokens', machine, {
      wants,
      env: { ...env, AZURE_CLIENT_ID: reader.clientId },
    });
    expect(granted(named['none']).claims['oid']).toBe(reader.principalId);
  });
});

describe.concurrent('an identity that is gone', () => {
  it('gives no token any more, though the machine still names it', async () => {
    const gone = await shop.identity('id-gone');
    const machine = await shop.machine('vm-gone', { user: [gone] });
    expect(granted((await ask(machine, { before: {} }))['before']).claims['oid']).toBe(gone.principalId);
    await shop.remove(gone.id);
    const after = await ask(machine, { named: { clientId: gone.clientId }, unnamed: {} });
    for (const each of [after['named'], after['unnamed']]) {
      expect(each?.error).toMatchObject({
        name: 'CredentialUnavailableError',
        message: expect.stringContaining('AADSTS700016'),
      });
    }
  });

  it('is another one after the machine is made anew', async () => {
    const first = await shop.machine('vm-anew', { system: true });
    await shop.remove(first.id);
    const second = await shop.machine('vm-anew', { system: true });
    const got = await ask(second, { now: {} });
    expect(second.principalId).not.toBe(first.principalId);
    expect(granted(got['now']).claims['oid']).toBe(second.principalId);
  });
});

describe.concurrent.each<Way>(['http', 'proxy'])('@azure/identity in an app, by %s', (way) => {
  it('gets tokens by the variables of App Service', async () => {
    const site = await shop.site('app-lab', { system: true, user: [reader] });
    const got = await ask(
      site,
      {
        none: {},
        chain: { with: 'DefaultAzureCredential' },
        clientId: { clientId: reader.clientId },
        objectId: { objectId: reader.principalId },
        resourceId: { resourceId: reader.id },
      },
      way,
    );
    const principals = Object.fromEntries(Object.keys(got).map((name) => [name, granted(got[name]).claims['oid']]));
    expect(principals).toEqual({
      none: site.principalId,
      chain: site.principalId,
      clientId: reader.principalId,
      objectId: reader.principalId,
      resourceId: reader.principalId,
    });
  });

  it('is refused what the app does not carry', async () => {
    const site = await shop.site('app-lab-user', { user: [reader] });
    const got = await ask(
      site,
      {
        // The first of a process decides for all how often they ask again.
        audience: { clientId: reader.clientId, scope: 'https://nobody.example/.default', maxRetries: 0 },
        none: {},
        stranger: { clientId: stranger },
      },
      way,
    );
    expect(got['none']?.error).toMatchObject({
      name: 'CredentialUnavailableError',
      message: expect.stringContaining('Unable to load requested managed identity.'),
    });
    expect(got['stranger']?.error?.message).toContain(
      'No User Assigned or Delegated Managed Identity found for specified ClientId/ResourceId/PrincipalId',
    );
    expect(got['audience']?.error?.message).toContain('An unexpected error occured while fetching the AAD Token.');
  });
});

describe.concurrent('@azure/msal-node by itself', () => {
  it('says where it asks, and keeps the token', async () => {
    const machine = await shop.machine('vm-msal', { system: true });
    const env = { OTHER_RESOURCE: 'https://nobody.example' };
    const got = await runProgram(companion, 'msal', machine, { env });
    expect(got['source']).toMatchObject({ value: 'DefaultToImds' });
    const fromCache = Object.fromEntries(['first', 'again', 'forced'].map((name) => [name, got[name]?.value]));
    expect(fromCache).toMatchObject({
      first: { fromCache: false, tokenType: 'Bearer', claims: { oid: machine.principalId } },
      again: { fromCache: true },
      forced: { fromCache: false },
    });
    const { claims, expiresOn } = granted(got['first']);
    expect(Math.abs(expiresOn - Number(claims['exp']))).toBeLessThanOrEqual(1);
    // IMDS has a cache of its own: asked again, it gives the same token.
    expect(granted(got['forced']).claims['uti']).toBe(granted(got['first']).claims['uti']);
    expect(got['other']?.error?.message).toContain('AADSTS500011');
  });

  it('names an identity by each of its ids', async () => {
    const machine = await shop.machine('vm-msal-user', { system: true, user: [reader] });
    const wants = {
      clientId: { userAssignedClientId: reader.clientId },
      objectId: { userAssignedObjectId: reader.principalId },
      resourceId: { userAssignedResourceId: reader.id },
    };
    const got = await runProgram(companion, 'msal', machine, { wants });
    for (const name of Object.keys(wants)) expect(granted(got[name]).claims['oid']).toBe(reader.principalId);
    expect(granted(got['first']).claims['oid']).toBe(machine.principalId);
  });

  it('asks the endpoint of an app', async () => {
    const site = await shop.site('app-msal', { system: true });
    const got = await runProgram(companion, 'msal', site);
    expect(got['source']).toMatchObject({ value: 'AppService' });
    expect(granted(got['first']).claims['oid']).toBe(site.principalId);
  });

  it('is told what went wrong', async () => {
    const machine = await shop.machine('vm-msal-none');
    const got = await runProgram(companion, 'msal', machine);
    expect(got['first']?.error).toMatchObject({
      name: 'ServerError',
      message: expect.stringContaining('Identity not found'),
    });
  });
});
