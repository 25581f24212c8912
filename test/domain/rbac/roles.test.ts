import { describe, expect, it } from 'vitest';
import { builtInRoles, findRole, findRoleByName, grantsDataAction, matchesAction } from '#domain/rbac/roles.ts';
import { getSecretAction } from '#domain/keyvault/rules.ts';
import type { Step } from '#domain/script/script.ts';
import {
  askToken,
  call,
  host,
  noRoleDelay,
  readImage,
  readSecret,
  run,
  shopGroup,
  storage,
  storageAudience,
  vault,
} from '#test/support/engine.ts';
import type { Played } from '#test/support/engine.ts';

const shop = run('roles', shopGroup, noRoleDelay, host(), vault, storage);
const askImages = askToken('vm-web', { resource: storageAudience });

/** Writes a blob with the token that vm-web was given last. */
const writeImage = call(
  'vm-web',
  {
    method: 'PUT',
    url: 'https://stshopimages.blob.core.windows.net/images/new.svg',
    headers: [['x-ms-version', '2026-04-06']],
    body: '<svg/>',
  },
  ({ claims }) => ({ kind: 'jwt', claims, signature: 'valid' }),
);

function withRole(role: string): Played {
  const assign: Step = { do: 'assign-role', role, to: 'vm-web', at: 'subscription' };
  return shop.goOn(assign);
}

/** What vm-web may do with a role at the whole subscription: read a secret, read a blob, write a blob. */
function access(role: string): [secret: number, read: number, write: number] {
  const played = withRole(role);
  return [
    played.goOn(askToken(), readSecret()).answer.status,
    played.goOn(askImages, readImage()).answer.status,
    played.goOn(askImages, writeImage).answer.status,
  ];
}

