import { describe, expect, it } from 'vitest';
import { attachedTo, systemPrincipalOf } from '#domain/arm/identity-block.ts';
import type { IdentityWrite } from '#domain/arm/identity-write.ts';
import type { HostKind } from '#domain/arm/resource.ts';
import type { Command } from '#domain/cloud/command.ts';
import { homeDirectory } from '#domain/cloud/queries.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { nameOf } from '#domain/arm/resource-id.ts';
import { hostNamed } from '#domain/script/names.ts';
import { host, identity, idsOf, run, shopGroup, vault } from '#test/support/engine.ts';
import type { MadeDeed, Played } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';

const reader = 'id-shop-reader';
const writer = 'id-shop-writer';
const other = 'id-shop-other';

type Method = 'PUT' | 'PATCH';
/** A map by names, made into one by ids; a name that starts with a slash or that is no identity's is taken as it is. */
type Map = Readonly<Record<string, Readonly<Record<string, string>> | null>>;

function write(method: Method, type: string | null, map?: Map, on = 'vm-web'): MadeDeed {
  return (after) => ({
    type: 'WriteIdentity',
    resourceId: hostNamed(after.state, on).id,
    method,
    identity: writeOf(after, type, map),
  });
}

function writeOf({ state }: Played, type: string | null, map?: Map): IdentityWrite {
  const ids = Object.entries(map ?? {}).map(([name, value]) => [
    name.startsWith('id-') ? identityId(state.subscriptionId, name) : name,
    value,
  ]);
  return {
    ...(type === null ? {} : { type }),
    ...(map === undefined ? {} : { userAssignedIdentities: Object.fromEntries(ids) as Map }),
  };
}

function identityId(subscription: string, name: string): ResourceId {
  return `/subscriptions/${subscription}/resourcegroups/rg-shop/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}` as ResourceId;
}

/** What a host carries: whether its own identity is on, and the names of the others. */
function carried({ state }: Played, name = 'vm-web'): string {
  const block = hostNamed(state, name).identity;
  const names = attachedTo(block).map(({ identityId: id }) => nameOf(id).replace('id-shop-', ''));
  return [...(systemPrincipalOf(block) === null ? [] : ['system']), ...names.toSorted()].join(' ');
}

const identities = run('write', shopGroup, identity(reader), identity(writer), identity(other));
const bare = identities.goOn(host('vm-web', { system: false }));
const both = identities.goOn(host('vm-web', { user: [reader, writer] }));
const user = identities.goOn(host('vm-web', { system: false, user: [reader, writer] }));

describe('the type of an identity', () => {
  it.each([
    ['none', ''],
    ['systemAssigned', 'system'],
    ['USERASSIGNED', 'reader'],
    ['SystemAssigned,UserAssigned', 'reader system'],
    ['SystemAssigned, UserAssigned', 'reader system'],
    ['systemassigned ,  userassigned', 'reader system'],
  ])('[WRITE-01] may be written %j', (type, expected) => {
    const map = type.toLowerCase().includes('userassigned') ? { [reader]: {} } : undefined;
    for (const method of ['PUT', 'PATCH'] as const) {
      const written = bare.goOn(write(method, type, map));
      expect(written.answer.status).toBe(200);
      expect(carried(written).split(' ').toSorted().join(' ')).toBe(expected);
    }
  });

  it.each<[HostKind, string]>([
    ['virtualMachine', 'SystemAssigned, UserAssigned'],
    ['vmScaleSet', 'SystemAssigned, UserAssigned'],
    ['webApp', 'SystemAssigned,UserAssigned'],
    ['containerApp', 'SystemAssigned,UserAssigned'],
  ])('[WRITE-01] [ARM-18] is printed by %s as %j', (kind, printed) => {
    const created = identities.goOn({
      type: 'CreateResource',
      kind,
      resourceGroup: 'rg-shop',
      name: 'host',
      location: 'westeurope',
    });
    const written = created.goOn(write('PATCH', 'systemassigned,userassigned', { [reader]: {} }, 'host'));
    expect(written.answer.json).toMatchObject({ identity: { type: printed } });
  });
});

