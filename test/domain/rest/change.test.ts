import { describe, expect, it } from 'vitest';
import { resourceNamed } from '#domain/script/names.ts';
import type { PrincipalId } from '#domain/kernel/brand.ts';
import { openFirewall } from '#domain/network/state.ts';
import {
  accountId,
  commandOf,
  commandsOf,
  create,
  get,
  idOf,
  machine,
  parse,
  reader,
  refusalOf,
  shop,
  vaultId,
} from './shop.ts';

const site = idOf('webApp', 'app-shop');
const server = idOf('sqlServer', 'sql-shop');
const on = { type: 'SystemAssigned' };
const tags = { env: 'test' };
const deny = { defaultAction: 'Deny', ipRules: [{ value: '203.0.113.7' }], bypass: 'None' };

/** Status, and the words after `The request content was invalid: `. */
function refusal(...asked: Parameters<typeof parse>): string {
  const { response, source } = refusalOf(parse(...asked));
  const { error } = JSON.parse(response.body) as {
    readonly error: { readonly code: string; readonly message: string };
  };
  expect([response.status, error.code, source]).toEqual([400, 'InvalidRequestContent', 'unconfirmed']);
  return error.message.replace('The request content was invalid: ', '');
}

describe('a PATCH', () => {
  it.each<[string, string, object, object]>([
    ['the identity', machine, { identity: on }, { type: 'WriteIdentity', method: 'PATCH', identity: on }],
    ['tags', machine, { tags }, { type: 'SetTags', tags }],
    [
      'the permission model',
      vaultId,
      { properties: { enableRbacAuthorization: false } },
      { type: 'SetPermissionModel', model: 'accessPolicies' },
    ],
    [
      'shared keys',
      accountId,
      { properties: { allowSharedKeyAccess: false } },
      { type: 'SetSharedKeyAccess', allowed: false },
    ],
    [
      'who reads references',
      site,
      { properties: { keyVaultReferenceIdentity: reader } },
      { type: 'SetReferenceIdentity', identity: reader },
    ],
    [
      'both parts of the network',
      accountId,
      { properties: { networkAcls: deny, publicNetworkAccess: 'Disabled' } },
      {
        type: 'SetFirewall',
        firewall: {
          defaultAction: 'Deny',
          allowedAddresses: ['203.0.113.7'],
          trustedServices: false,
          publicAccess: false,
        },
      },
    ],
  ])('[REST-18] changes %s', (_what, id, body, expected) => {
    expect(commandOf(parse('PATCH', id, body))).toMatchObject(expected);
  });

  it.each<[string, object, readonly string[]]>([
    [machine, { identity: on, tags }, ['WriteIdentity', 'SetTags']],
    [vaultId, { tags, properties: { enableRbacAuthorization: false } }, ['SetTags', 'SetPermissionModel']],
    [
      accountId,
      { properties: { networkAcls: deny, allowSharedKeyAccess: false } },
      ['SetSharedKeyAccess', 'SetFirewall'],
    ],
    [machine, { tags, properties: { hardwareProfile: { vmSize: 'Standard_B4ms' } } }, ['SetTags', 'CreateResource']],
    [
      site,
      { properties: { siteConfig: { alwaysOn: true, appSettings: [{ name: 'A', value: '1' }] } } },
      ['CreateResource', 'SetAppSettings'],
    ],
  ])('[REST-18] of %s changes all that it says: %j', (id, body, types) => {
    const parsed = parse('PATCH', id, body);
    expect(commandsOf(parsed).map(({ type }) => type)).toEqual(types);
    expect(parsed).toMatchObject({ shows: { kind: 'resource', id } });
  });

  it.each<[string, object, object]>([
    [machine, { sku: { name: 'x' } }, { sku: { name: 'x' } }],
    [
      machine,
      { properties: { hardwareProfile: { vmSize: 'Standard_B4ms' } } },
      { properties: { hardwareProfile: { vmSize: 'Standard_B4ms' } } },
    ],
    [
      machine,
      {
        properties: {
          hardwareProfile: { vmSize: null, other: 1 },
          osProfile: { adminPassword: 'x', computerName: 'c' },
        },
      },
      { properties: { hardwareProfile: { other: 1 }, osProfile: { computerName: 'c' } } },
    ],
    [reader, { properties: { isolationScope: 'Regional' } }, { properties: { isolationScope: 'Regional' } }],
  ])('[REST-18] [ARM-31] of %s keeps what nothing acts on: %j', (id, body, details) => {
    expect(commandOf(parse('PATCH', id, body))).toMatchObject({ type: 'CreateResource', details });
    expect(Object.keys(commandOf(parse('PATCH', id, body)))).not.toContain('tags');
  });

  it('[REST-18] that says nothing new is done', () => {
    const body = { properties: { hardwareProfile: { vmSize: 'Standard_B2s' } } };
    expect(commandOf(parse('PATCH', machine, body))).toEqual(create('virtualMachine', 'vm-web'));
  });

  it('[REST-18] of what is not there is answered as any write to it', () => {
    const missing = idOf('virtualMachine', 'vm-none');
    expect(commandOf(parse('PATCH', missing, { properties: { a: 1 } }))).toMatchObject({
      type: 'SetTags',
      id: missing,
    });
  });

  it.each<[string, object, string]>([
    [machine, { tags, properties: { timeCreated: 'now' } }, 'properties.timeCreated'],
    [machine, { tags, properties: 'x' }, 'properties'],
    [machine, { tags, location: 'northeurope' }, 'location'],
    [accountId, { properties: { enableRbacAuthorization: true } }, 'properties.enableRbacAuthorization'],
    [vaultId, { properties: { allowSharedKeyAccess: false } }, 'properties.allowSharedKeyAccess'],
    [vaultId, { properties: { softDeleteRetentionInDays: 30 } }, 'properties.softDeleteRetentionInDays'],
  ])('[REST-18] of %s passes nothing over: %j', (id, body, unknown) => {
    expect(refusal('PATCH', id, body)).toBe(`'${unknown}' is nothing that can be changed here.`);
  });

  it.each<[string, object, string]>([
    [vaultId, { properties: { enableRbacAuthorization: 'true' } }, 'properties.enableRbacAuthorization'],
    [accountId, { properties: { allowSharedKeyAccess: 0 } }, 'properties.allowSharedKeyAccess'],
    [site, { properties: { keyVaultReferenceIdentity: null } }, 'properties.keyVaultReferenceIdentity'],
    [machine, { identity: null }, 'identity'],
  ])('[REST-18] of %s needs a value of its type: %j', (id, body, name) => {
    expect(refusal('PATCH', id, body)).toBe(`'${name}' is of another type.`);
  });

  it('[REST-18] may say what is so already', () => {
    const { id, name, type, location, properties } = get(vaultId).json as Readonly<Record<string, unknown>>;
    const body = { id, name, type, location, properties, tags };
    expect(commandOf(parse('PATCH', vaultId, body))).toMatchObject({ type: 'SetTags', tags });
  });

  it('[REST-18] of one thing that is so already is given all the same', () => {
    const tagged = shop.goOn(({ state }) => ({ type: 'SetTags', id: resourceNamed(state, 'vm-web').id, tags }));
    expect(commandOf(parse('PATCH', machine, { tags }, undefined, tagged.state))).toMatchObject({ type: 'SetTags' });
  });
});

