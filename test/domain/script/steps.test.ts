import { describe, expect, it } from 'vitest';
import type { Command } from '#domain/cloud/command.ts';
import { day, hour, minute } from '#domain/kernel/instant.ts';
import { ScriptError } from '#domain/script/names.ts';
import { runScript } from '#domain/script/run.ts';
import type { Step } from '#domain/script/script.ts';
import { newWorld } from '#domain/timeline/timeline.ts';
import type { World } from '#domain/timeline/timeline.ts';
import {
  askToken,
  host,
  idsOf,
  mayReadSecrets,
  readSecret,
  run,
  shopGroup,
  vault,
  webShop,
} from '#test/support/engine.ts';
import type { Played } from '#test/support/engine.ts';

const shop = run('script', webShop);

/** The command that a step became in the shop. */
function commandOf(step: Step, before: Played = shop): Command {
  return before.goOn(step).entry(-1).command;
}

function play(...steps: readonly Step[]): World {
  return runScript(shop.world, steps);
}

describe('a step', () => {
  it('[LOG-12] is one entry', () => {
    expect(runScript(newWorld('script'), webShop).timeline.entries).toHaveLength(webShop.length);
    expect(runScript(shop.world, [])).toBe(shop.world);
  });

  it('[LOG-12] names things, and the command holds their ids', () => {
    const { resourceId, principalId } = idsOf(shop, 'vm-web');
    const reader = idsOf(shop, 'id-shop-reader');
    expect(commandOf({ do: 'delete', name: 'vm-web' })).toEqual({ type: 'DeleteResource', id: resourceId });
    expect(commandOf({ do: 'attach', identity: 'id-shop-reader', to: 'vm-web' })).toEqual({
      type: 'AttachUserAssignedIdentity',
      resourceId,
      identityId: reader.resourceId,
    });
    expect(commandOf({ do: 'assign-role', role: 'Reader', to: 'vm-web', at: 'subscription' })).toEqual({
      type: 'CreateRoleAssignment',
      scope: `/subscriptions/${shop.state.subscriptionId}`,
      roleId: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
      principalId,
    });
  });

  it('[LOG-12] names things without case', () => {
    expect(commandOf({ do: 'delete', name: 'VM-Web' })).toEqual(commandOf({ do: 'delete', name: 'vm-web' }));
    const create: Step = { do: 'create', kind: 'virtualMachine', name: 'vm-new', in: 'RG-SHOP' };
    expect(commandOf(create)).toMatchObject({ resourceGroup: 'rg-shop' });
  });

  it('[LOG-12] creates in the place of its group, without identities where it asks for none', () => {
    const north = run(
      'script',
      { do: 'create-group', name: 'rg-north', location: 'northeurope' },
      {
        do: 'create',
        kind: 'virtualMachine',
        name: 'vm-web',
        in: 'rg-north',
      },
    );
    expect(north.entry(-1).command).toEqual({
      type: 'CreateResource',
      kind: 'virtualMachine',
      resourceGroup: 'rg-north',
      name: 'vm-web',
      location: 'northeurope',
    });
    expect(commandOf({ do: 'create-group', name: 'rg-new' })).toMatchObject({ location: 'westeurope' });
  });

  it('[LOG-12] detaches what is no longer there too', () => {
    const stale = shop.goOn(
      { do: 'attach', identity: 'id-shop-reader', to: 'vm-web' },
      { do: 'delete', name: 'id-shop-reader' },
    );
    const detached = stale.goOn({ do: 'detach', identity: 'ID-Shop-Reader', from: 'vm-web' });
    expect(detached.answer.status).toBe(200);
    expect(detached.answer.body).not.toContain('id-shop-reader');
  });

  it.each<[Step, Command]>([
    [
      { do: 'advance', minutes: 5 },
      { type: 'AdvanceClock', seconds: 5 * minute },
    ],
    [
      { do: 'advance', days: 1, hours: 2, minutes: 3 },
      { type: 'AdvanceClock', seconds: day + 2 * hour + 3 * minute },
    ],
    [
      { do: 'set-role-delay', minutes: 10 },
      { type: 'SetRoleDelay', delay: { kind: 'fixed', seconds: 600 } },
    ],
    [
      { do: 'create-group', name: 'rg', location: 'x' },
      { type: 'CreateResourceGroup', name: 'rg', location: 'x' },
    ],
    [
      { do: 'delete-group', name: 'RG-Shop' },
      { type: 'DeleteResourceGroup', name: 'rg-shop' },
    ],
  ])('[LOG-12] %j is a command', (step, command) => {
    expect(commandOf(step)).toEqual(command);
  });

  it('[LOG-12] asks the endpoint that its host has, a laptop in vain at the address of a machine', () => {
    const app = shop.goOn(host('app-shop', { kind: 'webApp' }));
    const urls = ['vm-web', 'app-shop', 'laptop'].map((from) => {
      const command = commandOf(askToken(from), app);
      return command.type === 'RequestToken' ? new URL(command.request.url).host : '';
    });
    expect(urls).toEqual(['169.254.169.254', '172.16.0.2:8081', '169.254.169.254']);
  });

  it.each(['client-id', 'object-id', 'resource-id'] as const)('[LOG-12] names an identity by its %s', (by) => {
    const { clientId, principalId, resourceId } = idsOf(shop, 'id-shop-reader');
    const command = commandOf(askToken('vm-web', { as: 'id-shop-reader', by }));
    const value = { 'client-id': clientId, 'object-id': principalId, 'resource-id': resourceId }[by];
    expect(command.type === 'RequestToken' && command.request.url).toContain(encodeURIComponent(value));
  });
});

