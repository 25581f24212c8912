import { describe, expect, it } from 'vitest';
import { findAnyPrincipal } from '#domain/cloud/directory.ts';
import { moments } from '#domain/cloud/moments.ts';
import { isReplicated } from '#domain/entra/directory.ts';
import { askToken, host, identity, idsOf, run, shopGroup } from '#test/support/engine.ts';
import type { Played } from '#test/support/engine.ts';

const delayed = run('replication', shopGroup, { type: 'SetReplicationDelay', seconds: 90 }, host());

function isKnown(after: Played, name: string): boolean {
  const principal = findAnyPrincipal(after.state, idsOf(after, name).principalId);
  return principal !== undefined && isReplicated(principal, after.state.now);
}

describe('a new principal', () => {
  it('[ENTRA-24] is known at once where nothing else is said', () => {
    const played = run('replication', shopGroup, host());
    expect(isKnown(played, 'vm-web')).toBe(true);
    expect(findAnyPrincipal(played.state, idsOf(played, 'vm-web').principalId)).not.toHaveProperty('replicatedAt');
  });

  it('[ENTRA-24] is unknown for the delay, to the second', () => {
    expect(isKnown(delayed, 'vm-web')).toBe(false);
    const almost = delayed.goOn({ type: 'AdvanceClock', seconds: 89 });
    expect(isKnown(almost, 'vm-web')).toBe(false);
    expect(isKnown(almost.goOn({ type: 'AdvanceClock', seconds: 1 }), 'vm-web')).toBe(true);
  });

  it('[ENTRA-24] is due, and its moment is told', () => {
    const principalId = idsOf(delayed, 'vm-web').principalId;
    const [first] = moments(delayed.state);
    expect(first).toMatchObject({
      at: delayed.state.now + 90,
      event: { type: 'ServicePrincipalReplicated', principalId },
    });
    const later = delayed.goOn({ do: 'advance', minutes: 5 });
    expect(later.entry(-1).events).toContainEqual(first?.event);
    expect(moments(later.state)).toEqual([]);
  });

  it('[ENTRA-24] signs in at once', () => {
    expect(delayed.goOn(askToken()).answer.status).toBe(200);
  });

  it('[ENTRA-24] is not due any more when it was deleted before', () => {
    const gone = delayed.goOn({ do: 'delete', name: 'vm-web' }, { do: 'advance', minutes: 5 });
    expect(gone.entry(-1).events.map(({ type }) => type)).toEqual(['ClockAdvanced']);
  });

  it('[ENTRA-24] that was there before the delay was set is known', () => {
    const mixed = run(
      'replication',
      shopGroup,
      identity(),
      { type: 'SetReplicationDelay', seconds: 60 },
      host(),
      { type: 'SetReplicationDelay', seconds: 0 },
      host('vm-batch'),
    );
    expect(['id-shop-reader', 'vm-web', 'vm-batch'].map((name) => isKnown(mixed, name))).toEqual([true, false, true]);
  });

  it.each([-1, 0.5, 601, Number.NaN, Number.POSITIVE_INFINITY])(
    '[ENTRA-24] cannot be delayed by %d seconds',
    (seconds) => {
      const tried = delayed.goOn({ type: 'SetReplicationDelay', seconds });
      expect(tried.entry(-1).events).toEqual([]);
      expect(tried.state.replicationDelay).toBe(90);
    },
  );

  it.each([0, 1, 600])('[ENTRA-24] can be delayed by %d seconds', (seconds) => {
    expect(delayed.goOn({ type: 'SetReplicationDelay', seconds }).state.replicationDelay).toBe(seconds);
  });
});
