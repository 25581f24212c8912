import { describe, expect, it } from 'vitest';
import { idKey } from '#domain/arm/resource-id.ts';
import { parseRest } from '#domain/rest/parse.ts';
import {
  armRequest,
  commandOf,
  create,
  group,
  idOf,
  machine,
  parse,
  reader,
  refusalOf,
  shop,
  vaultId,
} from './shop.ts';
import { expectGolden } from '#test/support/golden.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import type { CommandOf } from '#domain/cloud/command.ts';

const { state } = shop;
const subscription = `/subscriptions/${state.subscriptionId}`;

function code({ response }: SourcedResponse): unknown {
  return (JSON.parse(response.body) as { readonly error: { readonly code: string } }).error.code;
}

describe('a request that cannot be read', () => {
  it.each<[string, number, string]>([
    [group, 400, 'MissingApiVersionParameter'],
    [`${group}?api-version=`, 400, 'MissingApiVersionParameter'],
    ['/subscriptions/other/resourceGroups/rg?api-version=2021-04-01', 404, 'SubscriptionNotFound'],
    [`${group}/providers/Microsoft.Nothing/things/a?api-version=2021-04-01`, 404, 'InvalidResourceType'],
    [`${group}/providers/Microsoft.Nothing/things?api-version=2021-04-01`, 404, 'InvalidResourceType'],
    ['/nowhere?api-version=2021-04-01', 404, 'NotFound'],
    [`${group}/providers?api-version=2021-04-01`, 404, 'NotFound'],
  ])('[REST-04] %s', (path, status, expected) => {
    const url = `https://management.azure.com${path}`;
    const refused = refusalOf(parseRest(state, { method: 'GET', url, headers: [], body: '' }));
    expect(refused.source).toBe('unconfirmed');
    expect(refused.response.status).toBe(status);
    expect(code(refused)).toBe(expected);
  });

  it('[REST-04] is answered in the envelope of ARM', () => {
    const url = `https://management.azure.com${group}`;
    const { response, source } = refusalOf(parseRest(state, { method: 'GET', url, headers: [], body: '' }));
    expectGolden({ ...response, source }, 'REST-04-no-version', 'unconfirmed');
  });

  it.each<[string, Parameters<typeof parse>]>([
    ['a body that is no object', ['PUT', machine, 'text']],
    ['a PATCH of nothing', ['PATCH', machine, {}]],
    ['a lock of no level', ['PUT', `${group}/providers/Microsoft.Authorization/locks/a`, { properties: {} }]],
    ['a move of two', ['POST', `${group}/moveResources`, { resources: ['a', 'b'], targetResourceGroup: 'c' }]],
    ['a script of two lines', ['POST', `${machine}/runCommand`, { script: ['a', 'b'] }]],
    ['a script that is no curl', ['POST', `${machine}/runCommand`, { script: ['rm -rf /'] }]],
    ['a script with a quote left open', ['POST', `${machine}/runCommand`, { script: ["curl 'http://a"] }]],
    ['a key of no number', ['POST', `${idOf('storageAccount', 'stshopimages')}/regenerateKey`, { keyName: 'key3' }]],
    ['two access policies', ['PUT', `${vaultId}/accessPolicies/add`, { properties: { accessPolicies: [{}, {}] } }]],
  ])('[REST-04] is answered 400: %s', (_what, asked) => {
    expect(refusalOf(parse(...asked)).response.status).toBe(400);
  });

  it('[REST-04] is answered 400 where its body is no JSON', () => {
    const request = { ...armRequest('PUT', machine), body: '{' };
    expect(code(refusalOf(parseRest(state, request)))).toBe('InvalidRequestContent');
  });

  it('[REST-04] needs a location for what is new, not for what is there', () => {
    expect(code(refusalOf(parse('PUT', idOf('virtualMachine', 'vm-new'), {})))).toBe('LocationRequired');
    expect(commandOf(parse('PUT', machine, {}))).toEqual(create('virtualMachine', 'vm-web'));
  });

  it.each(['ftp://x', 'https://example.com/', 'https://kv-none.vault.azure.net/secrets/a'])(
    '[REST-04] leads nowhere: %s',
    (url) => {
      const parsed = parseRest(state, { method: 'DELETE', url, headers: [], body: '' });
      expect(refusalOf(parsed).response.status).toBe(404);
    },
  );
});

describe('a path', () => {
  it.each([
    idKey(machine),
    machine.toUpperCase(),
    `//${machine.slice(1)}`,
    `${machine}/`,
    machine.replace('resourceGroups', 'resourcegroups'),
  ])('[REST-05] is compared without case and without slashes too many: %s', (path) => {
    const command = commandOf(parse('DELETE', path));
    expect(idKey((command as CommandOf<'DeleteResource'>).id)).toBe(idKey(machine));
  });

  it('[REST-05] may have a version under an escaped name', () => {
    const url = `https://management.azure.com${machine}?api%2Dversion=2024-07-01`;
    expect(commandOf(parseRest(state, { method: 'DELETE', url, headers: [], body: '' }))).toEqual({
      type: 'DeleteResource',
      id: machine,
    });
  });

  it('[REST-05] is decoded', () => {
    const made = commandOf(parse('PUT', `${subscription}/resourcegroups/Gr%C3%B6%C3%9Fe%20(1)`, { location: 'x' }));
    expect(made).toEqual({ type: 'CreateResourceGroup', name: 'Größe (1)', location: 'x' });
  });

  it.each(['2024-07-01', '2099-01-01', '2015-08-31-preview'])('[REST-05] takes any version: %s', (version) => {
    expect(parse('DELETE', machine, undefined, version).kind).toBe('command');
  });
});