describe('what a write makes of what a host carries', () => {
  it.each<[string, Played, Method, string, Map | undefined, string]>([
    ['WRITE-02', both, 'PATCH', 'SystemAssigned', undefined, 'system'],
    ['WRITE-02', user, 'PATCH', 'SystemAssigned', {}, 'system'],
    ['WRITE-03', both, 'PATCH', 'None', undefined, ''],
    ['WRITE-03', both, 'PUT', 'None', {}, ''],
    ['WRITE-04', both, 'PATCH', 'UserAssigned', undefined, 'reader writer'],
    ['WRITE-04', user, 'PATCH', 'SystemAssigned, UserAssigned', undefined, 'system reader writer'],
    ['WRITE-04', both, 'PATCH', 'SystemAssigned, UserAssigned', { [other]: {} }, 'system other reader writer'],
    ['WRITE-04', both, 'PATCH', 'SystemAssigned, UserAssigned', { [reader]: null }, 'system writer'],
    ['WRITE-04', user, 'PATCH', 'UserAssigned', { [reader]: null, [other]: {} }, 'other writer'],
    ['WRITE-04', user, 'PATCH', 'UserAssigned', { [other]: null }, 'reader writer'],
    ['WRITE-05', both, 'PUT', 'SystemAssigned, UserAssigned', { [other]: {} }, 'system other'],
    ['WRITE-05', user, 'PUT', 'UserAssigned', { [reader]: {} }, 'reader'],
    ['WRITE-05', user, 'PUT', 'UserAssigned', { [reader]: {}, [writer]: null }, 'reader'],
    ['WRITE-05', both, 'PUT', 'SystemAssigned', undefined, 'system'],
  ])('[WRITE-02] [WRITE-03] [WRITE-04] [WRITE-05] is by %s', (_rule, before, method, type, map, expected) => {
    const written = before.goOn(write(method, type, map));
    expect(written.answer.status).toBe(200);
    expect(carried(written)).toBe(expected);
  });

  it('[WRITE-03] [DEL-02] deletes the principal and no identity', () => {
    const { principalId } = idsOf(both, 'vm-web');
    const stripped = both.goOn(write('PATCH', 'None'));
    expect(dictionary.has(homeDirectory(stripped.state).deleted, principalId)).toBe(true);
    expect(idsOf(stripped, reader)).toEqual(idsOf(both, reader));
  });

  it('[WRITE-06] is what the single commands make of it, event by event', () => {
    const resourceId = hostNamed(bare.state, 'vm-web').id;
    const attach = (name: string): Command => ({
      type: 'AttachUserAssignedIdentity',
      resourceId,
      identityId: identityId(bare.state.subscriptionId, name),
    });
    const pairs: readonly (readonly [Played, MadeDeed, Command])[] = [
      [bare, write('PATCH', 'SystemAssigned'), { type: 'EnableSystemAssignedIdentity', resourceId }],
      [bare, write('PATCH', 'UserAssigned', { [reader]: {} }), attach(reader)],
      [both, write('PATCH', 'UserAssigned'), { type: 'DisableSystemAssignedIdentity', resourceId }],
      [
        both,
        write('PATCH', 'SystemAssigned, UserAssigned', { [writer]: null }),
        {
          type: 'DetachUserAssignedIdentity',
          resourceId,
          identityId: identityId(bare.state.subscriptionId, writer),
        },
      ],
    ];
    for (const [before, written, single] of pairs) {
      expect(before.goOn(written).entry(-1).events).toEqual(before.goOn(single).entry(-1).events);
    }
  });

  it('[WRITE-06] [ID-09] is nothing where it is so already', () => {
    const again = both.goOn(write('PATCH', 'SystemAssigned, UserAssigned', { [reader]: {} }));
    expect(again.state).toEqual(both.state);
  });
});