/** Ids and names, written down apart from the roles (facts: tokens §7.7, control-plane §4.1). */
const tableOfRoles = [
  ['8e3af657-a8ff-443c-a75c-2fe8c4bcb635', 'Owner'],
  ['b24988ac-6180-42a0-ab88-20f7382dd24c', 'Contributor'],
  ['acdd72a7-3385-48ef-bd42-f606fba81ae7', 'Reader'],
  ['18d7d88d-d35e-4fb5-a5c3-7773c20a72d9', 'User Access Administrator'],
  ['f58310d9-a9f6-439a-9e8d-f62e7b41a168', 'Role Based Access Control Administrator'],
  ['e40ec5ca-96e0-45a2-b4ff-59039f2c2b59', 'Managed Identity Contributor'],
  ['f1a07417-d97a-45cb-824c-7a7467783830', 'Managed Identity Operator'],
  ['7e559ce2-48d7-4b27-9128-fa1b247f1308', 'Managed Identity Federated Identity Credential Contributor'],
  ['9980e02c-c2be-4d73-94e8-173b1dc7cf3c', 'Virtual Machine Contributor'],
  ['de139f84-1756-47ae-9be6-808fbbe84772', 'Website Contributor'],
  ['00482a5a-887f-4fb3-b363-3b7fe8e74483', 'Key Vault Administrator'],
  ['4633458b-17de-408a-b874-0445c86b69e6', 'Key Vault Secrets User'],
  ['b86a8fe4-44ce-4948-aee5-eccb2c155cd7', 'Key Vault Secrets Officer'],
  ['21090545-7ca7-4776-b22c-e363652d74d2', 'Key Vault Reader'],
  ['f25e0fa2-a7c8-4377-a976-54943a77a395', 'Key Vault Contributor'],
  ['db79e9a7-68ee-4b58-9aeb-b90e7c24fcba', 'Key Vault Certificate User'],
  ['12338af0-0e69-4776-bea7-57ae8d297424', 'Key Vault Crypto User'],
  ['8b54135c-b56d-4d72-a534-26097cfdc8d8', 'Key Vault Data Access Administrator'],
  ['17d1049b-9a84-46fb-8f53-869881c3d3ab', 'Storage Account Contributor'],
  ['2a2b9908-6ea1-4ae2-8e65-a410df84e7d1', 'Storage Blob Data Reader'],
  ['ba92f5b4-2d11-453d-a403-e96b0029c9fe', 'Storage Blob Data Contributor'],
  ['b7e6dc6d-f1e8-4753-8033-0f276bb0955b', 'Storage Blob Data Owner'],
  ['db58b8e5-c6ad-4a2a-8342-4190687cbf4a', 'Storage Blob Delegator'],
  ['19e7f393-937e-4f77-808e-94535e297925', 'Storage Queue Data Reader'],
  ['974c5e8b-45b9-4653-ba55-5f855dd0fb88', 'Storage Queue Data Contributor'],
  ['c6a89b2d-59bc-44d0-9896-0f6e12d7b80a', 'Storage Queue Data Message Sender'],
  ['8a0f0c08-91a1-4084-bc3d-661d67233fed', 'Storage Queue Data Message Processor'],
  ['76199698-9eea-4c19-bc75-cec21354c6b6', 'Storage Table Data Reader'],
  ['0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3', 'Storage Table Data Contributor'],
  ['090c5cfd-751d-490a-894a-3ce6f1109419', 'Azure Service Bus Data Owner'],
  ['4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0', 'Azure Service Bus Data Receiver'],
  ['69a216fc-b8fb-44d8-bc22-1f3c2cd27a39', 'Azure Service Bus Data Sender'],
  ['f526a384-b230-433a-b45c-95f59c4a2dec', 'Azure Event Hubs Data Owner'],
  ['a638d3c7-ab3a-418d-83e6-5f17a39d4fde', 'Azure Event Hubs Data Receiver'],
  ['2b629674-e913-4c01-ae53-ef4638d8f975', 'Azure Event Hubs Data Sender'],
  ['5ae67dd6-50cb-40e7-96ff-dc2bfa4b606b', 'App Configuration Data Owner'],
  ['516239f1-63e1-4d78-a4de-a74fb236a071', 'App Configuration Data Reader'],
  ['5e0bd9bd-7b93-4f28-af87-19fc36ad61bd', 'Cognitive Services OpenAI User'],
  ['a97b65f3-24c7-4388-baec-2e87135dc908', 'Cognitive Services User'],
  ['7f951dda-4ed3-4680-a7ca-43fe172d538d', 'AcrPull'],
  ['8311e382-0749-4cb8-b61a-304f252e45ec', 'AcrPush'],
  ['5bd9cd88-fe45-4216-938b-f97437e15450', 'DocumentDB Account Contributor'],
  ['fbdf93bf-df7d-467e-a4d2-9458aa1360c8', 'Cosmos DB Account Reader Role'],
  ['9b7fa17d-e63e-47b0-bb0a-15c516ac86ec', 'SQL DB Contributor'],
] as const;

