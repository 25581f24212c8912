import { describe, expect, it } from 'vitest';
import type { PowerAction, PowerState } from '#domain/compute/state.ts';
import { powerOf } from '#domain/compute/state.ts';
import { principalNamed, resourceNamed } from '#domain/script/names.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import {
  askToken,
  host,
  mayReadSecrets,
  noRoleDelay,
  readSecret,
  run,
  shopGroup,
  vault,
} from '#test/support/engine.ts';
import type { MadeDeed, Played } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';

const shop = run(
  'power',
  shopGroup,
  noRoleDelay,
  host(),
  host('app-shop', { kind: 'webApp' }),
  ...vault,
  mayReadSecrets(),
);

function power(action: PowerAction, name = 'vm-web'): MadeDeed {
  return ({ state }) => ({ type: 'SetPower', id: resourceNamed(state, name).id, action });
}

function stateOf(played: Played): PowerState {
  return powerOf(played.state.compute, resourceNamed(played.state, 'vm-web').id);
}

const paths: Readonly<Record<PowerState, readonly PowerAction[]>> = {
  running: [],
  stopped: ['powerOff'],
  deallocated: ['deallocate'],
};

describe('power', () => {
  it.each([
    ['running', 'start', 'running'],
    ['running', 'powerOff', 'stopped'],
    ['running', 'deallocate', 'deallocated'],
    ['running', 'restart', 'running'],
    ['stopped', 'start', 'running'],
    ['stopped', 'powerOff', 'stopped'],
    ['stopped', 'deallocate', 'deallocated'],
    ['deallocated', 'start', 'running'],
    ['deallocated', 'powerOff', 'deallocated'],
    ['deallocated', 'deallocate', 'deallocated'],
  ] as const)('[COMPUTE-01] leads from %s by %s to %s', (from, action, to) => {
    const played = shop.goOn(
      paths[from].map((each) => power(each)),
      power(action),
    );
    expect(stateOf(played)).toBe(to);
    expect(played.answer.status).toBe(202);
    const changes = played.entry(-1).events.filter(({ type }) => type === 'PowerChanged');
    expect(changes).toHaveLength(from === to ? 0 : 1);
  });

  it('[COMPUTE-01] is asked for at the machine', () => {
    const event = shop.goOn(power('deallocate')).entry(-1).events.at(-1);
    if (event?.type !== 'ManagementAnswered') throw new Error('not answered');
    expect(event.method).toBe('POST');
    expect(event.url).toMatch(/\/virtualMachines\/vm-web\/deallocate\?api-version=2024-07-01$/);
    expectGolden({ ...event.response, source: event.source }, 'COMPUTE-01-accepted', 'docs');
  });

  it.each(['powerOff', 'deallocate'] as const)('[COMPUTE-02] refuses a restart after %s', (action) => {
    const played = shop.goOn(power(action), power('restart'));
    expectGolden(played.answer, 'COMPUTE-02-not-running', 'unconfirmed');
    expect(played.entry(-1).events).toHaveLength(1);
  });

  it('[COMPUTE-03] is refused where nothing is', () => {
    const id = `${resourceNamed(shop.state, 'vm-web').id}-2` as ResourceId;
    const { answer } = shop.goOn({ type: 'SetPower', id, action: 'start' });
    expect(answer.status).toBe(404);
    expect(answer.body).toContain('ResourceNotFound');
  });

  it.each(['app-shop', 'kv-shop'])('[COMPUTE-03] is refused for %s', (name) => {
    const { answer } = shop.goOn(power('powerOff', name));
    expect(answer).toMatchObject({ status: 400, source: 'unconfirmed' });
  });
});

