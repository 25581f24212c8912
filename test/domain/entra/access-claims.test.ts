import { describe, expect, it } from 'vitest';
import { askToken, host, identity, run, shopGroup, vault } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';
import { appRole, applicationNamed, group, groupNamed, member, noAppRole, noMember, registered } from './directory.ts';

const graph = 'https://graph.microsoft.com';
const shop = run('access', shopGroup, host(), identity(), ...vault, group('Readers'), group('Everybody'));
const inGroups = shop.goOn(member('Everybody', 'Readers'), member('Readers', 'vm-web'));
const both = [groupNamed(inGroups, 'Readers').id, groupNamed(inGroups, 'Everybody').id].toSorted();

describe('the groups in a token', () => {
  it.each([
    'https://management.azure.com/',
    'https://vault.azure.net',
    'https://storage.azure.com/',
    'https://database.windows.net/',
    'https://cosmos.azure.com',
    'https://servicebus.azure.net',
    'https://eventhubs.azure.net',
  ])('[ENTRA-17] are all that the identity is in, for %s', (resource) => {
    const { claims } = inGroups.goOn(askToken('vm-web', { resource }));
    expect(claims.groups).toEqual(both);
    expect(claims.roles).toBeUndefined();
  });

  it('[ENTRA-17] are not told to Microsoft Graph', () => {
    expect(inGroups.goOn(askToken('vm-web', { resource: graph })).claims.groups).toBeUndefined();
  });

  it('[ENTRA-17] are not told to an application', () => {
    const made = inGroups.goOn(registered('Shop API'));
    const resource = `api://${applicationNamed(made, 'Shop API').appId}`;
    expect(made.goOn(askToken('vm-web', { resource })).claims.groups).toBeUndefined();
  });

  it('[ENTRA-08] are absent where there are none', () => {
    expect('groups' in shop.goOn(askToken()).claims).toBe(false);
  });

  it('[ENTRA-08] reach a token that is kept only when it has expired', () => {
    const before = shop.goOn(askToken());
    const added = before.goOn(member('Readers', 'vm-web'), askToken());
    expect(added.answer.fromCache).toBe(true);
    expect(added.claims.groups).toBeUndefined();
    const late = added.goOn({ do: 'advance', hours: 24 }, askToken());
    expect(late.claims.groups).toEqual([groupNamed(late, 'Readers').id]);
  });

  it('[ENTRA-08] stay in a token that is kept, though the identity has left', () => {
    const left = inGroups.goOn(askToken(), noMember('Readers', 'vm-web'), askToken());
    expect(left.claims.groups).toEqual(both);
    expect(left.goOn({ do: 'advance', hours: 24 }, askToken()).claims.groups).toBeUndefined();
  });

  it('[ENTRA-08] reach another audience at once', () => {
    const added = shop.goOn(askToken(), member('Readers', 'vm-web'));
    const { claims } = added.goOn(askToken('vm-web', { resource: 'https://storage.azure.com/' }));
    expect(claims.groups).toHaveLength(1);
  });
});