describe('a PUT as an official client sends it', () => {
  it('[REST-02] makes a whole machine', () => {
    const body = {
      location: 'westeurope',
      identity: { type: 'SystemAssigned', userAssignedIdentities: undefined },
      tags: { env: 'test' },
      properties: { hardwareProfile: { vmSize: 'Standard_B1s' }, networkProfile: { networkInterfaces: [{ id: 'x' }] } },
    };
    expect(commandOf(parse('PUT', idOf('virtualMachine', 'vm-new'), body))).toEqual(
      create('virtualMachine', 'vm-new', {
        identity: { systemAssigned: true, userAssigned: [] },
        tags: { env: 'test' },
        details: {
          properties: {
            hardwareProfile: { vmSize: 'Standard_B1s' },
            networkProfile: { networkInterfaces: [{ id: 'x' }] },
          },
        },
      }),
    );
  });

  it.each<[string, string | undefined, string]>([
    ['functionApp', 'functionapp,linux', 'func-new'],
    ['webApp', 'app,linux', 'app-new'],
    ['webApp', undefined, 'app-new'],
    ['functionApp', undefined, 'func-shop'],
  ])('[REST-02] [ARM-12] tells a %s by its kind %j or by what is there', (kind, sent, name) => {
    const body = { location: 'westeurope', kind: sent, properties: {} };
    expect(commandOf(parse('PUT', idOf('webApp', name), body))).toMatchObject({ type: 'CreateResource', kind, name });
  });

  it.each<[string, unknown, string]>([
    ['2023-07-01', {}, 'accessPolicies'],
    ['2023-07-01', { enableRbacAuthorization: null }, 'accessPolicies'],
    ['2026-02-01', {}, 'rbac'],
    ['2023-07-01', { enableRbacAuthorization: true }, 'rbac'],
    ['2026-02-01', { enableRbacAuthorization: false }, 'accessPolicies'],
  ])('[REST-06] of version %s with %j makes a vault of its model', (version, properties, permissionModel) => {
    const body = { location: 'westeurope', properties };
    expect(commandOf(parse('PUT', idOf('keyVault', 'kv-new'), body, version))).toMatchObject({ permissionModel });
  });

  it('[REST-06] says nothing of the model of a vault that is there', () => {
    const body = { location: 'westeurope', properties: {} };
    expect(commandOf(parse('PUT', vaultId, body, '2023-07-01'))).not.toHaveProperty('permissionModel');
  });

  it('[REST-02] [WRITE-10] of what a GET showed is refused for its identity', () => {
    const body = {
      location: 'westeurope',
      identity: { type: 'UserAssigned', userAssignedIdentities: { [reader]: { clientId: 'x', principalId: 'y' } } },
    };
    expect(commandOf(parse('PUT', machine, body))).toMatchObject({ type: 'WriteIdentity', method: 'PUT' });
    expect(code(refusalOf(parse('PUT', idOf('virtualMachine', 'vm-new'), body)))).toBe('InvalidIdentityValues');
  });

  it('[REST-02] [WRITE-07] without a type is passed on as it was sent', () => {
    expect(commandOf(parse('PATCH', machine, { identity: {} }))).toEqual({
      type: 'WriteIdentity',
      resourceId: machine,
      method: 'PATCH',
      identity: {},
    });
  });

  it('[REST-02] of an assignment needs the path of its role', () => {
    const path = `${group}/providers/Microsoft.Authorization/roleAssignments/11111111-2222-4333-8444-555555555555`;
    const properties = { roleDefinitionId: '4633458b-17de-408a-b874-0445c86b69e6', principalId: 'p' };
    expect(code(refusalOf(parse('PUT', path, { properties })))).toBe('BadRequestFormat');
  });

  it('[REST-02] of one SQL firewall rule adds it to those that are there', () => {
    const server = idOf('sqlServer', 'sql-shop');
    const properties = { startIpAddress: '203.0.113.7', endIpAddress: '203.0.113.7' };
    expect(commandOf(parse('PUT', `${server}/firewallRules/office`, { properties }))).toMatchObject({
      type: 'SetFirewall',
      resourceId: server,
      firewall: { defaultAction: 'Allow', allowedAddresses: ['203.0.113.7'], trustedServices: true },
    });
  });

  it('[REST-02] of policies knows add, replace and remove', () => {
    const granted = shop.goOn({ type: 'SetAccessPolicy', vaultId, objectId: 'p' as never, secrets: ['get'] });
    const of = (operation: string, secrets: readonly string[]) =>
      commandOf(
        parse(
          'PUT',
          `${vaultId}/accessPolicies/${operation}`,
          { properties: { accessPolicies: [{ objectId: 'p', permissions: { secrets } }] } },
          undefined,
          granted.state,
        ),
      );
    expect(of('add', ['LIST'])).toMatchObject({ secrets: ['get', 'list'] });
    expect(of('replace', ['list'])).toMatchObject({ secrets: ['list'] });
    expect(of('remove', ['get'])).toMatchObject({ secrets: [] });
    expect(of('replace', ['all'])).toMatchObject({ secrets: ['get', 'list', 'set', 'delete', 'recover', 'purge'] });
  });
});
