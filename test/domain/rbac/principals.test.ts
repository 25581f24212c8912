import { describe, expect, it } from 'vitest';
import { assignmentsOf, homeDirectory, isOrphaned } from '#domain/cloud/queries.ts';
import type { PrincipalId } from '#domain/kernel/brand.ts';
import { groupsOf } from '#domain/cloud/directory.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import { callerNamed } from '#domain/cloud/personas.ts';
import { askToken, host, idsOf, noRoleDelay, readSecret, run, shopGroup, vault } from '#test/support/engine.ts';
import type { MadeDeed, Played } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';
import { codeOf, grant } from './assigning.ts';

const shop = run('principals', shopGroup, noRoleDelay, host(), vault);
const secretsUser = 'Key Vault Secrets User';
const nobody = '0aa11bb2-33cc-44dd-85ee-66ff77aa88bb';
const guid = '7c1f9e44-9f54-4b3c-8d2b-5e8d3a0b9c11';

function groupNamed({ state }: Played, name: string): PrincipalId {
  const found = [...dictionary.values(homeDirectory(state).groups)].find(({ displayName }) => displayName === name);
  if (found === undefined) throw new Error(`There is no group ${name}.`);
  return found.id;
}

function join(member: (after: Played) => PrincipalId, group: string): MadeDeed {
  return (after) => ({ type: 'AddGroupMember', groupId: groupNamed(after, group), memberId: member(after) });
}

const vmWeb = (after: Played) => idsOf(after, 'vm-web').principalId as PrincipalId;

describe('a principal', () => {
  it('[RBAC-21] may be a user', () => {
    const played = shop.goOn({ type: 'CreateUser', name: 'Rita Reader' }, grant('Reader', 'Rita Reader', 'rg-shop'));
    expect(played.answer.status).toBe(201);
    expect(played.answer.json).toMatchObject({ properties: { principalType: 'User' } });
    expect(assignmentsOf(played.state)).toMatchObject([{ principalType: 'User' }]);
    expect(assignmentsOf(played.state).map((each) => isOrphaned(played.state, each))).toEqual([false]);
  });

  it('[RBAC-21] may be a group: its members read, once a token names it', () => {
    const granted = shop.goOn(askToken(), { type: 'CreateGroup', name: 'readers' }, (after) =>
      grant(secretsUser, (now) => groupNamed(now, 'readers'), 'kv-shop')(after),
    );
    expect(granted.answer.json).toMatchObject({ properties: { principalType: 'Group' } });
    const joined = granted.goOn(join(vmWeb, 'readers'));
    expect(joined.goOn(readSecret()).answer.status).toBe(403);
    const anew = joined.goOn({ do: 'advance', days: 1 }, askToken());
    expect(anew.claims.groups).toEqual([groupNamed(anew, 'readers')]);
    expect(anew.goOn(readSecret()).answer.status).toBe(200);
  });

  it('[RBAC-21] counts through groups of groups', () => {
    const nested = shop.goOn(
      { type: 'CreateGroup', name: 'outer' },
      { type: 'CreateGroup', name: 'inner' },
      join((after) => groupNamed(after, 'inner'), 'outer'),
      join(vmWeb, 'inner'),
      grant(secretsUser, (after) => groupNamed(after, 'outer'), 'kv-shop'),
      askToken(),
    );
    expect(groupsOf(nested.state, vmWeb(nested))).toHaveLength(2);
    expect(nested.goOn(readSecret()).answer.status).toBe(200);
  });

  it('[RBAC-22] has to be known outside Microsoft Entra ID', () => {
    const late = run('late', shopGroup, noRoleDelay, { type: 'SetReplicationDelay', seconds: 60 }, vault, host());
    const early = late.goOn(grant(secretsUser, 'vm-web', 'kv-shop'));
    expect(early.answer.status).toBe(400);
    expect(codeOf(early)).toBe('PrincipalNotFound');
    const typed = late.goOn(grant(secretsUser, 'vm-web', 'kv-shop', { principalType: 'ServicePrincipal' }));
    expect(typed.answer.status).toBe(201);
    expect(late.goOn({ do: 'advance', minutes: 1 }, grant(secretsUser, 'vm-web', 'kv-shop')).answer.status).toBe(201);
  });

  it.each([
    ['an id that nobody has', () => nobody],
    ['a client id', (after: Played) => idsOf(after, 'vm-web').clientId],
  ])('[RBAC-23] with its type given is not looked up: %s', (_what, id) => {
    const played = shop.goOn(grant(secretsUser, id, 'kv-shop', { principalType: 'ServicePrincipal' }));
    expect(played.answer.status).toBe(201);
    expect(assignmentsOf(played.state).map((each) => isOrphaned(played.state, each))).toEqual([true]);
    expect(played.goOn(askToken(), readSecret()).answer.status).toBe(403);
  });

  it('[RBAC-24] of another type than was given is refused', () => {
    const played = shop.goOn(grant(secretsUser, 'vm-web', 'kv-shop', { principalType: 'User' }));
    expectGolden(played.answer, 'RBAC-24-unmatched-type', 'unconfirmed');
    expect(played.state).toEqual(shop.state);
  });

  it('[RBAC-24] whose id is no GUID is refused', () => {
    const played = shop.goOn(grant(secretsUser, () => 'vm-web', 'kv-shop', { principalType: 'ServicePrincipal' }));
    expectGolden(played.answer, 'RBAC-24-no-guid', 'unconfirmed');
  });
});

