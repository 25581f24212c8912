import { describe, expect, it } from 'vitest';
import type { CommandOf } from '#domain/cloud/command.ts';
import { getSecretAction } from '#domain/keyvault/rules.ts';
import type { PrincipalId } from '#domain/kernel/brand.ts';
import { scopeNamed } from '#domain/script/names.ts';
import {
  askToken,
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
import { codeOf } from './assigning.ts';

const shop = run('deny', shopGroup, noRoleDelay, host(), vault, mayReadSecrets(), askToken());

function deny(
  at: string,
  more: Partial<CommandOf<'CreateDenyAssignment'>> | ((after: Played) => object) = {},
): MadeDeed {
  return (after) => ({
    type: 'CreateDenyAssignment',
    scope: scopeNamed(after.state, at),
    name: 'stack',
    actions: [],
    dataActions: ['Microsoft.KeyVault/vaults/secrets/*'],
    principals: [],
    ...(typeof more === 'function' ? more(after) : more),
  });
}

function lift(at: string): MadeDeed {
  return (after) => ({ type: 'DeleteDenyAssignment', scope: scopeNamed(after.state, at), name: 'STACK' });
}

function gatesOf(played: Played) {
  return played
    .goOn(readSecret())
    .answer.decision?.gates.slice(-2)
    .map(({ gate, passed }) => [gate, passed]);
}

describe('a deny assignment', () => {
  it.each(['kv-shop', 'rg-shop', 'subscription'])('[RBAC-27] takes away what a role grants: at %s', (at) => {
    const denied = shop.goOn(deny(at));
    expect(denied.answer.status).toBe(201);
    expect(gatesOf(denied)).toEqual([
      ['network', true],
      ['deny', false],
    ]);
    expect(denied.goOn(readSecret()).answer.status).toBe(403);
    expect(denied.goOn(lift(at), readSecret()).answer.status).toBe(200);
  });

  it('[RBAC-27] is named by the gate', () => {
    const gate = shop.goOn(deny('rg-shop'), readSecret()).answer.decision?.gates.at(-1);
    expect(gate).toEqual({
      gate: 'deny',
      passed: false,
      expected: 'no deny assignment',
      found: `${scopeNamed(shop.state, 'rg-shop')}/providers/Microsoft.Authorization/denyAssignments/stack`,
    });
  });

  it.each([
    ['another scope', deny('vm-web')],
    ['another action', deny('rg-shop', { dataActions: ['Microsoft.KeyVault/vaults/secrets/setSecret/action'] })],
    ['the other plane', deny('rg-shop', { actions: [getSecretAction], dataActions: [] })],
    ['somebody else', deny('rg-shop', { principals: ['0aa11bb2-33cc-44dd-85ee-66ff77aa88bb' as PrincipalId] })],
  ])('[RBAC-27] does not matter where it is about %s', (_what, deed) => {
    expect(shop.goOn(deed, readSecret()).answer.status).toBe(200);
  });

  it('[RBAC-27] that holds the resource and not the caller is passed', () => {
    const other = deny('rg-shop', { principals: ['0aa11bb2-33cc-44dd-85ee-66ff77aa88bb' as PrincipalId] });
    expect(gatesOf(shop.goOn(other))).toEqual([
      ['deny', true],
      ['role', true],
    ]);
  });

  it('[RBAC-27] is about principals, whatever the case in which they are written', () => {
    const about = deny('rg-shop', (after) => ({ principals: [idsOf(after, 'vm-web').principalId.toUpperCase()] }));
    expect(shop.goOn(about, readSecret()).answer.status).toBe(403);
  });

  it('[RBAC-27] is made, replaced and taken away by name', () => {
    const made = shop.goOn(deny('rg-shop'));
    expectGolden(made.answer, 'RBAC-27-deny', 'unconfirmed');
    expect(made.goOn(deny('rg-shop', { dataActions: [] })).answer.status).toBe(200);
    expect(made.goOn(deny('rg-shop', { dataActions: [] }), readSecret()).answer.status).toBe(200);
    expect(made.goOn(lift('rg-shop')).answer.status).toBe(200);
    expect(made.goOn(lift('rg-shop'), lift('rg-shop')).answer.status).toBe(204);
    expect(made.goOn(lift('rg-shop')).state.rbac).toEqual(shop.state.rbac);
  });

  it('[RBAC-27] at a scope that is not there is refused', () => {
    const refused = shop.goOn(deny('rg-shop', { scope: '/subscriptions/another' }));
    expect([refused.answer.status, codeOf(refused)]).toEqual([404, 'ResourceNotFound']);
  });
});