describe('a write that says nonsense', () => {
  const guid = '11111111-2222-4333-8444-555555555555';
  const vaultId = '/subscriptions/s/resourceGroups/rg-shop/providers/Microsoft.KeyVault/vaults/kv-shop';

  it.each<[string, string | null, Map | undefined, string]>([
    ['WRITE-07', null, { [reader]: {} }, 'InvalidRequestContent'],
    ['WRITE-07', 'Both', { [reader]: {} }, 'InvalidRequestContent'],
    ['WRITE-08', 'SystemAssigned', { [reader]: {} }, 'should not contain: userAssignedIdentities'],
    ['WRITE-08', 'None', { [reader]: null }, 'should not contain: userAssignedIdentities'],
    ['WRITE-09', 'UserAssigned', undefined, 'MissingIdentityIds'],
    ['WRITE-09', 'SystemAssigned,UserAssigned', {}, 'MissingIdentityIds'],
    ['WRITE-09', 'UserAssigned', { [reader]: null }, 'Request requires identities to be assigned.'],
    ['ID-11', 'UserAssigned', { [guid]: {} }, 'LinkedInvalidPropertyId'],
    ['ID-11', 'UserAssigned', { [vaultId]: {} }, 'InvalidIdentityId'],
    ['WRITE-10', 'UserAssigned', { [reader]: { principalId: guid, clientId: guid } }, 'InvalidIdentityValues'],
    ['WRITE-11', 'UserAssigned', { 'id-none': {} }, 'was not found.'],
  ])('[WRITE-07] [WRITE-08] [WRITE-09] [WRITE-10] [WRITE-11] [ID-11] is refused by %s: %s %j', (...row) => {
    const [, type, map, says] = row;
    for (const method of ['PUT', 'PATCH'] as const) {
      const refused = bare.goOn(write(method, type, map));
      expect(refused.answer.status).toBe(400);
      expect(refused.answer.body).toContain(says);
      expect(refused.state).toEqual(bare.state);
      expect(refused.entry(-1).events).toHaveLength(1);
    }
  });

  it.each<[string, string | null, Map | undefined, 'capture' | 'unconfirmed']>([
    ['WRITE-07-no-type', null, undefined, 'capture'],
    ['WRITE-08-map-under-wrong-type', 'SystemAssigned', { [reader]: {} }, 'capture'],
    ['WRITE-09-no-ids', 'UserAssigned', undefined, 'capture'],
    ['WRITE-09-none-left', 'UserAssigned', { [reader]: null }, 'capture'],
    ['ID-11-id-of-something-else', 'UserAssigned', { [vaultId]: {} }, 'capture'],
    ['WRITE-10-values', 'UserAssigned', { [reader]: { clientId: guid } }, 'unconfirmed'],
  ])('[WRITE-07] [WRITE-08] [WRITE-09] [ID-11] [WRITE-10] is answered %s', (name, type, map, source) => {
    expectGolden(bare.goOn(write('PATCH', type, map)).answer, name, source);
  });

  it.each<[string, string | null, Map, string]>([
    ['no type', null, { [guid]: { a: 'b' } }, "Required property 'type'"],
    ['the map before an id', 'None', { [guid]: { a: 'b' } }, 'should not contain'],
    ['an id before its value', 'UserAssigned', { [reader]: { a: 'b' }, [guid]: {} }, 'LinkedInvalidPropertyId'],
    [
      'a form before the existence of another',
      'UserAssigned',
      { 'id-none': {}, [guid]: {} },
      'LinkedInvalidPropertyId',
    ],
    ['a value before the existence', 'UserAssigned', { 'id-none': {}, [reader]: { a: 'b' } }, 'InvalidIdentityValues'],
  ])('[WRITE-12] is told of its first fault: %s', (_what, type, map, says) => {
    expect(bare.goOn(write('PUT', type, map)).answer.body).toContain(says);
  });

  it('[WRITE-14] is not even looked at where there is no host', () => {
    const nowhere: Command = {
      type: 'WriteIdentity',
      resourceId: `${hostNamed(bare.state, 'vm-web').id}2` as ResourceId,
      method: 'PUT',
      identity: {},
    };
    expect(bare.goOn(nowhere).answer.status).toBe(404);
    const onVault = bare.goOn(vault, (after) => ({
      ...nowhere,
      resourceId: idsOfResource(after, 'kv-shop'),
    }));
    expect(onVault.answer).toMatchObject({ status: 400, source: 'unconfirmed' });
  });
});