describe('the GUID of an assignment', () => {
  const named = shop.goOn(grant(secretsUser, 'vm-web', 'kv-shop', { name: guid }));

  it('[RBAC-25] is the client’s choice', () => {
    expect(named.answer.status).toBe(201);
    expect(assignmentsOf(named.state).map(({ id }) => id.endsWith(`/roleAssignments/${guid}`))).toEqual([true]);
  });

  it('[RBAC-25] has to be one', () => {
    const played = shop.goOn(grant(secretsUser, 'vm-web', 'kv-shop', { name: 'my-assignment' }));
    expectGolden(played.answer, 'RBAC-25-no-guid', 'capture');
  });

  it('[RBAC-25] with the same assignment again changes nothing', () => {
    const again = named.goOn(grant(secretsUser, 'vm-web', 'kv-shop', { name: guid.toUpperCase() }));
    expect(again.answer.status).toBe(200);
    expect(again.answer.body).toBe(named.answer.body);
    expect(again.state).toEqual(named.state);
  });

  it.each<[string, MadeDeed]>([
    ['role', grant('Key Vault Reader', 'vm-web', 'kv-shop', { name: guid })],
    ['scope', grant(secretsUser, 'vm-web', 'rg-shop', { name: guid })],
    ['principal', grant(secretsUser, () => nobody, 'kv-shop', { name: guid, principalType: 'User' })],
  ])('[RBAC-25] with another %s is refused', (_what, deed) => {
    expectGolden(named.goOn(deed).answer, 'RBAC-25-update-not-permitted', 'docs');
  });

  it('[RBAC-25] with the identity that was made anew is refused: the template that fails when it is deployed again', () => {
    const again = named.goOn(
      { do: 'delete', name: 'vm-web' },
      host(),
      grant(secretsUser, 'vm-web', 'kv-shop', { name: guid }),
    );
    expect(codeOf(again)).toBe('RoleAssignmentUpdateNotPermitted');
  });

  it('[RBAC-04] does not matter for what there is once: another GUID is answered with the first', () => {
    const other = named.goOn(grant(secretsUser, 'vm-web', 'kv-shop'));
    expect(codeOf(other)).toBe('RoleAssignmentExists');
    expect(other.answer.body).toContain(guid.replaceAll('-', ''));
  });

  it('[RBAC-25] is free again once its assignment was removed, also while that is still honored', () => {
    const remove: MadeDeed = ({ state }) => {
      const [held] = assignmentsOf(state);
      if (held === undefined) throw new Error('nothing assigned');
      return { type: 'DeleteRoleAssignment', id: held.id };
    };
    const slow = named.goOn({ do: 'set-role-delay', minutes: 10 }, remove, askToken());
    const reused = slow.goOn(
      { type: 'CreateUser', name: 'Rita Reader' },
      grant(secretsUser, 'Rita Reader', 'kv-shop', { name: guid }),
    );
    expect(reused.answer.status).toBe(201);
    expect(reused.goOn(readSecret()).answer.status).toBe(200);
    const later = reused.goOn({ do: 'advance', minutes: 10 });
    expect(later.goOn(readSecret()).answer.status).toBe(403);
    const rita = callerNamed(later.state, 'Rita Reader').principalId;
    expect(assignmentsOf(later.state)).toMatchObject([{ principalId: rita }]);
    expect(later.goOn(remove, { do: 'advance', minutes: 10 }).state.rbac.index.byPrincipal.count).toBe(0);
  });
});
