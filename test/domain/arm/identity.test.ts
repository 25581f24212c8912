import { describe, expect, it } from 'vitest';
import { attachedTo } from '#domain/arm/identity-block.ts';
import type { IdentityBlock } from '#domain/arm/resource.ts';
import { homeDirectory } from '#domain/cloud/queries.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import { hostNamed } from '#domain/script/names.ts';
import type { Step } from '#domain/script/script.ts';
import {
  askToken,
  host,
  identity,
  idsOf,
  noRoleDelay,
  readSecret,
  run,
  shopGroup,
  vault,
} from '#test/support/engine.ts';
import type { MadeDeed, Played } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';

const reader = 'id-shop-reader';
const writer = 'id-shop-writer';
const on: Step = { do: 'enable-system-assigned', on: 'vm-web' };
const off: Step = { do: 'disable-system-assigned', on: 'vm-web' };
const bare = host('vm-web', { system: false });

function attach(identity = reader, to = 'vm-web'): Step {
  return { do: 'attach', identity, to };
}

function detach(identity = reader, from = 'vm-web'): Step {
  return { do: 'detach', identity, from };
}

function blockOf({ state }: Played, name = 'vm-web'): IdentityBlock {
  return hostNamed(state, name).identity;
}

function principalsOf({ state }: Played): number {
  return dictionary.size(homeDirectory(state).servicePrincipals);
}

describe('a new host', () => {
  it.each(['virtualMachine', 'webApp', 'functionApp'] as const)('[ID-01] has no identity: %s', (kind) => {
    const played = run('identity', shopGroup, host('shop-host', { kind, system: false }));
    expect(blockOf(played, 'shop-host')).toEqual({ type: 'None' });
    expect(principalsOf(played)).toBe(0);
  });

  it('[ID-01] with identities is like one that was given them afterwards', () => {
    const atOnce = run('identity', shopGroup, identity(), host('vm-web', { user: [reader] }));
    const later = run('identity', shopGroup, identity(), bare, on, attach());
    expect(atOnce.state).toEqual(later.state);
  });

  it('[ID-01] is given each identity once, however often it is named', () => {
    const twice = run('identity', shopGroup, identity(), host('vm-web', { user: [reader, 'ID-Shop-Reader'] }));
    const attached = twice.entry(-1).events.filter(({ type }) => type === 'UserAssignedIdentityAttached');
    expect(attached).toHaveLength(1);
    expect(attachedTo(blockOf(twice))).toHaveLength(1);
  });
});

describe('the system-assigned identity', () => {
  it('[ID-02] is a service principal that the host points to', () => {
    const played = run('identity', shopGroup, bare, on);
    expect(blockOf(played)).toEqual({ type: 'SystemAssigned', principalId: idsOf(played, 'vm-web').principalId });
    expect(played.answer.json).toMatchObject({ identity: { type: 'SystemAssigned' } });
  });

  it('[ID-02] stays the same when it is switched on again', () => {
    const once = run('identity', shopGroup, bare, on);
    const twice = once.goOn(on);
    expect(twice.answer.status).toBe(200);
    expect(twice.state).toEqual(once.state);
  });

  it('[ID-03] goes when it is switched off, and leaves user-assigned ones attached', () => {
    const both = run('identity', shopGroup, identity(), host('vm-web', { user: [reader] }));
    const { principalId } = idsOf(both, 'vm-web');
    const switchedOff = both.goOn(off);
    expect(blockOf(switchedOff)).toMatchObject({
      type: 'UserAssigned',
      userAssigned: [{ identityId: idsOf(both, reader).resourceId }],
    });
    expect(dictionary.has(homeDirectory(switchedOff.state).servicePrincipals, principalId)).toBe(false);
    expect(dictionary.has(homeDirectory(switchedOff.state).deleted, principalId)).toBe(true);
  });

  it('[ID-03] changes nothing by being switched off twice', () => {
    const once = run('identity', shopGroup, host(), off);
    expect(blockOf(once)).toEqual({ type: 'None' });
    expect(once.goOn(off).state).toEqual(once.state);
  });

  it('[ID-04] is another one each time it is switched on', () => {
    let played = run('identity', shopGroup, bare);
    const ids: string[] = [];
    for (let time = 0; time < 4; time += 1) {
      played = played.goOn(on);
      ids.push(idsOf(played, 'vm-web').principalId, idsOf(played, 'vm-web').clientId);
      played = played.goOn(off);
    }
    expect(new Set(ids).size).toBe(8);
  });

  it('[ID-06] is one at most', () => {
    const played = run('identity', shopGroup, host(), on, on);
    expect(principalsOf(played)).toBe(1);
  });

  it('[ID-18] may do nothing when it is new', () => {
    const played = run('identity', shopGroup, noRoleDelay, vault, host(), askToken(), readSecret());
    expect(played.state.rbac.assignments.count).toBe(0);
    expect(played.answer.status).toBe(403);
  });
});

