import { describe, expect, it } from 'vitest';
import { keepSecret, keptSecret, secretIn, watchSecret } from '#app/shared-world/address.ts';
import { createClock, untilNews } from '#app/shared-world/clock.ts';
import { isUntouched, withFewTicks } from '#app/shared-world/machine-time.ts';
import { shortened } from '#app/shared-world/shortened.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { runScript } from '#domain/script/run.ts';
import { dispatch, newWorld, openWorld } from '#domain/timeline/timeline.ts';
import { machineClock } from '#edge/shared-world/protocol.ts';
import { readWorldFile, writeWorldFile } from '#edge/world-file/world-file.ts';

describe('the secret of a companion', () => {
  it('is read from its own fragment alone', () => {
    expect(secretIn('#companion=0af1')).toBe('0af1');
    for (const hash of ['', '#', '#companion=', '#companion=a b', '#w=companion=1', '#the-clock']) {
      expect(secretIn(hash)).toBeNull();
    }
  });

  it('is kept for this tab until it is forgotten, and whoever watches is told', () => {
    const told: (string | null)[] = [];
    const stop = watchSecret(() => told.push(keptSecret()));
    keepSecret('0af1');
    expect(sessionStorage.getItem('mil:companion')).toBe('0af1');
    keepSecret(null);
    stop();
    expect(sessionStorage.getItem('mil:companion')).toBeNull();
    expect(told).toEqual(['0af1', null]);
  });
});

describe('the time between messages', () => {
  it('is the machine’s, moved ahead as far as the world was told to be, and begins anew with a new world', () => {
    let machine = 1_000;
    const clock = createClock(() => machine);
    clock.hear(400 as Instant, true);
    expect(clock.now()).toBe(1_000);
    clock.hear(1_600 as Instant, false);
    machine = 1_010;
    expect(clock.now()).toBe(1_610);
    clock.hear(1_010 as Instant, true);
    expect(clock.now()).toBe(1_010);
  });

  it('has news at the next minute, or when something is due before', () => {
    expect(untilNews(60 as Instant, null)).toBe(60);
    expect(untilNews(110 as Instant, null)).toBe(10);
    expect(untilNews(110 as Instant, 115 as Instant)).toBe(5);
    expect(untilNews(110 as Instant, 110 as Instant)).toBe(1);
  });
});

describe('entries that only tell the time', () => {
  const tick = (seconds: number) => dispatch(newWorld('t'), { type: 'AdvanceClock', seconds }, machineClock);

  it('are one where they follow each other', () => {
    const [one, two] = [tick(1).timeline.entries, tick(2).timeline.entries];
    const both = withFewTicks(one, two);
    expect(both).toHaveLength(1);
    expect(both[0]).toMatchObject({ command: { seconds: 3 }, events: two[0]?.events });
    const own = dispatch(newWorld('t'), { type: 'AdvanceClock', seconds: 1 }).timeline.entries;
    expect(withFewTicks(one, own)).toHaveLength(2);
  });

  it('leave a world untouched, as the choice of a delay does', () => {
    const quick = runScript(tick(5), [{ do: 'set-role-delay', minutes: 0 }]);
    expect(isUntouched(quick.timeline.entries)).toBe(true);
    expect(isUntouched(runScript(quick, [{ do: 'create-group', name: 'rg' }]).timeline.entries)).toBe(false);
  });
});

describe('a long past', () => {
  const long = runScript(newWorld('long'), [
    { do: 'create-group', name: 'rg-shop' },
    { do: 'create', kind: 'virtualMachine', name: 'vm-web', in: 'rg-shop', systemAssigned: true },
    { do: 'request-token', from: 'vm-web', resource: 'https://vault.azure.net' },
    { do: 'request-token', from: 'vm-web', resource: 'https://vault.azure.net' },
  ]);

  it('is cut where it is too long: the state, the latest entries and a file that opens are left', () => {
    const short = shortened(long, { most: 3, left: 2 });
    expect(short.state).toBe(long.state);
    expect(short.timeline.entries.slice(1)).toEqual(long.timeline.entries.slice(-2));
    expect(short.timeline.entries).toHaveLength(3);
    expect(openWorld(short.timeline).state).toEqual(long.state);
    expect(readWorldFile(writeWorldFile(short.timeline)).ok).toBe(true);
    expect(isUntouched(short.timeline.entries.slice(0, 1))).toBe(false);
  });

  it('is left whole where it is not', () => {
    expect(shortened(long, { most: 4, left: 2 })).toBe(long);
  });
});