describe('a PUT', () => {
  const policy = { objectId: 'p', permissions: { secrets: ['Get', 'list'] } };

  it.each<[string, object, object]>([
    [
      idOf('keyVault', 'kv-new'),
      { networkAcls: deny },
      { type: 'SetFirewall', firewall: { defaultAction: 'Deny', allowedAddresses: ['203.0.113.7'] } },
    ],
    [vaultId, { publicNetworkAccess: 'Disabled' }, { type: 'SetFirewall', firewall: { publicAccess: false } }],
    [vaultId, { accessPolicies: [policy] }, { type: 'SetAccessPolicy', objectId: 'p', secrets: ['get', 'list'] }],
    [idOf('storageAccount', 'stnew'), { allowSharedKeyAccess: false }, { type: 'SetSharedKeyAccess', allowed: false }],
    [accountId, { networkAcls: deny }, { type: 'SetFirewall' }],
    [server, { publicNetworkAccess: 'Disabled' }, { type: 'SetFirewall', firewall: { publicAccess: false } }],
    [site, { keyVaultReferenceIdentity: reader }, { type: 'SetReferenceIdentity', identity: reader }],
    [
      site,
      { siteConfig: { appSettings: [{ name: 'A', value: '1' }] } },
      { type: 'SetAppSettings', settings: { A: { value: '1', sticky: false } } },
    ],
  ])('[REST-19] of %s does %j besides', (id, properties, besides) => {
    const parsed = parse('PUT', id, { location: 'westeurope', properties });
    const [first, second, ...more] = commandsOf(parsed);
    expect([first?.type, more]).toEqual(['CreateResource', []]);
    expect(second).toMatchObject(besides);
    expect(parsed).toMatchObject({ shows: { kind: 'resource', id } });
  });

  it('[REST-19] takes away the policies that it does not name', () => {
    const held = shop.goOn({ type: 'SetAccessPolicy', vaultId, objectId: 'q' as PrincipalId, secrets: ['get'] });
    const body = { location: 'westeurope', properties: { accessPolicies: [policy] } };
    expect(commandsOf(parse('PUT', vaultId, body, '2026-02-01', held.state)).slice(1)).toMatchObject([
      { objectId: 'p', secrets: ['get', 'list'] },
      { objectId: 'q', secrets: [] },
    ]);
  });

  it('[REST-19] of a policy without a principal is refused', () => {
    const properties = { accessPolicies: [{ permissions: { secrets: ['get'] } }] };
    expect(refusal('PUT', vaultId, { location: 'westeurope', properties })).toBe(
      "'properties.accessPolicies' is of another type.",
    );
  });

  it.each<[string, object]>([
    [vaultId, { networkAcls: { defaultAction: 'Allow', bypass: 'AzureServices' }, publicNetworkAccess: 'Enabled' }],
    [vaultId, { accessPolicies: [], enabledForDeployment: true }],
    [accountId, { allowSharedKeyAccess: true, minimumTlsVersion: 'TLS1_2' }],
    [server, { publicNetworkAccess: 'Enabled' }],
    [site, { keyVaultReferenceIdentity: 'systemAssigned', httpsOnly: true }],
    [idOf('aksCluster', 'aks-new'), { publicNetworkAccess: 'Disabled' }],
  ])('[REST-19] of %s may say what is so, and more that is not kept: %j', (id, properties) => {
    expect(commandOf(parse('PUT', id, { location: 'westeurope', properties }))).toMatchObject({
      type: 'CreateResource',
    });
  });

  it('[REST-19] may say what was changed since', () => {
    const closed = shop.goOn(({ state }) => ({
      type: 'SetFirewall',
      resourceId: resourceNamed(state, 'kv-shop').id,
      firewall: { ...openFirewall, defaultAction: 'Deny', allowedAddresses: ['203.0.113.7'], trustedServices: false },
    }));
    const body = { location: 'westeurope', properties: { networkAcls: deny } };
    expect(commandOf(parse('PUT', vaultId, body, '2026-02-01', closed.state))).toMatchObject({
      type: 'CreateResource',
    });
  });
});

