import { describe, expect, it } from 'vitest';
import { personas, personaCommands, callerNamed } from '#domain/cloud/personas.ts';
import { ownClaims } from '#domain/cloud/own-token.ts';
import { assignmentsOf, homeDirectory } from '#domain/cloud/queries.ts';
import { learner } from '#domain/entra/built-in.ts';
import type { PrincipalId } from '#domain/kernel/brand.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import { findRole } from '#domain/rbac/roles.ts';
import { scopeNamed } from '#domain/script/names.ts';
import {
  askToken,
  expectNoRefusal,
  host,
  identity,
  idsOf,
  noRoleDelay,
  run,
  shopGroup,
  vault,
  vaultAudience,
} from '#test/support/engine.ts';
import type { Played } from '#test/support/engine.ts';

const shop = run('own token', shopGroup, noRoleDelay, identity(), vault);

describe('the token that a principal would have', () => {
  const machine = shop.goOn(host(), askToken());

  it('[CALLER-01] is that of a machine’s identity, but for what each token has of its own', () => {
    const { uti: _, aio: _aio, rh: _rh, ...real } = machine.claims;
    const { uti: _uti, aio: _a, rh: _r, ...own } = ownClaims(machine.state, machine.claims.oid, vaultAudience);
    expect(own).toEqual(real);
  });

  it('[CALLER-01] is that of a user, with the groups of now', () => {
    const grouped = shop.goOn(
      { type: 'CreateUser', name: 'Rita Reader' },
      { type: 'CreateGroup', name: 'readers' },
      (after) => ({
        type: 'AddGroupMember',
        groupId: firstGroup(after),
        memberId: callerNamed(after.state, 'Rita Reader').principalId,
      }),
    );
    const { principalId } = callerNamed(grouped.state, 'Rita Reader');
    expect(ownClaims(grouped.state, principalId, vaultAudience)).toMatchObject({
      aud: vaultAudience,
      oid: principalId,
      idtyp: 'user',
      upn: 'rita.reader@contoso.onmicrosoft.com',
      groups: [firstGroup(grouped)],
    });
    const shouted = principalId.toUpperCase() as PrincipalId;
    expect(ownClaims(grouped.state, shouted, vaultAudience).oid).toBe(principalId);
  });

  it('[CALLER-01] is that of an application, which no resource stands behind', () => {
    const app = shop.goOn({ type: 'RegisterApplication', name: 'shop-api', appRoles: [], assignmentRequired: false });
    const [registered] = [...dictionary.values(homeDirectory(app.state).applications)];
    if (registered === undefined) throw new Error('nothing registered');
    const claims = ownClaims(app.state, registered.id, vaultAudience);
    expect(claims).toMatchObject({ oid: registered.id, appid: registered.appId, idtyp: 'app' });
    expect(claims).not.toHaveProperty('xms_mirid');
  });

  it('[CALLER-01] names the identity’s own resource', () => {
    const { principalId, clientId, resourceId } = idsOf(shop, 'id-shop-reader');
    const claims = ownClaims(shop.state, principalId as PrincipalId, vaultAudience);
    expect(claims).toMatchObject({ oid: principalId, appid: clientId });
    expect(claims.xms_mirid?.toLowerCase()).toBe(resourceId.toLowerCase());
  });
});

function firstGroup({ state }: Played): PrincipalId {
  const [group] = [...dictionary.values(homeDirectory(state).groups)];
  if (group === undefined) throw new Error('There is no group.');
  return group.id;
}

describe('a persona', () => {
  it.each(personas.map((persona) => [persona.role, persona] as const))(
    '[CALLER-15] %s is a user with that role at the subscription',
    (role, persona) => {
      const made = shop.goOn(personaCommands(persona).map((make) => (after: Played) => make(after.state)));
      expectNoRefusal(made);
      const { principalId } = callerNamed(made.state, persona.name);
      expect(assignmentsOf(made.state)).toMatchObject([
        { principalId, principalType: 'User', scope: scopeNamed(made.state, 'subscription') },
      ]);
      expect(assignmentsOf(made.state).map((each) => findRole(each.roleId)?.name)).toEqual([role]);
    },
  );

  it('[CALLER-15] is made to measure', () => {
    const custom = {
      name: 'Dora',
      grants: [{ role: 'Key Vault Secrets User', scope: scopeNamed(shop.state, 'kv-shop') }, { role: 'Reader' }],
    };
    const made = shop.goOn(personaCommands(custom).map((make) => (after: Played) => make(after.state)));
    expect(
      assignmentsOf(made.state)
        .map(({ scope }) => scope)
        .sort(),
    ).toEqual([scopeNamed(made.state, 'subscription'), scopeNamed(made.state, 'kv-shop')].sort());
  });

  it('[CALLER-15] is found by name, the learner among them; nobody else is', () => {
    expect(callerNamed(shop.state, 'You').principalId).toBe(learner(shop.state.seed).id);
    expect(callerNamed(shop.state, 'id-shop-reader').principalId).toBe(idsOf(shop, 'id-shop-reader').principalId);
    expect(() => callerNamed(shop.state, 'Nobody')).toThrow('no principal named Nobody');
    expect(() => personaCommands({ name: 'You', grants: [{ role: 'King' }] })[1]?.(shop.state)).toThrow(
      'no built-in role King',
    );
  });
});
