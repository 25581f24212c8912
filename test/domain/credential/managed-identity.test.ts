import { describe, expect, it } from 'vitest';
import type { ImdsFault } from '#domain/imds/state.ts';
import { resourceNamed } from '#domain/script/names.ts';
import { host, identity, idsOf, run, shopGroup } from '#test/support/engine.ts';
import type { MadeDeed, Played } from '#test/support/engine.ts';
import { askBare, askChain, askedBy, linkOf, playRun, ran } from './ask-credential.ts';

const reader = 'id-shop-reader';
const writer = 'id-shop-writer';
const shop = run(
  'chain',
  shopGroup,
  identity(reader),
  identity(writer),
  host('vm-web', { user: [reader, writer] }),
  host('vm-two', { system: false, user: [reader, writer] }),
  host('vm-bare', { system: false }),
  host('app-user', { kind: 'webApp', system: false, user: [reader] }),
);
const mic = 'ManagedIdentityCredential';
const token = 'http://169.254.169.254/metadata/identity/oauth2/token';
const query = '?api-version=2018-02-01&resource=https%3A%2F%2Fvault.azure.net';
const noTimes = 'Timestamp: Not Available';
const noIds = 'Correlation ID: Not Available - Trace ID: Not Available';

/** Whose token a run gave, by client ID. */
function clientOf(played: Played, asked: ReturnType<typeof askChain>): string {
  return playRun(played, asked).claims.appid;
}

function setFault(fault: ImdsFault | null): MadeDeed {
  return ({ state }) => ({ type: 'SetImdsFault', id: resourceNamed(state, 'vm-web').id, fault });
}

describe('the probe', () => {
  it('[CHAIN-10] goes out before the request, without header and query, for a second', () => {
    const link = linkOf(askChain(shop, 'vm-web'), mic);
    expect(askedBy(link)).toEqual([token, `${token}${query}`]);
    const [probe, request] = link.attempts;
    expect(probe).toMatchObject({
      timeout: 1,
      after: 0,
      command: { request: { headers: [['Accept', 'application/json']] } },
    });
    expect(request).toMatchObject({
      timeout: null,
      after: 0,
      command: { request: { headers: [['Metadata', 'true']] } },
    });
  });

  it('[CHAIN-10] is all that a laptop sends', () => {
    const link = linkOf(askChain(shop, 'laptop'), mic);
    expect(askedBy(link)).toEqual([token]);
    expect(link).toMatchObject({
      verdict: { kind: 'unavailable', error: 'CredentialUnavailableError' },
      message:
        'ManagedIdentityCredential: Authentication failed. Message Attempted to use the IMDS endpoint, but it is not available.',
      source: 'sdk',
    });
  });

  it('[CHAIN-10] is content with an error, for any answer will do', () => {
    const restarting = shop.goOn(setFault({ kind: 'restarting', requests: 1 }));
    const link = linkOf(askChain(restarting, 'vm-web'), mic);
    expect(link.verdict.kind).toBe('token');
    expect(link.attempts).toHaveLength(2);
  });

  it('[CHAIN-15] is not sent by a bare credential', () => {
    expect(askedBy(linkOf(askBare(shop, 'vm-web'), mic))).toEqual([`${token}${query}`]);
    const onLaptop = linkOf(askBare(shop, 'laptop'), mic);
    expect(askedBy(onLaptop)).toEqual([`${token}${query}`]);
    expect(onLaptop.message).toBe(
      'ManagedIdentityCredential: Network unreachable. Message: network_error: See https://aka.ms/msal.js.errors#network_error for details',
    );
  });

  it('[CHAIN-12] is not sent where the credential is the only one that is chosen', () => {
    const environment = { AZURE_TOKEN_CREDENTIALS: mic };
    expect(askedBy(linkOf(askChain(shop, 'vm-web', { environment }), mic))).toEqual([`${token}${query}`]);
  });
});

