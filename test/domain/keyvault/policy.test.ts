import { describe, expect, it } from 'vitest';
import type { Command } from '#domain/cloud/command.ts';
import type { HttpMethod } from '#domain/http/message.ts';
import type { PrincipalId } from '#domain/kernel/brand.ts';
import type { PermissionModel, SecretPermission } from '#domain/keyvault/settings.ts';
import { secretPermissions } from '#domain/keyvault/settings.ts';
import { vaultOf } from '#domain/keyvault/state.ts';
import { resourceNamed } from '#domain/script/names.ts';
import {
  askToken,
  call,
  forged,
  host,
  idsOf,
  mayReadSecrets,
  noRoleDelay,
  readSecret,
  run,
  shopGroup,
  vault,
} from '#test/support/engine.ts';
import type { MadeDeed, Played } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';

function model(to: PermissionModel): MadeDeed {
  return ({ state }): Command => ({
    type: 'SetPermissionModel',
    vaultId: resourceNamed(state, 'kv-shop').id,
    model: to,
  });
}

function policy(secrets: readonly SecretPermission[], objectId?: string): MadeDeed {
  return (after): Command => ({
    type: 'SetAccessPolicy',
    vaultId: resourceNamed(after.state, 'kv-shop').id,
    objectId: (objectId ?? idsOf(after, 'vm-web').principalId) as PrincipalId,
    secrets,
  });
}

const shop = run('keyvault', shopGroup, noRoleDelay, host(), vault, model('accessPolicies'), askToken());

function settingsOf({ state }: Played) {
  return vaultOf(state.keyVault, resourceNamed(state, 'kv-shop').id).settings;
}