function idsOfResource({ state }: Played, name: string): ResourceId {
  const found = [...dictionary.values(state.arm.resources)].find((each) => each.name === name);
  if (found === undefined) throw new Error(`There is no ${name}.`);
  return found.id;
}

describe('a reference to an identity that is gone', () => {
  const dead = user.goOn({ do: 'delete', name: reader });

  it.each<[Method, string, Map | undefined, string]>([
    ['PATCH', 'UserAssigned', { [other]: {} }, 'other reader writer'],
    ['PATCH', 'SystemAssigned, UserAssigned', undefined, 'system reader writer'],
    ['PATCH', 'UserAssigned', { [reader]: null }, 'writer'],
    ['PUT', 'UserAssigned', { [writer]: {} }, 'writer'],
    ['PUT', 'SystemAssigned', undefined, 'system'],
  ])('[WRITE-11] [ID-17] does not hinder a %s of %j that gives it no value', (method, type, map, expected) => {
    const written = dead.goOn(write(method, type, map));
    expect(written.answer.status).toBe(200);
    expect(carried(written)).toBe(expected);
  });

  it.each(['PUT', 'PATCH'] as const)('[WRITE-11] fails a %s that names it', (method) => {
    const refused = dead.goOn(write(method, 'UserAssigned', { [reader]: {}, [writer]: {} }));
    expect(refused.answer.json).toMatchObject({ error: { code: 'FailedIdentityOperation' } });
    expect(refused.state).toEqual(dead.state);
  });

  it('[WRITE-13] is renewed by naming the identity that has its id now', () => {
    const anew = dead.goOn(identity(reader));
    const { principalId } = idsOf(anew, reader);
    const kept = anew.goOn(write('PATCH', 'UserAssigned', { [other]: {} }));
    expect(attachedTo(hostNamed(kept.state, 'vm-web').identity).map((each) => each.principalId)).not.toContain(
      principalId,
    );
    const renewed = anew.goOn(write('PATCH', 'UserAssigned', { [reader]: {} }));
    expect(attachedTo(hostNamed(renewed.state, 'vm-web').identity).map((each) => each.principalId)).toContain(
      principalId,
    );
    expect(carried(renewed)).toBe('reader writer');
  });
});

describe('a PUT of a host that is there', () => {
  function put(played: Played, systemAssigned: boolean, names: readonly string[]): Command {
    return {
      type: 'CreateResource',
      kind: 'virtualMachine',
      resourceGroup: 'rg-shop',
      name: 'vm-web',
      location: 'westeurope',
      identity: { systemAssigned, userAssigned: names.map((name) => identityId(played.state.subscriptionId, name)) },
    };
  }

  it.each<[boolean, readonly string[], string]>([
    [true, [], 'system'],
    [false, [writer], 'writer'],
    [true, [reader, other], 'system other reader'],
    [false, [], ''],
  ])('[ARM-13] [WRITE-05] replaces its identity: %s %j', (system, names, expected) => {
    const written = both.goOn(put(both, system, names));
    expect(written.answer.status).toBe(200);
    expect(carried(written)).toBe(expected);
    if (system) expect(idsOf(written, 'vm-web')).toEqual(idsOf(both, 'vm-web'));
  });

  it('[ARM-13] [WRITE-11] is refused where it names an identity that is gone, and changes nothing', () => {
    const dead = both.goOn({ do: 'delete', name: reader });
    const refused = dead.goOn(put(dead, true, [reader]));
    expect(refused.answer.status).toBe(400);
    expect(refused.state).toEqual(dead.state);
  });
});