describe('a machine that does not run', () => {
  const asked = shop.goOn(askToken());

  it.each(['powerOff', 'deallocate'] as const)('[COMPUTE-04] asks nobody after %s', (action) => {
    const played = asked.goOn(power(action), askToken());
    expect(played.failure).toBe('notRunning');
    expect(played.hops.map(({ kind }) => kind)).toEqual(['request', 'failure']);
    expect(played.hops[1]?.from).toMatchObject({ kind: 'application' });
    expect(played.hops[1]?.to).toEqual({ kind: 'imds' });
  });

  it.each(['powerOff', 'deallocate'] as const)('[COMPUTE-04] calls nobody after %s', (action) => {
    expect(asked.goOn(readSecret()).answer.status).toBe(200);
    expect(asked.goOn(power(action), readSecret()).failure).toBe('notRunning');
  });

  it('[COMPUTE-04] does both again once it is started', () => {
    const played = asked.goOn(power('deallocate'), power('start'), readSecret());
    expect(played.answer.status).toBe(200);
  });

  it.each([['powerOff', 'start'], ['deallocate', 'start'], ['restart']] as const)(
    '[COMPUTE-05] keeps identity, principal and tokens through %s',
    (...actions) => {
      const played = asked.goOn(actions.map((action) => power(action)));
      expect(resourceNamed(played.state, 'vm-web')).toEqual(resourceNamed(asked.state, 'vm-web'));
      expect(principalNamed(played.state, 'vm-web')).toEqual(principalNamed(asked.state, 'vm-web'));
      const again = played.goOn(askToken());
      expect(again.answer.fromCache).toBe(true);
      expect(again.claims.uti).toBe(asked.claims.uti);
    },
  );

  it('[COMPUTE-05] may be given an identity while it is stopped', () => {
    const bare = run('power', shopGroup, host('vm-web', { system: false }), power('deallocate'));
    const given = bare.goOn({ do: 'enable-system-assigned', on: 'vm-web' }, power('start'), askToken());
    expect(given.answer.status).toBe(200);
  });

  it('[COMPUTE-04] is a machine made anew that runs', () => {
    const anew = shop.goOn(power('deallocate'), { do: 'delete', name: 'vm-web' }, host(), askToken());
    expect(anew.answer.status).toBe(200);
  });
});

describe('a machine that was moved', () => {
  const moved = shop.goOn({ do: 'create-group', name: 'rg-new', location: 'westeurope' }, ({ state }) => ({
    type: 'MoveResource',
    id: resourceNamed(state, 'vm-web').id,
    resourceGroup: 'rg-new',
  }));

  it('[COMPUTE-06] goes on running and asking', () => {
    expect(stateOf(moved)).toBe('running');
    expect(moved.goOn(askToken()).answer.status).toBe(200);
    expect(moved.goOn(power('restart')).answer.status).toBe(202);
  });

  it.each(['powerOff', 'deallocate'] as const)('[COMPUTE-06] does not start after %s', (action) => {
    const played = moved.goOn(power(action), power('start'));
    expectGolden(played.answer, 'COMPUTE-06-stale-identity', 'unconfirmed');
    expect(stateOf(played)).not.toBe('running');
  });

  it('[COMPUTE-06] starts once it was written to', () => {
    const written: MadeDeed = ({ state }) => ({
      type: 'SetTags',
      id: resourceNamed(state, 'vm-web').id,
      tags: { fixVM: '1' },
    });
    const played = moved.goOn(power('deallocate'), power('start'), written, power('start'));
    expect(stateOf(played)).toBe('running');
    expect(played.goOn(power('deallocate'), power('start')).answer.status).toBe(202);
  });
});

describe('code whose host is gone', () => {
  const asked = shop.goOn(askToken());
  const from = { kind: 'host', resourceId: resourceNamed(shop.state, 'vm-web').id } as const;
  const request = asked.entry(-1).command;
  const call = asked.goOn(readSecret()).entry(-1).command;
  const gone = asked.goOn({ do: 'delete', name: 'vm-web' });

  it('[COMPUTE-12] asks nobody', () => {
    expect(request).toMatchObject({ type: 'RequestToken', from });
    expect(gone.goOn(request).failure).toBe('originGone');
  });

  it('[COMPUTE-12] calls nobody, though its token is good', () => {
    expect(call).toMatchObject({ type: 'CallTarget', from });
    expect(gone.goOn(call).failure).toBe('originGone');
  });

  it('[COMPUTE-12] leaves what happened before in the log', () => {
    expect(gone.world.timeline.entries.slice(0, asked.world.timeline.entries.length)).toEqual(
      asked.world.timeline.entries,
    );
  });

  it('[COMPUTE-12] is a pod whose cluster is gone, too', () => {
    const pod = { kind: 'pod', clusterId: from.resourceId, namespace: 'shop', serviceAccount: 'web' } as const;
    if (call.type !== 'CallTarget') throw new Error('no call');
    expect(asked.goOn({ ...call, from: pod }).failure).toBe('originGone');
  });

  it('[COMPUTE-12] does not concern a laptop that holds the token', () => {
    if (call.type !== 'CallTarget') throw new Error('no call');
    expect(gone.goOn({ ...call, from: { kind: 'laptop' } }).failure).toBe(null);
  });
});
