import { describe, expect, it } from 'vitest';
import type { CommandOf } from '#domain/cloud/command.ts';
import { resourceNamed } from '#domain/script/names.ts';
import type { Step } from '#domain/script/script.ts';
import { idsOf, run, webShop } from '#test/support/engine.ts';

const vault = 'https://vault.azure.net';
const shop = run('requests', webShop);

function requestOf(step: Step) {
  const { command } = shop.goOn(step).entry(-1);
  if (command.type !== 'RequestToken' && command.type !== 'CallTarget') throw new Error(command.type);
  return command.request;
}

const ask = { do: 'request-token', from: 'vm-web', resource: vault } as const;

describe('a request that differs', () => {
  it('[LOG-20] sets and leaves out headers, parameters and the method; the rest keeps its place', () => {
    const usual = requestOf(ask);
    const odd = requestOf({
      ...ask,
      but: { method: 'POST', headers: { 'X-Forwarded-For': '10.0.0.4' }, query: { 'api-version': '2017-01-01' } },
    });
    expect(odd.method).toBe('POST');
    expect(odd.headers).toEqual([...usual.headers, ['X-Forwarded-For', '10.0.0.4']]);
    expect(odd.url).toBe(usual.url.replace('2018-02-01', '2017-01-01'));
    const bare = requestOf({ ...ask, but: { headers: { metadata: null }, query: { resource: null } } });
    expect(bare.headers).toEqual([]);
    expect(bare.url).toBe(usual.url.slice(0, usual.url.indexOf('&resource')));
  });

  it('[LOG-20] is a call too', () => {
    const read = { do: 'call', from: 'vm-web', get: 'kv-shop/secrets/db-password', token: 'none' } as const;
    const { url } = requestOf({ ...read, but: { query: { 'api-version': null } } });
    expect(url).toBe('https://kv-shop.vault.azure.net/secrets/db-password');
  });

  it('[LOG-19] names things in parameters and audiences by their ids', () => {
    const byResource = requestOf({ ...ask, but: { query: { mi_res_id: '{resource-id:vm-web}' } } });
    expect(decodeURIComponent(byResource.url)).toContain(`mi_res_id=${idsOf(shop, 'vm-web').resourceId}`);
    const withApi = shop.goOn({ do: 'register-application', name: 'app-orders' });
    const { command } = withApi.goOn({ ...ask, resource: 'api://{app-id:app-orders}' }).entry(-1);
    expect((command as CommandOf<'RequestToken'>).request.url).toMatch(/resource=api%3A%2F%2F[0-9a-f-]{36}/);
    expect(() => shop.goOn({ ...ask, resource: 'api://{app-id:app-orders}' })).toThrow(
      'no application named app-orders',
    );
  });
});

describe('a token request that retries', () => {
  function entriesOf(fault: 'updating' | 'throttled', requests: number, step: Step): readonly string[] {
    const before = shop.goOn({ do: 'fault', on: 'vm-web', fault, requests });
    const { entries } = before.goOn(step).world.timeline;
    return entries
      .slice(before.world.timeline.entries.length)
      .map(({ command }) => (command.type === 'AdvanceClock' ? `${command.seconds} s` : command.type));
  }

  it('[LOG-21] waits and asks again until the answer is another', () => {
    expect(entriesOf('updating', 2, { ...ask, retry: 'ManagedIdentityCredential' })).toEqual([
      'RequestToken',
      '3 s',
      'RequestToken',
      '6 s',
      'RequestToken',
    ]);
  });

  it('[LOG-21] gives up where its client does', () => {
    expect(entriesOf('throttled', 9, { ...ask, retry: 'ManagedIdentityCredential' })).toEqual(['RequestToken']);
    expect(entriesOf('throttled', 9, { ...ask, retry: 'msal-node' })).toHaveLength(7);
  });

  it('[LOG-12] a script on a machine, an application and its role are steps', () => {
    const { command } = shop.goOn({ do: 'run-command', on: 'vm-web', resource: vault }).entry(-1);
    expect(command).toMatchObject({ type: 'RunCommand', id: resourceNamed(shop.state, 'vm-web').id });
    const role = shop.goOn({ do: 'app-role', role: 'User.Read.All', of: 'Microsoft Graph', to: 'vm-web' }).entry(-1);
    expect(role.command).toMatchObject({ type: 'AssignAppRole', role: 'User.Read.All' });
  });
});
