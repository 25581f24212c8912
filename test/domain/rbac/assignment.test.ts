import { describe, expect, it } from 'vitest';
import type { CreateRoleAssignment } from '#domain/cloud/command.ts';
import { callerNamed, personaCommands } from '#domain/cloud/personas.ts';
import { assignmentsOf } from '#domain/cloud/queries.ts';
import { learner } from '#domain/entra/built-in.ts';
import type { PrincipalId, RoleAssignmentId, RoleId } from '#domain/kernel/brand.ts';
import { nameOf } from '#domain/arm/resource-id.ts';
import type { RoleAssignment } from '#domain/rbac/state.ts';
import { findRoleByName } from '#domain/rbac/roles.ts';
import { scopeNamed } from '#domain/script/names.ts';
import { as, host, identity, idsOf, mayReadSecrets, run, shopGroup, vault } from '#test/support/engine.ts';
import type { MadeDeed, Played } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';

const shop = run('rbac', shopGroup, host(), identity(), vault);
const secretsUser = '4633458b-17de-408a-b874-0445c86b69e6' as RoleId;

/** An assignment of Key Vault Secrets User to vm-web at kv-shop, changed by hand. */
function assign(change: (usual: CreateRoleAssignment) => Partial<CreateRoleAssignment> = () => ({})): MadeDeed {
  return (after) => {
    const usual: CreateRoleAssignment = {
      type: 'CreateRoleAssignment',
      scope: scopeNamed(after.state, 'kv-shop'),
      roleId: secretsUser,
      principalId: idsOf(shop, 'vm-web').principalId as PrincipalId,
    };
    return { ...usual, ...change(usual) };
  };
}

function onlyAssignment({ state }: Played): RoleAssignment {
  const [only, ...others] = assignmentsOf(state);
  if (only === undefined || others.length > 0) throw new Error('There is not exactly one assignment.');
  return only;
}