describe('a step that cannot be taken', () => {
  it.each<[string, Step]>([
    ['There is no resource named vm-none.', { do: 'delete', name: 'vm-none' }],
    ['There is no resource group named rg-none.', { do: 'delete-group', name: 'rg-none' }],
    ['There is no resource group named rg-none.', { do: 'create', kind: 'keyVault', name: 'kv', in: 'rg-none' }],
    ['kv-shop is not a host.', { do: 'enable-system-assigned', on: 'kv-shop' }],
    ['vm-web is a virtualMachine, not a userAssignedIdentity.', { do: 'attach', identity: 'vm-web', to: 'vm-web' }],
    ['vm-web is a virtualMachine, not a keyVault.', { do: 'set-secret', vault: 'vm-web', name: 'a', value: 'b' }],
    ['vm-web does not carry id-shop-reader.', { do: 'detach', identity: 'id-shop-reader', from: 'vm-web' }],
    ['There is no built-in role named owner.', { do: 'assign-role', role: 'owner', to: 'vm-web', at: 'rg-shop' }],
    ['kv-shop has no service principal.', { do: 'assign-role', role: 'Owner', to: 'kv-shop', at: 'rg-shop' }],
    ['There is no resource named nowhere.', { do: 'assign-role', role: 'Owner', to: 'vm-web', at: 'nowhere' }],
    ['vm-web does not have Owner at rg-shop.', { do: 'remove-role', role: 'Owner', from: 'vm-web', at: 'rg-shop' }],
    ['There is no resource named vm-none.', askToken('vm-none')],
    ['No token is labelled mine.', readSecret('vm-web', { token: 'mine' })],
    [
      'kv-shop/db-password is no address of a keyVault: write <vault>/secrets/<name>.',
      readSecret('vm-web', { get: 'kv-shop/db-password' }),
    ],
  ])('[LOG-13] says why: %s', (message, step) => {
    const { do: verb } = step;
    expect(() => play({ do: 'advance', minutes: 1 }, step)).toThrow(ScriptError);
    expect(() => play({ do: 'advance', minutes: 1 }, step)).toThrow(`Step 2 (${verb}): ${message}`);
  });

  it('[LOG-13] says that a name is there twice', () => {
    const twins: Step[] = ['rg-one', 'rg-two'].flatMap((group): Step[] => [
      { do: 'create-group', name: group },
      { do: 'create', kind: 'virtualMachine', name: 'vm-twin', in: group },
    ]);
    expect(() => play(...twins, { do: 'delete', name: 'vm-twin' })).toThrow('Two resources are named vm-twin.');
  });

  it('[LOG-13] leaves the world that it was played in as it was', () => {
    const before = structuredClone(shop.world);
    expect(() => play({ do: 'delete', name: 'vm-web' }, { do: 'delete', name: 'vm-web' })).toThrow(ScriptError);
    expect(shop.world).toEqual(before);
  });
});

describe('the token of a call', () => {
  const two = run(
    'script',
    shopGroup,
    { do: 'set-role-delay', minutes: 0 },
    host(),
    host('vm-batch'),
    vault,
    mayReadSecrets(),
  );

  it('[LOG-14] is the one that its origin was given last', () => {
    const called = two.goOn(askToken('vm-web'), askToken('vm-batch'), readSecret('vm-web'));
    expect(called.answer.status).toBe(200);
    expect(called.claims.oid).toBe(idsOf(two, 'vm-web').principalId);
  });

  it('[LOG-14] is none where its origin was never given one, or wants none', () => {
    const never = two.goOn(askToken('vm-batch'), readSecret('vm-web'));
    expect(never.entry(-1).command).toMatchObject({ token: { kind: 'none' } });
    const none = two.goOn(askToken(), readSecret('vm-web', { token: 'none' }));
    expect(none.answer.status).toBe(401);
  });

  it('[LOG-14] is the one under a label, wherever it was got', () => {
    const stolen = two.goOn(
      askToken('vm-web', { label: 'stolen' }),
      askToken('vm-batch'),
      readSecret('laptop', { token: 'stolen' }),
    );
    expect(stolen.answer.status).toBe(200);
    expect(stolen.claims.oid).toBe(idsOf(two, 'vm-web').principalId);
  });

  it('[LOG-14] is labelled from the cache too', () => {
    const again = two.goOn(
      askToken(),
      askToken('vm-web', { label: 'again' }),
      readSecret('laptop', { token: 'again' }),
    );
    expect(again.answer.status).toBe(200);
  });

  it('[LOG-14] is not labelled by a request that brought none, nor by the token before', () => {
    const script: Step[] = [
      askToken(),
      askToken('vm-web', { withoutProof: true, label: 'refused' }),
      readSecret('vm-web', { token: 'refused' }),
    ];
    expect(() => runScript(two.world, script)).toThrow('Step 3 (call): No token is labelled refused.');
  });
});
