import { describe, expect, it } from 'vitest';
import { labLine, terminalLine } from '#domain/cli/print/own.ts';
import type { Command } from '#domain/cloud/command.ts';
import { interpret, newSession } from '#edge/command-line/interpret.ts';
import { idIn, typedShop } from '#test/support/cli-worlds.ts';

const world = typedShop('own-lines');
const { state } = world;
const vm = idIn(state, 'vm-web');
const cluster = { clusterId: idIn(state, 'aks-shop'), namespace: 'shop', name: 'web' };

describe("[CLI-62] the line of what is the simulator's own", () => {
  it.each<[string, Command]>([
    ['lab clock +10m', { type: 'AdvanceClock', seconds: 600 }],
    ['lab clock +90s', { type: 'AdvanceClock', seconds: 90 }],
    ['lab clock +25h', { type: 'AdvanceClock', seconds: 90_000 }],
    ['lab clock +30d', { type: 'AdvanceClock', seconds: 2_592_000 }],
    ['lab role-delay seeded', { type: 'SetRoleDelay', delay: { kind: 'seeded' } }],
    ['lab role-delay 0s', { type: 'SetRoleDelay', delay: { kind: 'fixed', seconds: 0 } }],
    ['lab replication-delay 30s', { type: 'SetReplicationDelay', seconds: 30 }],
    [
      'lab fault vm-web throttled --requests 3',
      { type: 'SetImdsFault', id: vm, fault: { kind: 'throttled', requests: 3 } },
    ],
    [
      'lab fault vm-web unavailable --requests 1 --retry-after 2',
      { type: 'SetImdsFault', id: vm, fault: { kind: 'unavailable', requests: 1, retryAfter: 2 } },
    ],
    ['lab fault vm-web restarting', { type: 'SetImdsFault', id: vm, fault: { kind: 'restarting', requests: null } }],
    ['lab fault vm-web off', { type: 'SetImdsFault', id: vm, fault: null }],
    [
      'lab service-account aks-shop/shop/web --client-id abc',
      { type: 'CreateServiceAccount', ...cluster, clientId: 'abc' },
    ],
    ['lab service-account aks-shop/shop/web', { type: 'CreateServiceAccount', ...cluster, clientId: null }],
    ['lab service-account aks-shop/shop/web off', { type: 'DeleteServiceAccount', ...cluster }],
    [`lab deny ${vm} stack off`, { type: 'DeleteDenyAssignment', scope: vm, name: 'stack' }],
    [
      "curl -s -H 'Metadata: true' 'http://169.254.169.254/metadata/identity/oauth2/token?resource=x'",
      {
        type: 'RequestToken',
        from: newSession.at,
        request: {
          method: 'GET',
          url: 'http://169.254.169.254/metadata/identity/oauth2/token?resource=x',
          headers: [['Metadata', 'true']],
          body: '',
        },
      },
    ],
    ['az group delete -n rg-shop --yes', { type: 'DeleteResourceGroup', name: 'rg-shop' }],
  ])('%s', (line, command) => {
    expect(terminalLine(state, command)).toBe(line);
    expect(interpret(world, line, newSession)).toMatchObject({ kind: 'give', commands: [command] });
  });

  it('is none for what the platform does, and for a deny assignment', () => {
    const id = vm;
    expect(terminalLine(state, { type: 'ResolveKeyVaultReference', id, setting: 'A' })).toBeNull();
    expect(
      labLine(state, {
        type: 'CreateDenyAssignment',
        scope: vm,
        name: 'x',
        actions: ['a'],
        dataActions: [],
        principals: [],
      }),
    ).toBeNull();
  });
});
