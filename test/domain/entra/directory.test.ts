import { describe, expect, it } from 'vitest';
import { applicationsOf, findAnyPrincipal, groupsOf, principalName, usersOf } from '#domain/cloud/directory.ts';
import { microsoftGraphAppId } from '#domain/entra/built-in.ts';
import type { ClientId, PrincipalId } from '#domain/kernel/brand.ts';
import { host, identity, idsOf, run, shopGroup } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';
import {
  appRole,
  applicationNamed,
  group,
  groupNamed,
  member,
  noAppRole,
  noMember,
  principalIdOf,
  registered,
  user,
  userNamed,
} from './directory.ts';

const shop = run('directory', shopGroup, host(), identity());
const nobody = '11111111-1111-4111-8111-111111111111';
const badRequest = { error: { code: 'Request_BadRequest' } };
const notFound = (id: string) => ({
  error: {
    code: 'Request_ResourceNotFound',
    message: `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  },
});

describe('users', () => {
  it.each([
    ['Ada Lovelace', 'ada.lovelace@contoso.onmicrosoft.com'],
    ['  Grace  Hopper ', 'grace.hopper@contoso.onmicrosoft.com'],
    ["O'Neill", 'o.neill@contoso.onmicrosoft.com'],
  ])('[DIR-01] %s signs in as %s', (name, userPrincipalName) => {
    const { answer, state } = shop.goOn(user(name));
    expect(answer.status).toBe(201);
    expect(answer.json).toMatchObject({ userPrincipalName, displayName: name.trim() });
    expect(usersOf(state).map((each) => each.userPrincipalName)).toContain(userPrincipalName);
  });

  it('[DIR-01] are answered as Graph does', () => {
    expectGolden(shop.goOn(user('Ada Lovelace')).answer, 'DIR-01-created', 'docs');
  });

  it('[DIR-01] have a name of their own', () => {
    const twice = shop.goOn(user('Ada Lovelace'), user('ada LOVELACE'));
    expectGolden(twice.answer, 'DIR-01-second', 'capture');
    expect(usersOf(twice.state)).toHaveLength(2);
  });

  it.each(['', '   ', '!?', 'You', 'x'.repeat(257)])('[DIR-01] are not named %j', (name) => {
    const { answer, state } = shop.goOn(user(name));
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject(badRequest);
    expect(usersOf(state)).toHaveLength(1);
  });
});

describe('groups', () => {
  it('[DIR-02] of one name are two', () => {
    const two = shop.goOn(group('Readers'), group('Readers'));
    expect(two.answer.status).toBe(201);
    expect(two.answer.json).toMatchObject({ displayName: 'Readers', securityEnabled: true, mailEnabled: false });
    const ids = two.world.timeline.entries
      .flatMap(({ events }) => events)
      .flatMap((event) => (event.type === 'GroupSet' ? [event.group.id] : []));
    expect(new Set(ids).size).toBe(2);
  });

  it.each([' ', 'x'.repeat(257)])('[DIR-02] have a name, unlike %j', (name) => {
    const { answer } = shop.goOn(group(name));
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject(badRequest);
  });

  it.each(['Ada', 'vm-web', 'id-shop-reader', 'Others'])('[DIR-03] take %s as a member', (name) => {
    const played = shop.goOn(user('Ada'), group('Others'), group('Readers'), member('Readers', name));
    expect(played.answer).toMatchObject({ status: 204, body: '' });
    const id = principalIdOf(played, name);
    expect(groupNamed(played, 'Readers').members).toEqual([id]);
    expect(groupsOf(played.state, id)).toEqual([groupNamed(played, 'Readers').id]);
  });

  it('[DIR-03] take an application as a member, by its service principal', () => {
    const made = shop.goOn(group('Readers'), registered('Shop API'));
    const { id } = applicationNamed(made, 'Shop API');
    const added = made.goOn({ type: 'AddGroupMember', groupId: groupNamed(made, 'Readers').id, memberId: id });
    expect(groupsOf(added.state, id)).toHaveLength(1);
  });

  it('[DIR-03] hold the members of their groups', () => {
    const nested = shop.goOn(
      ...['Inner', 'Middle', 'Outer', 'Apart'].map(group),
      member('Inner', 'vm-web'),
      member('Middle', 'Inner'),
      member('Outer', 'Middle'),
    );
    const ids = ['Inner', 'Middle', 'Outer'].map((name) => groupNamed(nested, name).id);
    expect(groupsOf(nested.state, idsOf(nested, 'vm-web').principalId)).toEqual(ids.toSorted());
    const cut = nested.goOn(noMember('Middle', 'Inner'));
    expect(groupsOf(cut.state, idsOf(cut, 'vm-web').principalId)).toEqual(ids.slice(0, 1));
  });

  it('[DIR-03] may stand in a circle', () => {
    const round = shop.goOn(...['A', 'B'].map(group), member('A', 'vm-web'), member('B', 'A'), member('A', 'B'));
    expect(groupsOf(round.state, idsOf(round, 'vm-web').principalId)).toHaveLength(2);
    expect(groupsOf(round.state, groupNamed(round, 'A').id)).toHaveLength(2);
  });

  const readers = shop.goOn(group('Readers'), member('Readers', 'vm-web'));
  const groupId = groupNamed(readers, 'Readers').id;
  const memberId = idsOf(readers, 'vm-web').principalId as PrincipalId;
  const stranger = nobody as PrincipalId;

  it('[DIR-04] take nobody twice', () => {
    const { answer } = readers.goOn({ type: 'AddGroupMember', groupId, memberId });
    expectGolden(answer, 'DIR-04-member', 'sdk');
  });

  it.each([
    ['adding to nothing', { type: 'AddGroupMember', groupId: stranger, memberId }, nobody],
    ['adding nobody', { type: 'AddGroupMember', groupId, memberId: stranger }, nobody],
    ['removing from nothing', { type: 'RemoveGroupMember', groupId: stranger, memberId }, nobody],
    ['removing nobody', { type: 'RemoveGroupMember', groupId, memberId: stranger }, nobody],
  ] as const)('[DIR-04] say what is not there: %s', (_what, command, missing) => {
    const { answer, state } = readers.goOn(command);
    expect(answer.status).toBe(404);
    expect(answer.json).toMatchObject(notFound(missing));
    expect(state.entra).toEqual(readers.state.entra);
  });

  it('[DIR-04] are named without regard to case, as their members are', () => {
    const upper = (id: string) => id.toUpperCase() as PrincipalId;
    const removed = readers.goOn({ type: 'RemoveGroupMember', groupId: upper(groupId), memberId: upper(memberId) });
    expect(removed.answer.status).toBe(204);
    const again = removed.goOn({ type: 'AddGroupMember', groupId: upper(groupId), memberId: upper(memberId) });
    expect(again.state.entra).toEqual(readers.state.entra);
  });

  it('[DIR-04] let go once', () => {
    const removed = readers.goOn(noMember('Readers', 'vm-web'));
    expect(removed.answer.status).toBe(204);
    expect(removed.goOn(noMember('Readers', 'vm-web')).answer.status).toBe(404);
  });
});

describe('applications', () => {
  it('[DIR-05] come with a service principal and a name as an API', () => {
    const made = shop.goOn(registered('Shop API', ['Orders.Read', 'Orders.Write']));
    const { appId, id } = applicationNamed(made, 'Shop API');
    expect(made.answer.status).toBe(201);
    expect(made.answer.json).toMatchObject({
      appId,
      displayName: 'Shop API',
      identifierUris: [`api://${appId}`],
      appRoles: [{ value: 'Orders.Read' }, { value: 'Orders.Write' }],
    });
    const { appRoles } = made.answer.json as { appRoles: readonly { id: string }[] };
    expect(new Set(appRoles.map((role) => role.id)).size).toBe(2);
    expect(findAnyPrincipal(made.state, id)).toMatchObject({ type: 'ServicePrincipal', displayName: 'Shop API' });
    expect(id).not.toBe(appId);
  });

  it('[DIR-05] of one name are two', () => {
    const two = shop.goOn(registered('Shop API'), registered('Shop API'));
    expect(new Set(applicationsOf(two.state).map(({ appId }) => appId)).size).toBe(3);
  });

  it.each([
    ['', []],
    ['x'.repeat(257), []],
    ['Shop API', ['Orders Read']],
    ['Shop API', ['']],
    ['Shop API', ['Orders.Read', 'Orders.Read']],
  ] as const)('[DIR-05] are not made of %j and %j', (name, roles) => {
    const { answer, state } = shop.goOn(registered(name, roles));
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject(badRequest);
    expect(applicationsOf(state)).toHaveLength(1);
  });

  it('[DIR-07] begin with Microsoft Graph, in every tenant another principal of one client ID', () => {
    const [graph] = applicationsOf(shop.state);
    const [other] = applicationsOf(run('elsewhere').state);
    expect(graph?.appId).toBe('00000003-0000-0000-c000-000000000000');
    expect(graph?.appRoles).toEqual(['User.Read.All', 'Group.Read.All', 'Application.Read.All', 'Mail.Send']);
    expect(other?.appId).toBe(graph?.appId);
    expect(other?.id).not.toBe(graph?.id);
  });
});

