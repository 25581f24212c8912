import { describe, expect, it } from 'vitest';
import { askToken, host, identity, run, shopGroup, storageAudience, vaultAudience } from '#test/support/engine.ts';
import type { Played } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';
import { askImds, goodQuery } from './ask-imds.ts';

const machine = run('imds', shopGroup, host());

function field(asked: Played, name: string): string {
  const value = Object.entries(asked.answer.json as object).find(([key]) => key === name)?.[1];
  if (typeof value !== 'string') throw new Error(`${name} is not a string`);
  return value;
}

describe('a token from IMDS', () => {
  it('[IMDS-19] comes as strings only', () => {
    const asked = machine.goOn(askToken());
    expectGolden(asked.answer, 'IMDS-19-system-assigned', 'spec');
    const values: unknown[] = Object.values(asked.answer.json as object);
    expect(values.every((value) => typeof value === 'string')).toBe(true);
    expect(asked.answer.json).toMatchObject({
      client_id: asked.claims.appid,
      expires_on: String(asked.claims.exp),
      not_before: String(asked.claims.nbf),
      resource: vaultAudience,
      token_type: 'Bearer',
    });
    expect(asked.answer.json).not.toHaveProperty('refresh_in');
  });

  it('[IMDS-19] says which user-assigned identity it is for', () => {
    const asked = run('imds', shopGroup, identity(), host('vm-web', { system: false, user: ['id-shop-reader'] })).goOn(
      askToken('vm-web', { resource: storageAudience }),
    );
    expectGolden(asked.answer, 'IMDS-19-user-assigned', 'spec');
    expect(field(asked, 'client_id')).toBe(asked.claims.appid);
  });

  it('[IMDS-20] counts the seconds that are left', () => {
    const fresh = machine.goOn(askToken());
    expect(field(fresh, 'expires_in')).toBe('86400');
    const later = fresh.goOn({ do: 'advance', hours: 23, minutes: 59 }, askToken());
    expect(field(later, 'expires_in')).toBe('60');
    expect(field(later, 'expires_on')).toBe(field(fresh, 'expires_on'));
    expect(later.answer.fromCache).toBe(true);
  });

  it('[IMDS-24] passes on what Microsoft Entra ID refuses, under its own headers', () => {
    const asked = machine.goOn(askToken('vm-web', { resource: 'https://kv-shop.vault.azure.net' }));
    expectGolden(asked.answer, 'IMDS-24-unknown-audience', 'capture');
    const fromEntra = asked.hops.find((hop) => hop.kind === 'response' && hop.from.kind === 'entra');
    expect(fromEntra).toMatchObject({ response: { status: 400, body: asked.answer.body } });
  });
});

describe('the cache of IMDS', () => {
  const asked = machine.goOn(askToken());

  it('[IMDS-21] answers with the same token until it expires', () => {
    const lastSecond = asked.goOn({ type: 'AdvanceClock', seconds: 86_399 }, askToken());
    expect(lastSecond.answer.fromCache).toBe(true);
    expect(lastSecond.claims.uti).toBe(asked.claims.uti);
    const next = lastSecond.goOn({ type: 'AdvanceClock', seconds: 1 }, askToken());
    expect(next.answer.fromCache).toBe(false);
    expect(next.claims.uti).not.toBe(asked.claims.uti);
    expect(field(next, 'expires_in')).toBe('86400');
  });

  it.each(['https://vault.azure.net/', 'https://management.azure.com/'])(
    '[IMDS-22] has another token for %s',
    (resource) => {
      const other = asked.goOn(askToken('vm-web', { resource }));
      expect(other.answer.fromCache).toBe(false);
      expect(other.claims.aud).toBe(resource);
      expect(other.goOn(askToken()).claims.uti).toBe(asked.claims.uti);
    },
  );

  it('[IMDS-22] has a token for each machine and each identity', () => {
    const user = ['id-shop-reader'];
    const two = run('imds', shopGroup, identity(), host('vm-web', { user }), host('vm-batch', { user }));
    const tokens = [
      askToken('vm-web'),
      askToken('vm-web', { as: 'id-shop-reader' }),
      askToken('vm-batch'),
      askToken('vm-batch', { as: 'id-shop-reader' }),
    ].reduce<Played[]>((played, deed) => [...played, (played.at(-1) ?? two).goOn(deed)], []);
    expect(tokens.map(({ answer }) => answer.fromCache)).toEqual([false, false, false, false]);
    expect(new Set(tokens.map(({ claims }) => claims.uti)).size).toBe(4);
  });

  it('[IMDS-22] does not mind by which id the identity is named', () => {
    const one = run('imds', shopGroup, identity(), host('vm-web', { system: false, user: ['id-shop-reader'] }));
    const named = one.goOn(askToken(), askToken('vm-web', { as: 'id-shop-reader', by: 'resource-id' }));
    expect(named.answer.fromCache).toBe(true);
  });

  it('[IMDS-23] is not refreshed by a new role', () => {
    const granted = asked.goOn(
      { do: 'assign-role', role: 'Key Vault Reader', to: 'vm-web', at: 'rg-shop' },
      { do: 'advance', minutes: 30 },
      askToken(),
    );
    expect(granted.answer.fromCache).toBe(true);
    expect(granted.claims).toEqual(asked.claims);
  });

  it('[IMDS-23] is not passed by with bypass_cache', () => {
    expect(asked.goOn(askImds(`${goodQuery}&bypass_cache=true`)).answer.fromCache).toBe(true);
  });

  it('[IMDS-26] serves no identity that was detached, and serves it again when it is back', () => {
    const holding = run('imds', shopGroup, identity(), host('vm-web', { system: false, user: ['id-shop-reader'] }));
    const first = holding.goOn(askToken());
    const detached = first.goOn({ do: 'detach', identity: 'id-shop-reader', from: 'vm-web' }, askToken());
    expect(detached.answer.body).toContain('Identity not found');
    const back = detached.goOn({ do: 'attach', identity: 'id-shop-reader', to: 'vm-web' }, askToken());
    expect(back.answer.fromCache).toBe(true);
    expect(back.claims.uti).toBe(first.claims.uti);
  });
});
