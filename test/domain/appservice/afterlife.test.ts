import { describe, expect, it } from 'vitest';
import { siteOf } from '#domain/appservice/state.ts';
import { referenceOutcome } from '#domain/cloud/platform-outcome.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import { redo, undo } from '#domain/timeline/timeline.ts';
import {
  askToken,
  host,
  identity,
  idsOf,
  mayReadSecrets,
  noRoleDelay,
  run,
  shopGroup,
  vault,
} from '#test/support/engine.ts';
import type { Deed } from '#test/support/engine.ts';
import { behindEasyAuth, idOf, readsBy, resolve, settings, slot } from './site.ts';

const staging = 'app-shop/staging';
const reader = 'id-shop-reader';
const app: Deed = host('app-shop', { kind: 'webApp', user: [reader] });
const otherGroup: Deed = { do: 'create-group', name: 'rg-new', location: 'westeurope' };

/** app-shop with a slot, each with settings; the app reads its reference by id-shop-reader. */
const shop = run(
  'afterlife',
  shopGroup,
  noRoleDelay,
  ...vault,
  identity(),
  app,
  slot(),
  mayReadSecrets(reader),
  settings({ DB_PASSWORD: '@Microsoft.KeyVault(VaultName=kv-shop;SecretName=db-password)', A: { sticky: 'one' } }),
  settings({ A: { sticky: 'two' } }, staging),
  readsBy(reader),
  behindEasyAuth(),
  otherGroup,
);

const moved = shop.goOn((after) => ({ type: 'MoveResource', id: idOf(after, 'app-shop'), resourceGroup: 'rg-new' }));

describe('an app that moves', () => {
  it('[SITE-24] keeps what is set on it, and so do its slots', () => {
    for (const name of ['app-shop', staging]) {
      expect(idOf(moved, name)).toContain('/rg-new/');
      expect(siteOf(moved.state.appService, idOf(moved, name))).toEqual(
        siteOf(shop.state.appService, idOf(shop, name)),
      );
    }
    expect(dictionary.size(moved.state.appService.sites)).toBe(2);
  });

  it('[SITE-24] goes on reading its reference', () => {
    expect(referenceOutcome(moved.goOn(resolve()).entry(-1).events)).toMatchObject({ end: 'resolved' });
  });

  it('[SITE-24] goes on giving out tokens for the same principals', () => {
    for (const name of ['app-shop', staging]) {
      expect(moved.goOn(askToken(name)).claims.oid).toBe(idsOf(shop, name).principalId);
    }
  });
});

describe('an app that is deleted', () => {
  const gone = shop.goOn({ do: 'delete', name: staging }, { do: 'delete', name: 'app-shop' });

  it('[SITE-24] takes with it what was set on it', () => {
    expect(dictionary.size(gone.state.appService.sites)).toBe(0);
  });

  it('[SITE-24] is new under the same name', () => {
    const again = gone.goOn(app, slot());
    expect(siteOf(again.state.appService, idOf(again, 'app-shop'))).toEqual({
      settings: {},
      referenceIdentity: 'SystemAssigned',
      authentication: null,
    });
    expect(again.goOn(resolve()).answer.status).toBe(404);
  });

  it('[SITE-24] takes its slots along where they are not deleted first', () => {
    const whole = shop.goOn({ do: 'delete', name: 'app-shop' });
    expect(dictionary.size(whole.state.appService.sites)).toBe(0);
  });

  it('[SITE-24] leaves nothing behind with its group', () => {
    const emptied = shop.goOn({ do: 'delete-group', name: 'rg-shop' });
    expect(dictionary.size(emptied.state.appService.sites)).toBe(0);
  });
});

describe('what is set on an app', () => {
  it('[SITE-01] can be undone and done again', () => {
    const set = shop.goOn(settings({ A: 'other', B: 'new' }));
    const back = undo(set.world);
    expect(back.state.appService).toEqual(shop.state.appService);
    expect(redo(back).state.appService).toEqual(set.state.appService);
  });
});
