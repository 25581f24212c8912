import { describe, expect, it } from 'vitest';
import { askToken, host, run, shopGroup, storage } from '#test/support/engine.ts';
import { applicationNamed, registered } from './directory.ts';
import { expectGolden } from '#test/support/golden.ts';

const shop = run('entra', shopGroup, host(), ...storage);
const ask = (resource: string) => shop.goOn(askToken('vm-web', { resource }));

describe('the audiences that Microsoft Entra ID knows', () => {
  it.each([
    'https://management.azure.com/',
    'https://management.azure.com',
    'https://management.core.windows.net/',
    'https://vault.azure.net',
    'https://vault.azure.net/',
    'cfa8b339-82a2-471a-a3c9-0fc0be7a4093',
    'https://storage.azure.com/',
    'https://storage.azure.com',
    'e406a681-f3d4-42a8-90b6-c2b029497af1',
    'https://stshopimages.blob.core.windows.net',
    'https://stshopimages.blob.core.windows.net/',
    'https://graph.microsoft.com',
    'https://graph.microsoft.com/',
    '00000003-0000-0000-c000-000000000000',
    'https://servicebus.azure.net',
    'https://eventhubs.azure.net',
    'https://azconfig.io',
    'https://cognitiveservices.azure.com',
    'https://ai.azure.com',
    'https://managedhsm.azure.net',
    'https://datalake.azure.net/',
  ])('[ENTRA-12] hold %s', (resource) => {
    expect(ask(resource).claims.aud).toBe(resource);
  });

  it.each([
    // The address of a vault is not its audience (facts: tokens §9, gotcha 1).
    'https://kv-shop.vault.azure.net',
    'https://stother.blob.core.windows.net',
    'https://vault.azure.net//',
    'vault.azure.net',
    'api://shop',
    'api://00000003-0000-0000-c000-000000000001',
    '00000003-0000-0000-c000-000000000001',
    'https://cosmos-shop.documents.azure.com',
  ])('[ENTRA-12] do not hold %s', (resource) => {
    const { answer } = ask(resource);
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject({
      error: 'invalid_resource',
      error_codes: [500_011],
      error_description: expect.stringContaining(`The resource principal named ${resource} was not found`),
    });
  });

  it.each(['https://cosmos-shop.documents.azure.com', 'https://cosmos-shop.documents.azure.com/'])(
    '[ENTRA-12] hold %s once the account exists',
    (resource) => {
      const made = shop.goOn({ do: 'create', kind: 'cosmosAccount', name: 'cosmos-shop', in: 'rg-shop' });
      expect(made.goOn(askToken('vm-web', { resource })).claims.aud).toBe(resource);
    },
  );

  it.each(['api://', ''])('[ENTRA-12] hold an application of the tenant by %s<client ID>', (prefix) => {
    const made = shop.goOn(registered('Shop API'));
    const { appId } = applicationNamed(made, 'Shop API');
    const asked = made.goOn(askToken('vm-web', { resource: `${prefix}${appId}` }));
    expect(asked.claims.aud).toBe(`${prefix}${appId}`);
    expect(asked.goOn(askToken('vm-web', { resource: `${prefix}${appId}/` })).answer.status).toBe(400);
  });

  it('[ENTRA-12] lose the address of an account that was deleted', () => {
    const gone = shop.goOn({ do: 'delete', name: 'stshopimages' });
    const asked = gone.goOn(askToken('vm-web', { resource: 'https://stshopimages.blob.core.windows.net' }));
    expect(asked.answer.status).toBe(400);
  });

  it('[ENTRA-13] are no scopes', () => {
    const { answer } = ask('https://vault.azure.net/.default');
    expectGolden(answer, 'ENTRA-13-scope', 'capture');
    expect(answer.body).toContain('The resource principal named https://vault.azure.net/.default was not found');
  });
});

describe('how the platform signs in', () => {
  it('[ENTRA-16] sends client ID and resource under an assertion', () => {
    const asked = ask('https://vault.azure.net');
    const [, toEntra] = asked.hops;
    expect(toEntra).toMatchObject({
      kind: 'request',
      from: { kind: 'imds' },
      to: { kind: 'entra', tenantId: shop.state.tenantId },
      request: { method: 'POST', url: `https://login.microsoftonline.com/${shop.state.tenantId}/oauth2/token` },
    });
    const form = new URLSearchParams(toEntra?.request.body);
    expect(Object.fromEntries(form)).toMatchObject({
      grant_type: 'client_credentials',
      client_id: asked.claims.appid,
      resource: 'https://vault.azure.net',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    });
    expect(form.has('client_secret')).toBe(false);
  });

  it('[ENTRA-16] is given the token for the host', () => {
    const answer = ask('https://vault.azure.net').hops.find(
      (hop) => hop.kind === 'response' && hop.from.kind === 'entra',
    );
    if (answer?.kind !== 'response') throw new Error('no answer');
    expectGolden({ ...answer.response, source: answer.source }, 'ENTRA-16-token', 'unconfirmed');
  });
});
