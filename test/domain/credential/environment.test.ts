import { describe, expect, it } from 'vitest';
import { identityHeader } from '#domain/appservice/request.ts';
import type { AppSetting } from '#domain/appservice/state.ts';
import type { Cluster, HostKind } from '#domain/arm/resource.ts';
import { environmentOf, variable } from '#domain/credential/environment.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import { resourceNamed } from '#domain/script/names.ts';
import { originNamed } from '#domain/script/to-command.ts';
import { idsOf, identity, run, shopGroup } from '#test/support/engine.ts';
import type { Deed, MadeDeed, Played } from '#test/support/engine.ts';
import { askChain, askedBy, linkOf, playRun } from './ask-credential.ts';

function create(kind: HostKind, name: string, systemAssigned = true): Deed {
  const envelope = { type: 'CreateResource', resourceGroup: 'rg-shop', location: 'westeurope' } as const;
  return { ...envelope, kind, name, identity: { systemAssigned, userAssigned: [] } };
}

const setting = (value: string): AppSetting => ({ value, sticky: false });

function set(name: string, settings: Readonly<Record<string, AppSetting>>): MadeDeed {
  return ({ state }) => ({ type: 'SetAppSettings', id: resourceNamed(state, name).id, settings });
}

const shop = run(
  'chain',
  shopGroup,
  identity(),
  create('virtualMachine', 'vm-web'),
  create('vmScaleSet', 'vmss-web'),
  create('webApp', 'app-shop'),
  create('webAppSlot', 'app-shop/staging'),
  create('functionApp', 'func-shop'),
  create('containerApp', 'ca-shop'),
  create('webApp', 'app-bare', false),
);

function seenBy(played: Played, from: string, own: Record<string, string> = {}) {
  return environmentOf(played.state, originNamed(played.state, from), own);
}

const linux = 'http://172.16.0.2:8081/msi/token';
const container = 'http://localhost:42356/msi/token';

describe('what the platform sets', () => {
  it.each([
    ['app-shop', linux],
    ['app-shop/staging', linux],
    ['func-shop', linux],
    ['ca-shop', container],
  ])('[CHAIN-06] %s has an endpoint and a secret of its own', (name, endpoint) => {
    expect(seenBy(shop, name)).toEqual({
      IDENTITY_ENDPOINT: endpoint,
      IDENTITY_HEADER: identityHeader('chain', resourceNamed(shop.state, name).id),
    });
  });

  it.each(['vm-web', 'vmss-web', 'app-bare', 'laptop'])('[CHAIN-06] nothing for %s', (name) => {
    expect(seenBy(shop, name)).toEqual({});
  });

  it('[CHAIN-06] no endpoint once the identity is off', () => {
    const off = shop.goOn({ do: 'disable-system-assigned', on: 'app-shop' });
    expect(seenBy(off, 'app-shop')).toEqual({});
    expect(seenBy(off, 'app-shop/staging')).toHaveProperty('IDENTITY_ENDPOINT');
  });

  it.each([
    ['app-shop', linux],
    ['app-shop/staging', linux],
    ['func-shop', linux],
    ['ca-shop', container],
  ])('[CHAIN-06] %s is led there, and given a token of its own', (name, endpoint) => {
    const asked = askChain(shop, name);
    const link = linkOf(asked, 'ManagedIdentityCredential');
    expect(link.verdict.kind).toBe('token');
    expect(askedBy(link)).toEqual([`${endpoint}?api-version=2019-08-01&resource=https%3A%2F%2Fvault.azure.net`]);
    expect(playRun(shop, asked).claims.oid).toBe(idsOf(shop, name).principalId);
  });

  it('[CHAIN-06] a scale set asks IMDS like a machine', () => {
    const asked = askChain(shop, 'vmss-web');
    expect(linkOf(asked, 'ManagedIdentityCredential').verdict.kind).toBe('token');
    expect(playRun(shop, asked).claims.oid).toBe(idsOf(shop, 'vmss-web').principalId);
  });
});