describe('a user-assigned identity', () => {
  it('[ID-05] has its principal before anything uses it', () => {
    const played = run('identity', shopGroup, identity());
    expect(principalsOf(played)).toBe(1);
    expect(played.entry(-1).events.map(({ type }) => type)).toEqual([
      'ServicePrincipalCreated',
      'ResourceCreated',
      'ManagementAnswered',
    ]);
  });

  it('[ID-07] is attached to hosts of every kind', () => {
    const kinds = ['virtualMachine', 'webApp', 'functionApp'] as const;
    const hosts = kinds.map((kind) => host(`host-${kind.toLowerCase()}`, { kind, system: false }));
    const attached = kinds.map((kind) => attach(reader, `host-${kind.toLowerCase()}`));
    const played = run('identity', shopGroup, identity(), hosts, attached);
    const { resourceId: identityId, principalId, clientId } = idsOf(played, reader);
    for (const kind of kinds) {
      expect(blockOf(played, `host-${kind.toLowerCase()}`)).toEqual({
        type: 'UserAssigned',
        userAssigned: [{ identityId, principalId, clientId }],
      });
    }
    expect(principalsOf(played)).toBe(1);
  });

  it('[ID-08] stands beside others and beside the system-assigned one', () => {
    const none = run('identity', shopGroup, identity(reader), identity(writer), bare);
    const types = [none, none.goOn(on), none.goOn(attach()), none.goOn(attach(), attach(writer), on)].map(
      (played) => blockOf(played).type,
    );
    expect(types).toEqual(['None', 'SystemAssigned', 'UserAssigned', 'SystemAssigned, UserAssigned']);
    const all = none.goOn(attach(), attach(writer), on);
    expect(attachedTo(blockOf(all))).toHaveLength(2);
    expect(blockOf(all.goOn(detach(), detach(writer), off))).toEqual({ type: 'None' });
  });

  it('[ID-09] attached twice is attached once', () => {
    const once = run('identity', shopGroup, identity(), bare, attach());
    const twice = once.goOn({ do: 'attach', identity: 'ID-Shop-Reader', to: 'vm-web' });
    expect(twice.answer.status).toBe(200);
    expect(twice.state).toEqual(once.state);
  });

  it('[ID-09] detached where it is not attached changes nothing', () => {
    const played = run('identity', shopGroup, identity(), bare);
    const detached = played.goOn(hand('DetachUserAssignedIdentity', reader));
    expect(detached.answer.status).toBe(200);
    expect(detached.state).toEqual(played.state);
  });

  it('[ID-12] lives on when it is detached from its last host', () => {
    const attached = run(
      'identity',
      shopGroup,
      noRoleDelay,
      vault,
      identity(),
      host('vm-web', { system: false, user: [reader] }),
      {
        do: 'assign-role',
        role: 'Key Vault Secrets User',
        to: reader,
        at: 'kv-shop',
      },
    );
    const detached = attached.goOn(detach());
    expect(blockOf(detached)).toEqual({ type: 'None' });
    expect(idsOf(detached, reader)).toEqual(idsOf(attached, reader));
    expect(detached.state.rbac).toEqual(attached.state.rbac);
    expect(detached.goOn(attach(), askToken(), readSecret()).answer.status).toBe(200);
  });

  it('[ID-18] gives a host no rights by being attached', () => {
    const played = run('identity', shopGroup, noRoleDelay, vault, identity(), bare, attach(), askToken(), readSecret());
    expect(played.state.rbac.assignments.count).toBe(0);
    expect(played.answer.status).toBe(403);
  });
});

