import { describe, expect, it } from 'vitest';
import type { Command } from '#domain/cloud/command.ts';
import type { PresentedToken } from '#domain/entra/token.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { resourceNamed } from '#domain/script/names.ts';
import { call, host, run, shopGroup, storage } from '#test/support/engine.ts';
import type { MadeDeed, Played } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';

const shop = run('storage', shopGroup, host(), storage);

const onAccount =
  (command: (accountId: ResourceId) => Command): MadeDeed =>
  ({ state }) =>
    command(resourceNamed(state, 'stshopimages').id);

const listKeys = onAccount((accountId) => ({ type: 'ListAccountKeys', accountId }));
const regenerate = (key: 1 | 2) => onAccount((accountId) => ({ type: 'RegenerateAccountKey', accountId, key }));
const allow = (allowed: boolean) => onAccount((accountId) => ({ type: 'SetSharedKeyAccess', accountId, allowed }));

/** The two keys that the account has now. */
function keysOf(played: Played): readonly string[] {
  const { keys } = played.goOn(listKeys).answer.json as { keys: { value: string }[] };
  return keys.map(({ value }) => value);
}

function readWith(key: string, { account = 'stshopimages', path = 'images/logo.svg' } = {}): MadeDeed {
  const url = `https://stshopimages.blob.core.windows.net/${path}`;
  const token: PresentedToken = { kind: 'sharedKey', account, key };
  return call('laptop', { url, headers: [['x-ms-version', '2026-04-06']] }, () => token);
}

describe('the keys of an account', () => {
  it('[BLOB-23] are two, of 64 bytes each', () => {
    const asked = shop.goOn(listKeys);
    expectGolden(asked.answer, 'BLOB-23-keys', 'docs');
    const keys = keysOf(shop);
    expect(new Set(keys).size).toBe(2);
    for (const key of keys) {
      expect(key).toMatch(/^[A-Za-z0-9+/]{85}[AQgw]==$/);
      expect(Buffer.from(key, 'base64')).toHaveLength(64);
    }
  });

  it('[BLOB-23] are the account’s own', () => {
    const other = shop.goOn({ do: 'create', kind: 'storageAccount', name: 'stother', in: 'rg-shop' });
    const asked = other.goOn(({ state }) => ({
      type: 'ListAccountKeys',
      accountId: resourceNamed(state, 'stother').id,
    }));
    for (const key of keysOf(shop)) expect(asked.answer.body).not.toContain(key);
  });

  it('[BLOB-23] are no longer those of a deleted account of the same name', () => {
    const again = shop.goOn({ do: 'delete', name: 'stshopimages' }, { do: 'advance', minutes: 1 }, storage);
    expect(keysOf(again)).not.toEqual(keysOf(shop));
  });

  it('[BLOB-24] open everything to whoever holds one, without a role', () => {
    for (const key of keysOf(shop)) {
      const read = shop.goOn(readWith(key));
      expect([read.answer.status, read.answer.body]).toEqual([200, '<svg>Shop logo</svg>']);
      expect(read.answer.decision).toMatchObject({
        allowed: true,
        gates: [{ gate: 'network' }, { gate: 'sharedKey' }],
      });
      expect(shop.goOn(readWith(key, { path: '?comp=list' })).answer.status).toBe(200);
      expect(shop.goOn(readWith(key, { path: 'images/none' })).answer.body).toContain('BlobNotFound');
    }
  });

  it('[BLOB-24] do not open it where they are wrong or another account’s', () => {
    const wrong = shop.goOn(readWith('a2V5'));
    expectGolden(wrong.answer, 'BLOB-24-wrong-key', 'unconfirmed');
    expect(wrong.answer.decision).toMatchObject({ allowed: false });
    const [key = ''] = keysOf(shop);
    expect(shop.goOn(readWith(key, { account: 'stother' })).answer.status).toBe(403);
  });

  it('[BLOB-25] are made anew one at a time', () => {
    const [first, second] = keysOf(shop);
    const changed = shop.goOn(regenerate(1));
    const [renewed, same] = keysOf(changed);
    expect(renewed).not.toBe(first);
    expect(same).toBe(second);
    expect(changed.goOn(readWith(first ?? '')).answer.status).toBe(403);
    expect(changed.goOn(readWith(renewed ?? '')).answer.status).toBe(200);
    expect(changed.goOn(readWith(second ?? '')).answer.status).toBe(200);
    const both = changed.goOn(regenerate(2), regenerate(1));
    expect(both.answer.json).toEqual(both.goOn(listKeys).answer.json);
    expect(new Set([first, second, renewed, ...keysOf(both)]).size).toBe(5);
  });

  it('[BLOB-26] open nothing where the account takes none', () => {
    const off = shop.goOn(allow(false));
    expect(off.answer.json).toMatchObject({ properties: { allowSharedKeyAccess: false } });
    const [key = ''] = keysOf(off);
    const asked = off.goOn(readWith(key));
    expectGolden(asked.answer, 'BLOB-26-keys-off', 'capture');
    expect(off.goOn(readWith('a2V5')).answer.body).toContain('KeyBasedAuthenticationNotPermitted');
    expect(off.goOn(allow(true), readWith(key)).answer.status).toBe(200);
  });

  it('[BLOB-26] say nothing anew where nothing changes', () => {
    expect(
      shop
        .goOn(allow(true))
        .entry(-1)
        .events.map(({ type }) => type),
    ).toEqual(['ManagementAnswered']);
  });

  it('[BLOB-23] of what is no account are not found', () => {
    const accountId = resourceNamed(shop.state, 'vm-web').id;
    for (const command of [
      { type: 'ListAccountKeys', accountId },
      { type: 'RegenerateAccountKey', accountId, key: 1 },
      { type: 'SetSharedKeyAccess', accountId, allowed: false },
    ] as const) {
      expect(shop.goOn(command).answer.status).toBe(404);
    }
  });
});
