import { describe, expect, it } from 'vitest';
import type { Step } from '#domain/script/script.ts';
import { ScriptError } from '#domain/script/names.ts';
import { runScript } from '#domain/script/run.ts';
import { originNamed } from '#domain/script/to-command.ts';
import {
  askToken,
  host,
  idsOf,
  noRoleDelay,
  readSecret,
  run,
  shopGroup,
  vault,
  webShop,
} from '#test/support/engine.ts';

const arm = 'https://management.azure.com/';

describe('whoever gives a step', () => {
  const shop = run('callers', webShop, [
    { do: 'user', name: 'Olga Owner' },
    { do: 'user', name: 'Rita Reader' },
    { do: 'assign-role', role: 'Owner', to: 'Olga Owner', at: 'rg-shop' },
    { do: 'assign-role', role: 'Reader', to: 'Rita Reader', at: 'rg-shop' },
  ]);
  const stop = (by: string): Step => ({ do: 'power', on: 'vm-web', action: 'deallocate', by });

  it('[LOG-16] is the learner where nobody is named', () => {
    const { by } = shop.goOn({ do: 'power', on: 'vm-web', action: 'deallocate' }).entry(-1);
    expect(by).toEqual({ kind: 'user', displayName: 'You' });
  });

  it('[LOG-16] is a user whose rights count', () => {
    const done = shop.goOn(stop('olga owner'));
    expect(done.entry(-1).by).toMatchObject({ displayName: 'Olga Owner' });
    expect(done.answer.status).toBe(202);
    expect(shop.goOn(stop('Rita Reader')).answer.body).toContain('AuthorizationFailed');
  });

  it('[LOG-16] is an identity too', () => {
    const refused = shop.goOn(stop('vm-web'));
    expect(refused.entry(-1).by).toMatchObject({ principalId: idsOf(shop, 'vm-web').principalId });
    expect(refused.answer.status).toBe(403);
  });

  it('[LOG-16] gets a token of one’s own on the laptop', () => {
    const asked = shop.goOn({ do: 'get-access-token', resource: arm, by: 'Rita Reader' });
    expect(asked.claims).toMatchObject({ idtyp: 'user', aud: arm });
    const { by, command } = asked.entry(-1);
    expect(asked.claims.oid).toBe(by.principalId);
    expect(command).toEqual({ type: 'RequestUserToken', resource: arm });
    const called = asked.goOn({ do: 'call', from: 'laptop', get: 'arm/kv-shop' });
    expect(called.answer.status).toBe(200);
  });

  it('[LOG-14] tells the tokens of two people apart by their labels', () => {
    const both = shop.goOn([
      { do: 'get-access-token', resource: arm, by: 'Olga Owner', label: 'olga' },
      { do: 'get-access-token', resource: arm, by: 'Rita Reader' },
      { do: 'call', from: 'laptop', send: 'DELETE', to: 'arm/vm-web' },
      { do: 'call', from: 'laptop', send: 'DELETE', to: 'arm/vm-web', token: 'olga' },
    ]);
    expect(both.entry(-2).events.at(-1)).toMatchObject({ response: { status: 403 } });
    expect(both.answer.status).toBe(202);
  });
});

describe('where a request comes from', () => {
  const workflow = 'repo:contoso/shop:environment:production';
  const shop = run('origins', shopGroup, noRoleDelay, ...vault, host('app-shop', { kind: 'webApp' }), [
    { do: 'create', kind: 'webAppSlot', name: 'app-shop/staging', in: 'rg-shop', systemAssigned: true },
    { do: 'create', kind: 'aksCluster', name: 'aks-shop', in: 'rg-shop' },
    { do: 'create', kind: 'userAssignedIdentity', name: 'id-shop-reader', in: 'rg-shop' },
    { do: 'federate', identity: 'id-shop-reader', with: 'aks-shop/shop/orders', name: 'pod' },
    { do: 'federate', identity: 'id-shop-reader', with: workflow, name: 'workflow' },
    { do: 'service-account', cluster: 'aks-shop', namespace: 'shop', name: 'orders', identity: 'id-shop-reader' },
    { do: 'assign-role', role: 'Key Vault Secrets User', to: 'id-shop-reader', at: 'kv-shop' },
  ]);

  it.each<[string, object]>([
    ['laptop', { kind: 'laptop' }],
    ['app-shop', { kind: 'host' }],
    ['App-Shop/Staging', { kind: 'host' }],
    ['aks-shop/shop/orders', { kind: 'pod', namespace: 'shop', serviceAccount: 'orders' }],
    [workflow, { kind: 'external', subject: workflow }],
  ])('[LOG-18] may be %s', (name, origin) => {
    expect(originNamed(shop.state, name)).toMatchObject(origin);
  });

  it('[LOG-18] is a slot of its own', () => {
    const ids = ['app-shop', 'app-shop/staging'].map((name) => originNamed(shop.state, name));
    expect(ids[0]).not.toEqual(ids[1]);
  });

  it.each([
    ['aks-shop', 'aks-shop is not a host.'],
    ['aks-none/shop/orders', 'There is no resource named aks-none.'],
    ['app-shop/shop/orders', 'app-shop is a webApp, not a aksCluster.'],
    ['a/b/c/d', 'There is no resource named a/b/c/d.'],
  ])('[LOG-13] is not %s', (name, message) => {
    expect(() => originNamed(shop.state, name)).toThrow(new ScriptError(message));
  });

  it.each<[string, Partial<Extract<Step, { do: 'request-token' }>>]>([
    ['aks-shop/shop/orders', {}],
    [workflow, { as: 'id-shop-reader' }],
  ])('[LOG-18] %s exchanges what its platform gives it, and calls with that', (from, more) => {
    const read = shop.goOn(askToken(from, more), readSecret(from));
    expect(read.answer.status).toBe(200);
    expect(read.claims.oid).toBe(idsOf(shop, 'id-shop-reader').principalId);
  });

  it('[LOG-14] keeps the tokens of two workloads apart', () => {
    const asked = shop.goOn(askToken('aks-shop/shop/orders'));
    for (const from of ['aks-shop/shop/others', workflow]) {
      expect(asked.goOn(readSecret(from)).entry(-1).command).toMatchObject({ token: { kind: 'none' } });
    }
  });

  it('[LOG-14] labels the token of a workload', () => {
    const script: Step[] = [
      askToken(workflow, { as: 'id-shop-reader', label: 'stolen' }),
      readSecret('laptop', { token: 'stolen' }),
    ];
    expect(shop.goOn(script).answer.status).toBe(200);
    const other = askToken('repo:contoso/shop:pull_request', { as: 'id-shop-reader', label: 'stolen' });
    expect(() => runScript(shop.world, [other, readSecret('laptop', { token: 'stolen' })])).toThrow(
      'No token is labelled stolen.',
    );
  });
});
