import { describe, expect, it } from 'vitest';
import { askToken, host, run, shopGroup, storage } from '#test/support/engine.ts';
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
    'https://servicebus.azure.net',
    'https://eventhubs.azure.net',
    'https://azconfig.io',
    'https://cognitiveservices.azure.com',
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
  ])('[ENTRA-12] do not hold %s', (resource) => {
    const { answer } = ask(resource);
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject({
      error: 'invalid_resource',
      error_codes: [500_011],
      error_description: expect.stringContaining(`The resource principal named ${resource} was not found`),
    });
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