describe('app roles', () => {
  it('[DIR-06] are assigned by Graph, with the id that the role has everywhere', () => {
    const { answer } = shop.goOn(appRole('User.Read.All', 'vm-web'));
    expectGolden(answer, 'DIR-06-assigned', 'docs');
    expect(answer.json).toMatchObject({
      appRoleId: 'df021288-bdef-4463-88db-98f22de89214',
      principalType: 'ServicePrincipal',
      principalDisplayName: 'vm-web',
      resourceDisplayName: 'Microsoft Graph',
    });
  });

  it('[DIR-06] of an application are its own', () => {
    const made = shop.goOn(registered('Shop API', ['Orders.Read']), appRole('Orders.Read', 'vm-web', 'Shop API'));
    expect(made.answer.status).toBe(201);
    const { appRoles } = made.answer.json as { appRoles?: unknown };
    expect(appRoles).toBeUndefined();
    expect(made.goOn(appRole('Orders.Read', 'vm-web')).answer.status).toBe(400);
  });

  it.each([
    ['a role that is not there', 'Users.Read', 'DIR-06-unknown'],
    ['a role once more', 'User.Read.All', 'DIR-06-again'],
  ])('[DIR-06] refuse %s', (_what, role, golden) => {
    const { answer } = shop.goOn(appRole('User.Read.All', 'vm-web'), appRole(role, 'vm-web'));
    expectGolden(answer, golden, 'capture');
  });

  const assign = { type: 'AssignAppRole', role: 'User.Read.All' } as const;

  it.each([
    ['nobody', { ...assign, principalId: nobody as PrincipalId, resource: microsoftGraphAppId }],
    [
      'nothing',
      { ...assign, principalId: idsOf(shop, 'vm-web').principalId as PrincipalId, resource: nobody as ClientId },
    ],
  ] as const)('[DIR-06] find %s', (_what, command) => {
    const { answer } = shop.goOn(command);
    expect(answer.status).toBe(404);
    expect(answer.json).toMatchObject(notFound(nobody));
  });

  it('[DIR-06] are taken away once', () => {
    const taken = shop.goOn(appRole('User.Read.All', 'vm-web'), noAppRole('User.Read.All', 'vm-web'));
    expect(taken.answer).toMatchObject({ status: 204, body: '' });
    expect(taken.state.entra).toEqual(shop.state.entra);
    expect(taken.goOn(noAppRole('User.Read.All', 'vm-web')).answer.status).toBe(404);
  });

  it('[DIR-06] are named without regard to the case of ids', () => {
    const given = shop.goOn(appRole('User.Read.All', 'vm-web'));
    const principalId = idsOf(shop, 'vm-web').principalId.toUpperCase() as PrincipalId;
    const resource = microsoftGraphAppId.toUpperCase() as ClientId;
    const taken = given.goOn({ type: 'RemoveAppRole', principalId, resource, role: 'User.Read.All' });
    expect(taken.answer.status).toBe(204);
    expect(taken.state.entra).toEqual(shop.state.entra);
  });

  it.each([
    ['Ada', 'User', 'users'],
    ['Readers', 'Group', 'groups'],
    ['vm-web', 'ServicePrincipal', 'servicePrincipals'],
  ])('[DIR-06] are for %s too', (name, principalType, collection) => {
    const played = shop.goOn(
      user('Ada'),
      group('Readers'),
      registered('Shop API', ['Orders.Read']),
      appRole('Orders.Read', name, 'Shop API'),
    );
    expect(played.answer.json).toMatchObject({ principalType, principalDisplayName: name });
    const last = played.entry(-1).events.at(-1);
    const id = principalIdOf(played, name);
    const url = `https://graph.microsoft.com/v1.0/${collection}/${id}/appRoleAssignments`;
    expect(last).toMatchObject({ type: 'ManagementAnswered', method: 'POST', url });
  });
});