describe('a vault that decides by access policies', () => {
  it('[KV-26] is what a vault becomes when its model is changed, at once', () => {
    expect(settingsOf(shop).model).toBe('accessPolicies');
    expect(shop.entry(-2).command.type).toBe('SetPermissionModel');
    const rbac = shop.goOn(model('rbac'));
    expect(rbac.answer.json).toMatchObject({ properties: { enableRbacAuthorization: true } });
    expect(rbac.goOn(readSecret()).answer.body).toContain('ForbiddenByRbac');
  });

  it('[KV-27] refuses a caller without a policy', () => {
    const { answer } = shop.goOn(readSecret());
    expectGolden(answer, 'KV-27-access-denied', 'capture');
    expect(answer.decision?.gates.at(-1)).toEqual({
      gate: 'policy',
      passed: false,
      expected: 'secrets get',
      found: '',
    });
  });

  it('[KV-27] refuses a caller whose policy allows something else, in another code', () => {
    const { answer } = shop.goOn(policy(['list', 'set']), readSecret());
    expectGolden(answer, 'KV-27-forbidden-by-policy', 'capture');
    expect(answer.decision?.gates.at(-1)?.found).toBe('secrets list, set');
  });

  it('[KV-28] lets a policy in at once, and out at once', () => {
    const granted = shop.goOn(policy(['get']), readSecret());
    expect(granted.answer.status).toBe(200);
    const changed = granted.goOn(policy(['list']), readSecret());
    expect(changed.answer.body).toContain('ForbiddenByPolicy');
    const removed = changed.goOn(policy([]), readSecret());
    expect(removed.answer.body).toContain('AccessDenied');
    expect(settingsOf(removed).policies).toEqual([]);
  });

  it('[KV-28] compares ids without case', () => {
    const { principalId } = idsOf(shop, 'vm-web');
    const written = shop.goOn(policy(['get'], principalId.toUpperCase()), readSecret());
    expect(written.answer.status).toBe(200);
    expect(settingsOf(written.goOn(policy([], principalId))).policies).toEqual([]);
  });

  it('[KV-28] counts a policy of a group that the token names', () => {
    const group = 'a-group' as PrincipalId;
    const url = 'https://kv-shop.vault.azure.net/secrets/db-password?api-version=2025-07-01';
    const granted = shop.goOn(policy(['get'], group), policy(['list']));
    expect(granted.goOn(readSecret()).answer.status).toBe(403);
    expect(granted.goOn(call('vm-web', { url }, forged({ groups: [group] }))).answer.status).toBe(200);
    const found = granted.goOn(call('vm-web', { url }, forged({ groups: [group] })));
    expect(found.answer.decision?.gates.at(-1)?.found).toBe('secrets get, list');
  });

  it('[KV-29] knows no Azure roles, and one that decides by roles no policies', () => {
    const withRole = shop.goOn(mayReadSecrets(), readSecret());
    expect(withRole.answer.body).toContain('AccessDenied');
    const switched = withRole.goOn(policy(['get']), mayReadSecrets('vm-web'), model('rbac'), readSecret());
    expect(switched.answer.status).toBe(200);
    const onlyPolicy = shop.goOn(policy(['get']), model('rbac'), readSecret());
    expect(onlyPolicy.answer.body).toContain('ForbiddenByRbac');
    expect(onlyPolicy.goOn(model('accessPolicies'), readSecret()).answer.status).toBe(200);
  });

  it('[KV-29] keeps a policy on a vault that decides by roles: only the CLI refuses to write it', () => {
    const written = shop.goOn(model('rbac'), policy(['get']));
    expect(written.answer.status).toBe(200);
    expect(settingsOf(written).policies).toHaveLength(1);
  });

  it('[KV-30] prints its policies', () => {
    expectGolden(shop.goOn(policy(['get', 'list'])).answer, 'KV-30-policy', 'docs');
    const removed = shop.goOn(policy(['get']), policy([])).answer;
    expect(removed.json).toMatchObject({ properties: { accessPolicies: [] } });
  });

  it('[KV-30] is needed: a policy of nothing, and a model of nothing, are not found', () => {
    const vaultId = resourceNamed(shop.state, 'vm-web').id;
    const objectId = 'x' as PrincipalId;
    expect(shop.goOn({ type: 'SetAccessPolicy', vaultId, objectId, secrets: ['get'] }).answer.status).toBe(404);
    expect(shop.goOn({ type: 'SetPermissionModel', vaultId, model: 'rbac' }).answer.status).toBe(404);
  });
});

describe('what each operation needs of a policy', () => {
  const deed = (method: HttpMethod, path: string) => {
    const url = `https://kv-shop.vault.azure.net/${path}?api-version=2025-07-01`;
    return call('vm-web', { method, url, body: '{"value":"y"}' }, forged({}));
  };
  const deleted = shop.goOn({ do: 'set-secret', vault: 'kv-shop', name: 'old', value: 'x' }, ({ state }): Command => ({
    type: 'DeleteSecret',
    vaultId: resourceNamed(state, 'kv-shop').id,
    name: 'old',
  }));

  it.each([
    ['GET', 'secrets/db-password', 'get'],
    ['GET', 'secrets', 'list'],
    ['GET', 'secrets/db-password/versions', 'list'],
    ['PUT', 'secrets/db-password', 'set'],
    ['DELETE', 'secrets/db-password', 'delete'],
    ['GET', 'deletedsecrets', 'list'],
    ['GET', 'deletedsecrets/old', 'get'],
    ['POST', 'deletedsecrets/old/recover', 'recover'],
    ['DELETE', 'deletedsecrets/old', 'purge'],
  ] as const)('[KV-31] %s %s needs %s and nothing else', (method, path, permission) => {
    const only = deleted.goOn(policy([permission]), deed(method, path));
    expect(only.answer.status).toBeLessThan(300);
    const others = secretPermissions.filter((each) => each !== permission);
    const without = deleted.goOn(policy(others), deed(method, path));
    expect(without.answer.status).toBe(403);
    expect(without.answer.body).toContain(`does not have secrets ${permission} permission on key vault`);
  });
});