describe('what is malformed', () => {
  const map = { [reader]: {} };
  const form = "'identity.userAssignedIdentities' is expected to hold an object or null under each ARM id.";

  it.each<[object, string]>([
    [{ identity: 'SystemAssigned' }, "'identity' is expected to be an object."],
    [{ identity: ['SystemAssigned'] }, "'identity' is expected to be an object."],
    [{ identity: { type: 'UserAssigned', identityIds: [reader] } }, "'identity.identityIds' is not known."],
    [{ identity: { type: 'UserAssigned', userAssignedIdentities: [reader] } }, form],
    [{ identity: { type: 'UserAssigned', userAssignedIdentities: { ...map, x: 'y' } } }, form],
    [{ identity: { type: 'UserAssigned', userAssignedIdentities: { [reader]: [] } } }, form],
    [{ tags: 'env' }, "'tags' is expected to be an object of texts."],
    [{ tags: ['env'] }, "'tags' is expected to be an object of texts."],
    [{ tags: { env: 'test', count: 1 } }, "'tags' is expected to be an object of texts."],
  ])('[REST-20] is refused by PATCH and PUT: %j', (body, message) => {
    expect(refusal('PATCH', machine, body)).toBe(message);
    expect(refusal('PUT', idOf('virtualMachine', 'vm-new'), { location: 'westeurope', ...body })).toBe(message);
  });

  it('[REST-20] are not the ids of Azure sent back, nor an empty set of tags', () => {
    const identity = { type: 'SystemAssigned', principalId: 'p', tenantId: 't' };
    expect(commandOf(parse('PATCH', machine, { identity }))).toMatchObject({ identity: on });
    expect(commandOf(parse('PATCH', machine, { tags: null }))).toMatchObject({ type: 'SetTags', tags: {} });
    expect(commandOf(parse('PUT', machine, { identity: null, tags: {} }))).toEqual(
      create('virtualMachine', 'vm-web', { tags: {} }),
    );
  });
});