describe('which identity the chain names', () => {
  const ofReader = idsOf(shop, reader);
  const ofWriter = idsOf(shop, writer);

  it.each([
    ['nothing', {}, {}, idsOf(shop, 'vm-web').clientId],
    ['the variable', { AZURE_CLIENT_ID: ofReader.clientId }, {}, ofReader.clientId],
    ['a client ID', {}, { managedIdentityClientId: ofReader.clientId }, ofReader.clientId],
    ['a resource ID', {}, { managedIdentityResourceId: ofReader.resourceId }, ofReader.clientId],
    [
      'a client ID over the variable',
      { AZURE_CLIENT_ID: ofWriter.clientId },
      { managedIdentityClientId: ofReader.clientId },
      ofReader.clientId,
    ],
    [
      'a resource ID over both',
      { AZURE_CLIENT_ID: ofWriter.clientId },
      { managedIdentityClientId: ofWriter.clientId, managedIdentityResourceId: ofReader.resourceId },
      ofReader.clientId,
    ],
  ])('[CHAIN-11] by %s', (_, environment, options, clientId) => {
    expect(clientOf(shop, askChain(shop, 'vm-web', { environment, options }))).toBe(clientId);
  });

  it('[CHAIN-12] by the variable only, where the credential is the only one that is chosen', () => {
    const environment = { AZURE_TOKEN_CREDENTIALS: mic };
    const options = { managedIdentityClientId: ofReader.clientId };
    expect(clientOf(shop, askChain(shop, 'vm-web', { environment, options }))).toBe(idsOf(shop, 'vm-web').clientId);
    const named = { ...environment, AZURE_CLIENT_ID: ofWriter.clientId };
    expect(clientOf(shop, askChain(shop, 'vm-web', { environment: named, options }))).toBe(ofWriter.clientId);
  });

  it('[CHAIN-15] not by the variable in a bare credential', () => {
    const environment = { AZURE_CLIENT_ID: ofReader.clientId };
    expect(clientOf(shop, askBare(shop, 'vm-web', { environment }))).toBe(idsOf(shop, 'vm-web').clientId);
  });

  it.each([
    ['clientId', ofReader.clientId],
    ['objectId', ofReader.principalId],
    ['resourceId', ofReader.resourceId],
  ])('[CHAIN-15] by the option %s of a bare credential', (option, value) => {
    expect(clientOf(shop, askBare(shop, 'vm-web', { options: { [option]: value } }))).toBe(ofReader.clientId);
  });

  it('[CHAIN-06] by a variable that was set for another purpose, and finds nobody', () => {
    const environment = { AZURE_CLIENT_ID: 'fa8e8e1c-0000-4000-8000-000000000000' };
    expect(linkOf(askChain(shop, 'vm-web', { environment }), mic).message).toContain('Description: Identity not found');
  });
});

describe('the options of a bare credential', () => {
  it('[CHAIN-15] are one at most', () => {
    expect(askBare(shop, 'vm-web', { options: { clientId: 'a', resourceId: 'b' } })).toEqual({
      kind: 'invalid',
      message: `ManagedIdentityCredential: only one of 'clientId', 'resourceId', or 'objectId' can be provided. Received values: {"clientId":"a","resourceId":"b"}`,
      source: 'sdk',
    });
    expect(askBare(shop, 'vm-web', { options: { clientId: 'a', resourceId: 'b', objectId: 'c' } })).toMatchObject({
      message: expect.stringContaining('{"clientId":"a","resourceId":"b","objectId":"c"}') as string,
    });
    expect(
      askBare(shop, 'vm-web', { options: { clientId: '', resourceId: idsOf(shop, reader).resourceId } }).kind,
    ).toBe('ran');
  });

  it.each([
    [{ MSI_ENDPOINT: 'http://localhost:50342/oauth2/token' }, 'is not supported for CloudShell at runtime.'],
    [
      { IDENTITY_ENDPOINT: 'https://localhost:2377', IDENTITY_HEADER: 'x', IDENTITY_SERVER_THUMBPRINT: 'y' },
      'is not supported by the Service Fabric managed identity environment.',
    ],
  ])('[CHAIN-15] [CHAIN-16] are none with %s', (environment, words) => {
    const asked = askBare(shop, 'vm-web', { environment, options: { clientId: 'a' } });
    expect(asked).toMatchObject({ kind: 'invalid', message: expect.stringContaining(words) as string });
  });
});

describe('the endpoint', () => {
  const appService = { IDENTITY_ENDPOINT: 'http://127.0.0.1:41741/msi/token', IDENTITY_HEADER: 'secret' };

  it.each([
    ['App Service', appService, true],
    ['IMDS, with half of the variables', { IDENTITY_ENDPOINT: appService.IDENTITY_ENDPOINT }, true],
    ['Azure ML', { MSI_ENDPOINT: 'http://127.0.0.1/msi', MSI_SECRET: 'x' }, false],
    ['Cloud Shell', { MSI_ENDPOINT: 'http://127.0.0.1/msi' }, false],
    ['Azure Arc', { IDENTITY_ENDPOINT: 'http://localhost:40342', IMDS_ENDPOINT: 'http://localhost:40342' }, false],
  ])('[CHAIN-16] is that of %s', (_, environment, simulated) => {
    const link = linkOf(askBare(shop, 'vm-web', { environment }), mic);
    expect(link.attempts).toHaveLength(simulated ? 1 : 0);
    if (!simulated)
      expect(link).toMatchObject({ verdict: { kind: 'unavailable' }, message: null, source: 'unconfirmed' });
  });

  it('[CHAIN-16] of App Service is asked with its secret, wherever the variables came from', () => {
    const [attempt] = linkOf(askBare(shop, 'vm-web', { environment: appService }), mic).attempts;
    expect(attempt?.command).toMatchObject({
      request: {
        url: `http://127.0.0.1:41741/msi/token?api-version=2019-08-01&resource=https%3A%2F%2Fvault.azure.net`,
        headers: [['X-IDENTITY-HEADER', 'secret']],
      },
    });
  });

  it('[CHAIN-17] is another host, which is not probed', () => {
    const environment = { AZURE_POD_IDENTITY_AUTHORITY_HOST: 'http://127.0.0.1:4100/vm/VM1' };
    expect(askedBy(linkOf(askChain(shop, 'vm-web', { environment }), mic))).toEqual([
      `http://127.0.0.1:4100/vm/vm1/metadata/identity/oauth2/token/${query}`,
    ]);
  });

  it('[CHAIN-17] may be IMDS itself', () => {
    const environment = { AZURE_POD_IDENTITY_AUTHORITY_HOST: 'http://169.254.169.254' };
    expect(linkOf(askChain(shop, 'vm-web', { environment }), mic).verdict.kind).toBe('token');
  });
});