describe('the app roles in a token', () => {
  it('[ENTRA-17] are those of the identity in this API, sorted', () => {
    const granted = shop.goOn(
      registered('Shop API', ['Orders.Read']),
      appRole('User.Read.All', 'vm-web'),
      appRole('Group.Read.All', 'vm-web'),
      appRole('Orders.Read', 'vm-web', 'Shop API'),
      appRole('Mail.Send', 'id-shop-reader'),
    );
    expect(granted.goOn(askToken('vm-web', { resource: graph })).claims.roles).toEqual([
      'Group.Read.All',
      'User.Read.All',
    ]);
    const resource = applicationNamed(granted, 'Shop API').appId;
    expect(granted.goOn(askToken('vm-web', { resource })).claims.roles).toEqual(['Orders.Read']);
    expect(granted.goOn(askToken()).claims.roles).toBeUndefined();
  });

  it('[ENTRA-08] are absent where there are none, and never Azure roles', () => {
    const asked = shop.goOn({ do: 'assign-role', role: 'Key Vault Secrets User', to: 'vm-web', at: 'kv-shop' });
    expect('roles' in asked.goOn(askToken()).claims).toBe(false);
    expect('roles' in asked.goOn(askToken('vm-web', { resource: graph })).claims).toBe(false);
  });

  it('[ENTRA-08] are those of the moment of issue', () => {
    const before = shop.goOn(askToken('vm-web', { resource: graph }), appRole('User.Read.All', 'vm-web'));
    const kept = before.goOn(askToken('vm-web', { resource: graph }));
    expect(kept.claims.roles).toBeUndefined();
    const fresh = kept.goOn({ do: 'advance', hours: 24 }, askToken('vm-web', { resource: graph }));
    expect(fresh.claims.roles).toEqual(['User.Read.All']);
    const taken = fresh.goOn(noAppRole('User.Read.All', 'vm-web'), askToken('vm-web', { resource: graph }));
    expect(taken.claims.roles).toEqual(['User.Read.All']);
  });

  const byGroup = shop.goOn(
    registered('Shop API', ['Orders.Read']),
    ...['vm-web', 'You'].map((name) => member('Readers', name)),
  );
  const resource = `api://${applicationNamed(byGroup, 'Shop API').appId}`;
  const ask = { type: 'RequestUserToken', resource } as const;
  const role = (to: string) => appRole('Orders.Read', to, 'Shop API');

  it('[DIR-08] do not come to an identity through a group', () => {
    expect(byGroup.goOn(role('Readers'), askToken('vm-web', { resource })).claims.roles).toBeUndefined();
  });

  it('[DIR-08] come to a user through a group that it is a direct member of', () => {
    expect(byGroup.goOn(role('Readers'), ask).claims.roles).toEqual(['Orders.Read']);
    const nested = byGroup.goOn(member('Everybody', 'Readers'), role('Everybody'), ask);
    expect(nested.claims.roles).toBeUndefined();
  });

  it('[DIR-08] are there once, however often they are held', () => {
    expect(byGroup.goOn(role('Readers'), role('You'), ask).claims.roles).toEqual(['Orders.Read']);
  });
});

describe('an application that requires assignment', () => {
  const guarded = shop.goOn(registered('Shop API', ['Orders.Read'], true));
  const { appId } = applicationNamed(guarded, 'Shop API');

  it('[ENTRA-18] has no token for an identity without a role', () => {
    const asked = guarded.goOn(askToken('vm-web', { resource: `api://${appId}` }));
    expectGolden(asked.answer, 'ENTRA-18-identity', 'capture');
    expect(asked.hops.filter(({ kind }) => kind === 'request')).toHaveLength(2);
  });

  it('[ENTRA-18] has one for who holds a role', () => {
    const asked = guarded.goOn(
      appRole('Orders.Read', 'vm-web', 'Shop API'),
      askToken('vm-web', { resource: `api://${appId}` }),
    );
    expect(asked.claims).toMatchObject({ aud: `api://${appId}`, roles: ['Orders.Read'] });
  });

  it('[ENTRA-18] has none for a user without a role either', () => {
    const ask = { type: 'RequestUserToken', resource: `api://${appId}` } as const;
    expectGolden(guarded.goOn(ask).answer, 'ENTRA-18-user', 'capture');
    expect(guarded.goOn(appRole('Orders.Read', 'You', 'Shop API'), ask).answer.status).toBe(200);
  });

  it('[ENTRA-18] is the exception: others ask for no role', () => {
    const open = shop.goOn(registered('Open API', ['Orders.Read']));
    const asked = open.goOn(askToken('vm-web', { resource: `api://${applicationNamed(open, 'Open API').appId}` }));
    expect(asked.answer.status).toBe(200);
    expect(asked.claims.roles).toBeUndefined();
  });
});