/** Names an identity or a host by the id it would have, there or not. */
function hand(type: 'AttachUserAssignedIdentity' | 'DetachUserAssignedIdentity', name: string): MadeDeed {
  return ({ state }) => ({
    type,
    resourceId: hostNamed(state, 'vm-web').id,
    identityId: idOf(state.subscriptionId, 'Microsoft.ManagedIdentity/userAssignedIdentities', name),
  });
}

function idOf(subscription: string, type: string, name: string) {
  return `/subscriptions/${subscription}/resourceGroups/rg-shop/providers/${type}/${name}` as ReturnType<
    typeof hostNamed
  >['id'];
}

describe('an identity that is not there', () => {
  it('[ID-10] cannot be attached', () => {
    const before = run('identity', shopGroup, bare);
    const refused = before.goOn(hand('AttachUserAssignedIdentity', 'id-none'));
    expectGolden(refused.answer, 'ID-10-no-such-identity', 'capture');
    expect(refused.state).toEqual(before.state);
  });

  it('[ID-10] cannot be given to a new host', () => {
    const refused = run('identity', shopGroup, identity(), ({ state }) => ({
      type: 'CreateResource',
      kind: 'webApp',
      resourceGroup: 'rg-shop',
      name: 'app-shop',
      location: 'westeurope',
      identity: {
        systemAssigned: true,
        userAssigned: [reader, 'id-none'].map((name) =>
          idOf(state.subscriptionId, 'Microsoft.ManagedIdentity/userAssignedIdentities', name),
        ),
      },
    }));
    expect(refused.answer.status).toBe(400);
    expect(refused.answer.json).toMatchObject({ error: { code: 'FailedIdentityOperation' } });
    expect(principalsOf(refused)).toBe(1);
  });

  it.each(['principalId', 'clientId'] as const)('[ID-11] is not meant by a %s', (id) => {
    const named = run('identity', shopGroup, identity(), bare, (after) => ({
      type: 'AttachUserAssignedIdentity',
      resourceId: hostNamed(after.state, 'vm-web').id,
      identityId: idsOf(after, reader)[id] as ReturnType<typeof idOf>,
    }));
    expect(named.answer.status).toBe(400);
    expect(named.answer.json).toMatchObject({ error: { code: 'LinkedInvalidPropertyId' } });
  });

  it('[ID-11] is not meant by its name', () => {
    const named = run('identity', shopGroup, identity(), bare, ({ state }) => ({
      type: 'AttachUserAssignedIdentity',
      resourceId: hostNamed(state, 'vm-web').id,
      identityId: reader as ReturnType<typeof idOf>,
    }));
    expectGolden(named.answer, 'ID-11-name-for-an-id', 'capture');
  });
});

describe('what carries no identity', () => {
  it('[ID-20] is not found where nothing is there', () => {
    const { answer } = run('identity', shopGroup, ({ state }) => ({
      type: 'EnableSystemAssignedIdentity',
      resourceId: idOf(state.subscriptionId, 'Microsoft.Compute/virtualMachines', 'vm-none'),
    }));
    expectGolden(answer, 'ID-20-resource-not-found', 'capture');
  });

  it('[ID-20] is refused where it is no host', () => {
    const { answer } = run('identity', shopGroup, identity(), (after) => ({
      type: 'EnableSystemAssignedIdentity',
      resourceId: idsOf(after, reader).resourceId as ReturnType<typeof idOf>,
    }));
    expect(answer).toMatchObject({ status: 400, source: 'unconfirmed' });
  });
});
