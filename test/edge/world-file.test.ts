import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runScript } from '#domain/script/run.ts';
import type { Step } from '#domain/script/script.ts';
import { newWorld, pastEvents, undo } from '#domain/timeline/timeline.ts';
import type { World } from '#domain/timeline/timeline.ts';
import { largestWorldFile, readWorldFile, writeWorldFile } from '#edge/world-file/world-file.ts';
import { expectSame } from '#test/support/laws.ts';
import { worldsOfEveryKind } from './every-kind-of-event.ts';
import { summarize, summarizeServices } from './summary.ts';

function pastEventsOf(worlds: readonly World[]) {
  return worlds.flatMap(({ timeline }) => pastEvents(timeline));
}

function shop(...more: readonly Step[]): World {
  return runScript(newWorld('world-file'), [
    { do: 'create-group', name: 'rg-shop' },
    { do: 'create', kind: 'virtualMachine', name: 'vm-web', in: 'rg-shop', systemAssigned: true },
    { do: 'create', kind: 'keyVault', name: 'kv-shop', in: 'rg-shop' },
    { do: 'assign-role', role: 'Key Vault Secrets User', to: 'vm-web', at: 'kv-shop' },
    ...more,
  ]);
}

/** The file of a world with one value changed by its path. */
function tampered(world: World, path: readonly (string | number)[], value: unknown): string {
  const file = JSON.parse(writeWorldFile(world.timeline)) as Record<string, unknown>;
  const last = path.at(-1) ?? '';
  let inner: Record<string | number, unknown> = file;
  for (const key of path.slice(0, -1)) inner = inner[key] as Record<string | number, unknown>;
  inner[last] = value;
  return JSON.stringify(file);
}

function problemOf(text: string) {
  const read = readWorldFile(text);
  return read.ok ? null : read.problem;
}

describe('a world file', () => {
  it('opens as the world that was written, whatever the cursor', () => {
    const world = shop();
    expect(readWorldFile(writeWorldFile(world.timeline))).toEqual({ ok: true, world });
    const undone = undo(undo(world));
    expect(readWorldFile(writeWorldFile(undone.timeline))).toEqual({ ok: true, world: undone });
  });

  it('carries every kind of event', () => {
    const worlds = worldsOfEveryKind();
    const kinds = new Set(pastEventsOf(worlds).map(({ type }) => type));
    expect(kinds.size).toBeGreaterThan(60);
    for (const world of worlds) {
      expectSame('read again', readWorldFile(writeWorldFile(world.timeline)), { ok: true, world });
    }
  });
});

describe('a broken file is refused with the reason', () => {
  it.each([
    ['no JSON', '{"app":', 'notJson'],
    ['another file', '{"name":"x"}', 'notAWorld'],
    ['a list', '[]', 'notAWorld'],
    ['nested too deep', '['.repeat(1_000_000), 'tooDeep'],
    ['a bracket in a string is no nesting', `{"app":"${'['.repeat(100)}"}`, 'notAWorld'],
    ['too large', ' '.repeat(largestWorldFile + 1), 'tooLarge'],
    ['a newer format', '{"app":"managed-identity-lab","format":2}', 'newerFormat'],
  ])('%s', (_case, text, kind) => {
    expect(problemOf(text)?.kind).toBe(kind);
  });

  it('names the field that is wrong', () => {
    const text = tampered(shop(), ['entries', 0, 'events', 0, 'type'], 'GroupExploded');
    expect(problemOf(text)).toMatchObject({ kind: 'badField', path: 'entries.0.events.0.type' });
  });

  it('refuses events that do not fit together', () => {
    const ghost = { type: 'ResourceDeleted', id: '/subscriptions/none' };
    const text = tampered(shop(), ['entries', 0, 'events', 1], ghost);
    expect(problemOf(text)?.kind).toBe('doesNotFold');
  });

  it('refuses a state that no history leads to', () => {
    const events = (shop().timeline.entries[1]?.events ?? []).filter(({ type }) => type !== 'ServicePrincipalCreated');
    expect(problemOf(tampered(shop(), ['entries', 1, 'events'], events))).toMatchObject({
      kind: 'inconsistent',
      violation: { rule: 'identityWithoutPrincipal' },
    });
  });

  it('refuses a child without its parent and a lock without its scope', () => {
    const at = '/subscriptions/none';
    const lock = {
      id: `${at}/providers/Microsoft.Authorization/locks/keep`,
      scope: at,
      name: 'keep',
      level: 'ReadOnly',
    };
    const locked = tampered(shop(), ['entries', 0, 'events', 1], { type: 'LockCreated', lock });
    expect(problemOf(locked)).toMatchObject({ kind: 'inconsistent', violation: { rule: 'lockWithoutScope' } });
    const [created] = shop().timeline.entries[2]?.events ?? [];
    if (created?.type !== 'ResourceCreated') throw new Error('The vault is not created first.');
    const { resource } = created;
    const database = { ...resource, kind: 'sqlDatabase', id: `${resource.id}/databases/a`, name: 'sql-shop/a' };
    const orphaned = tampered(shop(), ['entries', 2, 'events', 1], { ...created, resource: database });
    expect(problemOf(orphaned)).toMatchObject({ kind: 'inconsistent', violation: { rule: 'childWithoutParent' } });
  });

  it('refuses a bad future too, for it can be redone', () => {
    const undone = undo(shop());
    const ghost = { type: 'ResourceDeleted', id: '/subscriptions/none' };
    const text = tampered(undone, ['entries', 3, 'events', 1], ghost);
    expect(problemOf(text)?.kind).toBe('doesNotFold');
  });

  it('survives a poisoned prototype', () => {
    const text = writeWorldFile(shop().timeline).replace('{', '{"__proto__":{"polluted":true},');
    expect(readWorldFile(text).ok).toBe(true);
    expect('polluted' in {}).toBe(false);
  });
});

describe('frozen worlds of earlier builds', () => {
  const folder = 'test/fixtures/worlds/v1';
  const files = readdirSync(folder).filter((file) => file.endsWith('.world.json'));

  it('are there', () => expect(files.length).toBeGreaterThanOrEqual(1));

  it.each(files)('%s folds to its recorded summary', (file) => {
    expect(summarize(opened(file))).toEqual(recorded(file, 'summary'));
  });

  it('every-service.world.json holds in each service what it held, after every kind of event of its day', () => {
    const world = opened('every-service.world.json');
    expect(summarizeServices(world)).toEqual(recorded('every-service.world.json', 'services'));
    expect(new Set(pastEventsOf([world]).map(({ type }) => type)).size).toBe(72);
  });

  function opened(file: string): World {
    const read = readWorldFile(readFileSync(`${folder}/${file}`, 'utf8'));
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
    return read.world;
  }

  function recorded(file: string, what: 'summary' | 'services'): unknown {
    return JSON.parse(readFileSync(`${folder}/${file.replace('.world.json', `.${what}.json`)}`, 'utf8'));
  }
});