describe('what settings and the process set', () => {
  const settings = { AZURE_CLIENT_ID: setting('a'), COLOUR: setting('green') };
  const played = shop.goOn(set('app-shop', settings));

  it('[CHAIN-06] are beside what the platform sets', () => {
    expect(seenBy(played, 'app-shop')).toMatchObject({
      AZURE_CLIENT_ID: 'a',
      COLOUR: 'green',
      IDENTITY_ENDPOINT: linux,
    });
    expect(seenBy(played, 'app-shop/staging')).not.toHaveProperty('COLOUR');
  });

  it('[CHAIN-06] win in their order', () => {
    const over = shop.goOn(set('app-shop', { IDENTITY_HEADER: setting('by-hand'), COLOUR: setting('green') }));
    const seen = seenBy(over, 'app-shop', { COLOUR: 'blue' });
    expect(seen).toMatchObject({ IDENTITY_HEADER: 'by-hand', COLOUR: 'blue' });
  });

  it('[CHAIN-06] travel to the other slot by a swap, where that identity is not attached', () => {
    const user = run(
      'chain',
      shopGroup,
      identity(),
      create('webApp', 'app-shop'),
      create('webAppSlot', 'app-shop/staging'),
      { do: 'attach', identity: 'id-shop-reader', to: 'app-shop/staging' },
      (after) => set('app-shop/staging', { AZURE_CLIENT_ID: setting(idsOf(after, 'id-shop-reader').clientId) })(after),
    );
    const verdict = (world: Played, from: string) =>
      linkOf(askChain(world, from), 'ManagedIdentityCredential').verdict.kind;
    expect([verdict(user, 'app-shop'), verdict(user, 'app-shop/staging')]).toEqual(['token', 'token']);
    const swapped = user.goOn(({ state }) => ({ type: 'SwapSlots', id: resourceNamed(state, 'app-shop/staging').id }));
    expect([verdict(swapped, 'app-shop'), verdict(swapped, 'app-shop/staging')]).toEqual(['unavailable', 'token']);
    expect(linkOf(askChain(swapped, 'app-shop'), 'ManagedIdentityCredential').message).toContain(
      'No User Assigned or Delegated Managed Identity found for specified ClientId/ResourceId/PrincipalId',
    );
  });

  it.each([
    [{}, 'A', null],
    [{ A: '' }, 'A', null],
    [{ A: ' ' }, 'A', ' '],
    [{ A: 'x' }, 'a', null],
    [{ A: 'x' }, 'A', 'x'],
    [{}, 'toString', null],
  ])('[CHAIN-06] are read from %o by the name %s as %s', (environment, name, value) => {
    expect(variable(environment, name)).toBe(value);
  });
});

describe('what workload identity sets', () => {
  const withCluster = shop.goOn({
    type: 'CreateResource',
    kind: 'aksCluster',
    resourceGroup: 'rg-shop',
    name: 'aks-shop',
    location: 'westeurope',
  });
  const cluster = resourceNamed(withCluster.state, 'aks-shop') as Cluster;
  const account = (name: string, clientId: string | null): Deed => ({
    type: 'CreateServiceAccount',
    clusterId: cluster.id,
    namespace: 'shop',
    name,
    clientId,
  });
  const played = withCluster.goOn(account('web', 'c1'), account('plain', null));
  const pod = (serviceAccount: string, namespace = 'shop'): Origin => ({
    kind: 'pod',
    clusterId: cluster.id,
    namespace,
    serviceAccount,
  });
  const always = {
    AZURE_TENANT_ID: shop.state.tenantId,
    AZURE_FEDERATED_TOKEN_FILE: '/var/run/secrets/azure/tokens/azure-identity-token',
    AZURE_AUTHORITY_HOST: 'https://login.microsoftonline.com/',
  };

  it.each([
    ['web', 'shop', { ...always, AZURE_CLIENT_ID: 'c1' }],
    ['plain', 'shop', always],
    ['web', 'default', {}],
    ['nobody', 'shop', {}],
  ])('[CHAIN-07] in a pod of %s in %s', (serviceAccount, namespace, expected) => {
    expect(environmentOf(played.state, pod(serviceAccount, namespace), {})).toEqual(expected);
  });

  it('[CHAIN-07] gives way to what the pod sets', () => {
    const seen = environmentOf(played.state, pod('web'), { AZURE_CLIENT_ID: 'c2' });
    expect(seen).toEqual({ ...always, AZURE_CLIENT_ID: 'c2' });
  });

  it('[CHAIN-07] is nothing for a workload outside Azure', () => {
    const from: Origin = { kind: 'external', issuer: 'https://token.example', subject: 'main' };
    expect(environmentOf(played.state, from, { A: 'x' })).toEqual({ A: 'x' });
  });
});