describe('a role assignment', () => {
  const assigned = shop.goOn(mayReadSecrets());
  const { id, scope } = onlyAssignment(assigned);

  it('[RBAC-01] joins a principal, one of Azure’s roles and a scope', () => {
    expect(onlyAssignment(assigned)).toMatchObject({
      scope: scopeNamed(shop.state, 'kv-shop'),
      roleId: secretsUser,
      principalId: idsOf(shop, 'vm-web').principalId,
    });
    expectGolden(assigned.answer, 'RBAC-01-role-assignment', 'docs');
  });

  it('[RBAC-01] says who wrote it, and says so ever after', () => {
    const you = learner(shop.state.seed).id;
    expect(assigned.answer.json).toMatchObject({ properties: { createdBy: null, updatedBy: you } });
    const olga = personaCommands({ name: 'Olga', grants: [{ role: 'Owner' }] }).map(
      (make) => (after: Played) => make(after.state),
    );
    const hers = shop.goOn({ do: 'set-role-delay', minutes: 0 }, olga, as('Olga', mayReadSecrets()));
    const { principalId } = callerNamed(hers.state, 'Olga');
    expect(hers.answer.json).toMatchObject({ properties: { createdBy: null, updatedBy: principalId } });
    const made = assignmentsOf(hers.state).find(({ roleId }) => roleId === secretsUser);
    const removed = hers.goOn({ type: 'DeleteRoleAssignment', id: made?.id ?? id });
    expect(removed.answer.body).toBe(hers.answer.body);
  });

  it('[RBAC-01] has an id at its scope, a GUID at the end', () => {
    expect(id.startsWith(`${scope}/providers/Microsoft.Authorization/roleAssignments/`)).toBe(true);
    expect(nameOf(id)).toMatch(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it('[RBAC-12] is answered with when it is removed', () => {
    const removed = assigned.goOn({ type: 'DeleteRoleAssignment', id });
    expect(removed.answer).toMatchObject({ status: 200, body: assigned.answer.body });
    expect(assignmentsOf(removed.state)).toEqual([]);
  });

  it('[RBAC-12] is found in any case', () => {
    const removed = assigned.goOn({ type: 'DeleteRoleAssignment', id: id.toUpperCase() as RoleAssignmentId });
    expect(removed.answer.status).toBe(200);
  });

  it('[RBAC-12] that is not there is answered 204', () => {
    const twice = assigned.goOn({ type: 'DeleteRoleAssignment', id }, { type: 'DeleteRoleAssignment', id });
    expect(twice.answer).toMatchObject({ status: 204, body: '' });
  });

  it('[RBAC-19] that is made again has another id', () => {
    const again = assigned.goOn({ type: 'DeleteRoleAssignment', id }, mayReadSecrets());
    expect(onlyAssignment(again).id).not.toBe(id);
  });
});

describe('an assignment that is there already', () => {
  const assigned = shop.goOn(mayReadSecrets());

  it('[RBAC-04] is refused with the id of the one that is there', () => {
    const { answer, state } = assigned.goOn(assign());
    expectGolden(answer, 'RBAC-04-exists', 'capture');
    expect(answer.body).toContain(`is ${nameOf(onlyAssignment(assigned).id).replaceAll('-', '')}.`);
    expect(state).toEqual(assigned.state);
  });

  it.each<[string, MadeDeed]>([
    ['the scope', assign(({ scope }) => ({ scope: scope.toUpperCase() }))],
    ['the role', assign(({ roleId }) => ({ roleId: roleId.toUpperCase() as RoleId }))],
    ['the principal', assign(({ principalId }) => ({ principalId: principalId.toUpperCase() as PrincipalId }))],
  ])('[RBAC-04] is recognised whatever the case of %s', (_what, deed) => {
    expect(assigned.goOn(deed).answer.status).toBe(409);
  });

  it.each<[string, MadeDeed]>([
    ['scope', assign(() => ({ scope: scopeNamed(shop.state, 'rg-shop') }))],
    ['role', assign(() => ({ roleId: '21090545-7ca7-4776-b22c-e363652d74d2' as RoleId }))],
    ['principal', assign(() => ({ principalId: idsOf(shop, 'id-shop-reader').principalId as PrincipalId }))],
  ])('[RBAC-04] is another one with another %s', (_what, deed) => {
    const both = assigned.goOn(deed);
    expect(both.answer.status).toBe(201);
    expect(assignmentsOf(both.state)).toHaveLength(2);
  });

  it('[RBAC-04] keeps Azure’s spelling, however it was asked for', () => {
    const shouted = shop.goOn(
      assign(({ scope, roleId }) => ({ scope: scope.toUpperCase(), roleId: roleId.toUpperCase() as RoleId })),
    );
    expect(shouted.state.rbac).toEqual(assigned.state.rbac);
  });
});

describe('an assignment that names what is not there', () => {
  it('[RBAC-05] as its principal', () => {
    const nobody = '00000000-0000-4000-8000-000000000000' as PrincipalId;
    expectGolden(shop.goOn(assign(() => ({ principalId: nobody }))).answer, 'RBAC-05-principal-not-found', 'docs');
  });

  it('[RBAC-05] as its principal: a client id is none', () => {
    const refused = shop.goOn(assign(() => ({ principalId: idsOf(shop, 'vm-web').clientId as PrincipalId })));
    expect(refused.answer.json).toMatchObject({ error: { code: 'PrincipalNotFound' } });
  });

  it('[RBAC-05] as its principal: a deleted one is none', () => {
    const refused = shop.goOn({ do: 'delete', name: 'vm-web' }, assign());
    expect(refused.answer).toMatchObject({ status: 400 });
    expect(refused.state.rbac.assignments.count).toBe(0);
  });

  it('[RBAC-06] as its role', () => {
    const unknown = '00000000-0000-4000-8000-000000000000' as RoleId;
    expectGolden(shop.goOn(assign(() => ({ roleId: unknown }))).answer, 'RBAC-06-no-such-role', 'docs');
  });

  it('[RBAC-06] as its role: a name is none', () => {
    expect(findRoleByName('Key Vault Secrets User')?.id).toBe(secretsUser);
    const named = shop.goOn(assign(() => ({ roleId: 'Key Vault Secrets User' as RoleId })));
    expectGolden(named.answer, 'RBAC-06-no-guid', 'capture');
  });

  it.each(['', '/', '/subscriptions/another', 'kv-shop'])('[RBAC-07] as its scope: %j', (scope) => {
    const refused = shop.goOn(assign(() => ({ scope })));
    expect(refused.answer).toMatchObject({ status: 404, source: 'unconfirmed' });
    expect(refused.state).toEqual(shop.state);
  });

  it('[RBAC-07] as its scope: a target that was deleted', () => {
    const command = assign()(shop);
    expect(shop.goOn({ do: 'delete', name: 'kv-shop' }, command).answer.status).toBe(404);
  });
});

describe('the order in which an assignment is looked at', () => {
  const wrong = {
    scope: { scope: 'nowhere' },
    role: { roleId: 'no-role' as RoleId },
    principal: { principalId: 'nobody' as PrincipalId },
  };

  it('[RBAC-08] is scope, role, principal, uniqueness', () => {
    const assigned = shop.goOn(mayReadSecrets());
    const codes = [
      { ...wrong.scope, ...wrong.role, ...wrong.principal },
      { ...wrong.role, ...wrong.principal },
      { ...wrong.principal },
      {},
    ].map((change) => (assigned.goOn(assign(() => change)).answer.json as { error: { code: string } }).error.code);
    expect(codes).toEqual(['ResourceNotFound', 'InvalidRoleDefinitionId', 'PrincipalNotFound', 'RoleAssignmentExists']);
  });
});