describe('app roles of Microsoft Graph', () => {
  it.each(['Ada', 'Readers'])('[DIR-06] are not for %s', (name) => {
    const { answer } = shop.goOn(user('Ada'), group('Readers'), appRole('User.Read.All', name));
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject(badRequest);
  });
});

describe('principals of any kind', () => {
  const all = shop.goOn(user('Ada'), group('Readers'), registered('Shop API'));

  it.each([
    ['a user', (): string => userNamed(all, 'Ada').id, 'User', 'ada@contoso.onmicrosoft.com'],
    ['the learner', (): string => userNamed(all, 'You').id, 'User', 'you@contoso.onmicrosoft.com'],
    ['a group', (): string => groupNamed(all, 'Readers').id, 'Group', 'Readers'],
    ['an identity', (): string => idsOf(all, 'vm-web').principalId, 'ServicePrincipal', idsOf(all, 'vm-web').clientId],
    [
      'an application',
      (): string => applicationNamed(all, 'Shop API').id,
      'ServicePrincipal',
      applicationNamed(all, 'Shop API').appId,
    ],
    [
      'Microsoft Graph',
      (): string => applicationNamed(all, 'Microsoft Graph').id,
      'ServicePrincipal',
      '00000003-0000-0000-c000-000000000000',
    ],
  ])('[DIR-09] are found: %s', (_what, id, type, name) => {
    expect(findAnyPrincipal(all.state, id().toUpperCase())?.type).toBe(type);
    expect(principalName(all.state, id())).toBe(name);
  });

  it('[DIR-09] are not found by their client ID, nor when they are gone', () => {
    const { clientId, principalId } = idsOf(all, 'vm-web');
    expect(findAnyPrincipal(all.state, clientId)).toBeUndefined();
    const gone = all.goOn({ do: 'delete', name: 'vm-web' });
    expect(findAnyPrincipal(gone.state, principalId)).toBeUndefined();
    expect(principalName(gone.state, principalId)).toBe('');
  });
});