describe('the built-in roles', () => {
  it('[RBAC-01] have Azure’s ids', () => {
    const ids = Object.fromEntries(builtInRoles.map(({ id, name }) => [name, id]));
    expect(ids).toMatchObject({
      Owner: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
      Contributor: 'b24988ac-6180-42a0-ab88-20f7382dd24c',
      Reader: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
      'User Access Administrator': '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9',
      'Key Vault Administrator': '00482a5a-887f-4fb3-b363-3b7fe8e74483',
      'Key Vault Secrets User': '4633458b-17de-408a-b874-0445c86b69e6',
      'Storage Blob Data Owner': 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b',
      'Storage Blob Data Contributor': 'ba92f5b4-2d11-453d-a403-e96b0029c9fe',
      'Storage Blob Data Reader': '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1',
      'Managed Identity Operator': 'f1a07417-d97a-45cb-824c-7a7467783830',
    });
    expect(new Set(Object.values(ids)).size).toBe(builtInRoles.length);
  });

  it('[RBAC-01] are those of Azure’s table, by id', () => {
    const known = new Map(builtInRoles.map(({ id, name }) => [id.toString(), name]));
    expect(tableOfRoles.filter(([id, name]) => known.get(id) !== name)).toEqual([]);
    expect(known.size).toBe(tableOfRoles.length);
  });

  it('[RBAC-01] are found by id in any case, and by their exact name', () => {
    for (const role of builtInRoles) {
      expect(findRole(role.id.toUpperCase())).toBe(role);
      expect(findRoleByName(role.name)).toBe(role);
    }
    expect(findRoleByName('owner')).toBeUndefined();
  });

  it.each([
    'Owner',
    'Contributor',
    'Reader',
    'User Access Administrator',
    'Key Vault Contributor',
    'Storage Account Contributor',
    'Managed Identity Contributor',
    'Managed Identity Operator',
    'Managed Identity Federated Identity Credential Contributor',
    'Virtual Machine Contributor',
    'Website Contributor',
    'Role Based Access Control Administrator',
    'Key Vault Data Access Administrator',
    'Storage Blob Delegator',
    'DocumentDB Account Contributor',
    'SQL DB Contributor',
  ])('[RBAC-13] %s is of the control plane and reads no data', (role) => {
    expect(access(role)).toEqual([403, 403, 403]);
  });

  it.each<[string, readonly number[]]>([
    ['Key Vault Administrator', [200, 403, 403]],
    ['Key Vault Secrets Officer', [200, 403, 403]],
    ['Key Vault Secrets User', [200, 403, 403]],
    ['Key Vault Reader', [403, 403, 403]],
    ['Key Vault Certificate User', [200, 403, 403]],
    ['Key Vault Crypto User', [403, 403, 403]],
    ['Azure Service Bus Data Owner', [403, 403, 403]],
    ['Storage Blob Data Owner', [403, 200, 201]],
    ['Storage Blob Data Contributor', [403, 200, 201]],
    ['Storage Blob Data Reader', [403, 200, 403]],
  ])('[RBAC-15] %s does just what it lists', (role, statuses) => {
    expect(access(role)).toEqual(statuses);
  });

  it('[RBAC-13] [RBAC-15] are all tried here', () => {
    const readers = builtInRoles.filter((role) => grantsDataAction(role, getSecretAction)).map(({ name }) => name);
    expect(readers).toEqual([
      'Key Vault Administrator',
      'Key Vault Secrets Officer',
      'Key Vault Secrets User',
      'Key Vault Certificate User',
    ]);
  });
});

describe('an action and a pattern', () => {
  it.each([
    ['*', 'anything/at/all', true],
    ['*', '', true],
    ['a/b/read', 'a/b/read', true],
    ['a/b/read', 'A/B/READ', true],
    ['a/b/read', 'a/b/write', false],
    ['a/b/read', 'a/b/read/more', false],
    ['a/b/read', 'before/a/b/read', false],
    ['a/*', 'a/b/c', true],
    ['a/*', 'a/', true],
    ['a/*', 'a', false],
    ['*/read', 'a/b/read', true],
    ['*/read', '/read', true],
    ['a/*/read', 'a/b/c/read', true],
    ['a/*/read', 'a//read', true],
    ['a/*/read', 'a/read', true],
    ['a/*/b/*/read', 'a/b/read', true],
    ['a/*/read', 'b/read', false],
    ['*/read', 'read', false],
    ['a*b*b', 'ab', false],
    ['a*b*b', 'abb', true],
    ['ab*ba', 'aba', false],
    ['a.b/*', 'a.b/c', true],
    ['a.b/*', 'aXb/c', false],
    ['a(b)[c]+?^$|{d}', 'a(b)[c]+?^$|{d}', true],
  ])('[RBAC-14] %j and %j: %s', (pattern, action, matches) => {
    expect(matchesAction(pattern, action)).toBe(matches);
  });
});
