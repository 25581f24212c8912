import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergedSettings, settingNamed, swappedSettings } from '#domain/appservice/settings.ts';
import type { AppSettings } from '#domain/appservice/settings.ts';
import { readSetting } from '#domain/appservice/key-vault-reference.ts';
import { seed } from '#test/support/seed.ts';

/** Names that collide often, and two that every object has. */
const name = fc.constantFrom('A', 'B', 'C', 'D', 'constructor', '__proto__');
const setting = fc.record({ value: fc.string({ maxLength: 3 }), sticky: fc.boolean() });
const held: fc.Arbitrary<AppSettings> = fc
  .uniqueArray(fc.tuple(name, setting), { selector: ([key]) => key })
  .map((entries) => Object.fromEntries(entries));

/** Whether a name is sticky in one of the two. */
function isSticky(key: string, ...both: readonly AppSettings[]): boolean {
  return both.some((each) => Object.hasOwn(each, key) && each[key]?.sticky === true);
}

function own(settings: AppSettings, key: string) {
  return Object.hasOwn(settings, key) ? settings[key] : undefined;
}

describe('a swap of any settings', () => {
  it('[SITE-04] leaves a sticky name where it is, and exchanges every other', () => {
    fc.assert(
      fc.property(held, held, name, (app, slot, key) => {
        const [newApp, newSlot] = swappedSettings(app, slot);
        const stays = isSticky(key, app, slot);
        expect(own(newApp, key)).toEqual(own(stays ? app : slot, key));
        expect(own(newSlot, key)).toEqual(own(stays ? slot : app, key));
      }),
      { seed },
    );
  });

  it('[SITE-04] made twice changes nothing', () => {
    fc.assert(
      fc.property(held, held, (app, slot) => {
        expect(swappedSettings(...swappedSettings(app, slot))).toEqual([app, slot]);
      }),
      { seed },
    );
  });

  it('[SITE-04] invents and loses nothing', () => {
    fc.assert(
      fc.property(held, held, (app, slot) => {
        const all = (...both: readonly AppSettings[]) =>
          both.flatMap((each) => Object.entries(each).map((entry) => JSON.stringify(entry))).toSorted();
        expect(all(...swappedSettings(app, slot))).toEqual(all(app, slot));
      }),
      { seed },
    );
  });
});

describe('a change of any settings', () => {
  const changes = fc
    .uniqueArray(fc.tuple(name, fc.option(setting)), { selector: ([key]) => key })
    .map((entries) => Object.fromEntries(entries));

  it('[SITE-01] decides what it names and leaves the rest', () => {
    fc.assert(
      fc.property(held, changes, name, (before, change, key) => {
        const after = mergedSettings(before, change);
        const expected = Object.hasOwn(change, key) ? (change[key] ?? undefined) : own(before, key);
        expect(own(after, key)).toEqual(expected);
      }),
      { seed },
    );
  });

  it('[SITE-01] made twice is made once', () => {
    fc.assert(
      fc.property(held, changes, (before, change) => {
        const once = mergedSettings(before, change);
        expect(mergedSettings(once, change)).toEqual(once);
      }),
      { seed },
    );
  });

  it('[SITE-21] is found by its name in any case', () => {
    fc.assert(
      fc.property(
        setting,
        fc.constantFrom('images__serviceuri', 'IMAGES__SERVICEURI', 'Images__serviceUri'),
        (each, key) => {
          expect(settingNamed({ Images__serviceUri: each }, key)).toBe(each.value);
        },
      ),
      { seed },
    );
  });
});

describe('any value of a setting', () => {
  it('[SITE-09] is read without failing, and as a reference only where it begins like one', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string().map((inner) => `@Microsoft.KeyVault(${inner})`),
      fc.string().map((inner) => `@Microsoft.KeyVault(SecretUri=https://kv-shop.vault.azure.net/secrets/${inner})`),
    );
    fc.assert(
      fc.property(text, (value) => {
        const { kind } = readSetting(value);
        expect(kind === 'value').toBe(!value.toLowerCase().startsWith('@microsoft.keyvault('));
      }),
      { seed },
    );
  });
});