describe('a token request that fails', () => {
  it.each([
    ['vm-bare', 'invalid_request', 'Identity not found'],
    [
      'vm-two',
      'invalid_request',
      'Multiple user assigned identities exist, please specify the clientId / resourceId of the identity in the token request',
    ],
  ])('[CHAIN-13] on %s says what IMDS said', (from, code, description) => {
    const expected = `ManagedIdentityCredential: Authentication failed. Message ${code}: Error(s): Not Available - ${noTimes} - Description: ${description} - ${noIds}`;
    for (const asked of [askChain(shop, from), askBare(shop, from)]) {
      expect(linkOf(asked, mic)).toMatchObject({
        verdict: { kind: 'unavailable', error: 'CredentialUnavailableError' },
        message: expected,
        source: 'sdk',
      });
    }
    expect(ran(askBare(shop, from)).error).toEqual({ name: 'CredentialUnavailableError', message: expected });
  });

  it('[CHAIN-13] on an app has no code, and a correlation ID', () => {
    expect(linkOf(askChain(shop, 'app-user'), mic).message).toMatch(
      /^ManagedIdentityCredential: Authentication failed\. Message : Error\(s\): Not Available - Timestamp: Not Available - Description: Unable to load requested managed identity\. - Correlation ID: [0-9a-f-]{36} - Trace ID: Not Available$/,
    );
  });

  it('[CHAIN-13] at Microsoft Entra ID has all that it prints', () => {
    const { message } = linkOf(askBare(shop, 'vm-web', { resource: 'https://unknown.example' }), mic);
    expect(message).toMatch(
      /Message invalid_resource: Error\(s\): 500011 - Timestamp: \S+ \S+ - Description: AADSTS500011: [^]* - Correlation ID: [0-9a-f-]{36} - Trace ID: [0-9a-f-]{36}$/,
    );
  });

  it('[CHAIN-13] in plain text counts as no answer', () => {
    const restarting = shop.goOn(setFault({ kind: 'restarting', requests: null }));
    expect(linkOf(askBare(restarting, 'vm-web'), mic).message).toContain('Network unreachable. Message: network_error');
  });
});

describe('a fault while the client repeats', () => {
  const waits = (played: Played, ask: typeof askChain | typeof askBare) =>
    linkOf(ask(played, 'vm-web'), mic)
      .attempts.filter(({ timeout }) => timeout === null)
      .map(({ after }) => after);

  it.each([
    ['updating', askBare, [0, 3, 6, 12, 24, 48]],
    ['endpointUpdating', askBare, [0, 0.8, 1.6, 3.2, 6.4, 12.8]],
    ['throttled', askBare, [0]],
    ['serverError', askBare, [0, 1, 2, 4]],
    ['updating', askChain, [0, 3, 6, 12, 24, 48]],
    ['serverError', askChain, [0, 0.8, 1.6, 3.2, 6.4, 12.8]],
    ['throttled', askChain, [0]],
  ] as const)('[CHAIN-21] %s: repeated until the client gives up (%#)', (kind, ask, expected) => {
    const failing = shop.goOn(setFault({ kind, requests: null }));
    expect(waits(failing, ask)).toEqual(expected);
    expect(linkOf(ask(failing, 'vm-web'), mic).verdict.kind).toBe('unavailable');
  });

  it.each([
    ['updating', 2, [0, 3, 6]],
    ['endpointUpdating', 1, [0, 0.8]],
    ['serverError', 3, [0, 1, 2, 4]],
  ] as const)('[CHAIN-24] %s mends itself after %i requests, and a token comes', (kind, requests, expected) => {
    const failing = shop.goOn(setFault({ kind, requests }));
    const asked = askBare(failing, 'vm-web');
    expect(linkOf(asked, mic).attempts.map(({ after }) => after)).toEqual(expected);
    expect(linkOf(asked, mic).verdict.kind).toBe('token');
    expect(playRun(failing, asked).claims.uti).toBe(ran(asked).tokenId);
  });
});
