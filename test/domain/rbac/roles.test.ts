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
    'Virtual Machine Contributor',
  ])('[RBAC-13] %s is of the control plane and reads no data', (role) => {
    expect(access(role)).toEqual([403, 403, 403]);
  });

  it.each<[string, readonly number[]]>([
    ['Key Vault Administrator', [200, 403, 403]],
    ['Key Vault Secrets Officer', [200, 403, 403]],
    ['Key Vault Secrets User', [200, 403, 403]],
    ['Key Vault Reader', [403, 403, 403]],
    ['Storage Blob Data Owner', [403, 200, 201]],
    ['Storage Blob Data Contributor', [403, 200, 201]],
    ['Storage Blob Data Reader', [403, 200, 403]],
  ])('[RBAC-15] %s does just what it lists', (role, statuses) => {
    expect(access(role)).toEqual(statuses);
  });

  it('[RBAC-13] [RBAC-15] are all tried here', () => {
    expect(builtInRoles).toHaveLength(16);
    const readers = builtInRoles.filter((role) => grantsDataAction(role, getSecretAction)).map(({ name }) => name);
    expect(readers).toEqual(['Key Vault Administrator', 'Key Vault Secrets Officer', 'Key Vault Secrets User']);
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
    ['a/*/read', 'a/read', false],
    ['a.b/*', 'a.b/c', true],
    ['a.b/*', 'aXb/c', false],
    ['a(b)[c]+?^$|{d}', 'a(b)[c]+?^$|{d}', true],
  ])('[RBAC-14] %j and %j: %s', (pattern, action, matches) => {
    expect(matchesAction(pattern, action)).toBe(matches);
  });
});
