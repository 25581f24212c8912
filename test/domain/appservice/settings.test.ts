import { describe, expect, it } from 'vitest';
import { isSettingName, mergedSettings, settingNamed } from '#domain/appservice/settings.ts';
import { siteOf } from '#domain/appservice/state.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { host, identity, run, shopGroup } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';
import { apiId, behindEasyAuth, containerApp, idOf, readsBy, settings, slot } from './site.ts';

const shop = run('settings', shopGroup, host('app-shop', { kind: 'webApp' }), slot(), identity(), containerApp());

describe('app settings', () => {
  it('[SITE-01] are added to those held', () => {
    const set = shop.goOn(settings({ A: 'one', B: 'two' }), settings({ B: 'three', C: { sticky: 'four' } }));
    expectGolden(set.answer, 'SITE-01-settings', 'spec');
    expect(siteOf(set.state.appService, idOf(set, 'app-shop')).settings).toEqual({
      A: { value: 'one', sticky: false },
      B: { value: 'three', sticky: false },
      C: { value: 'four', sticky: true },
    });
  });

  it('[SITE-01] are taken away by null, also where there are none', () => {
    const gone = shop.goOn(settings({ A: 'one' }), settings({ A: null, B: null }));
    expect(gone.answer.json).toMatchObject({ properties: {} });
    expect(gone.state.appService).toEqual(shop.state.appService);
  });

  it('[SITE-01] of a slot are its own', () => {
    const set = shop.goOn(settings({ A: 'slot' }, 'app-shop/staging'));
    expect(siteOf(set.state.appService, idOf(set, 'app-shop')).settings).toEqual({});
    expect(set.answer.json).toMatchObject({ type: 'Microsoft.Web/sites/slots/config', properties: { A: 'slot' } });
  });

  it('[SITE-01] may be named like what every object has', () => {
    const held = mergedSettings({}, { constructor: { value: 'mine', sticky: false } });
    expect(settingNamed(held, 'constructor')).toBe('mine');
    expect(settingNamed({}, 'constructor')).toBeNull();
    expect(settingNamed(held, 'CONSTRUCTOR')).toBe('mine');
  });

  it('[SITE-02] have letters, digits, periods and underscores in their names', () => {
    for (const name of ['A', 'Images__clientId', 'Logging.Level', '0'])
      expect({ name, fits: isSettingName(name) }).toEqual({ name, fits: true });
    for (const name of ['', 'two words', 'a-b', 'ä', 'a:b', 'a\n'])
      expect({ name, fits: isSettingName(name) }).toEqual({ name, fits: false });
  });

  it('[SITE-02] are not set where one name does not fit', () => {
    const refused = shop.goOn(settings({ GOOD: 'x', 'not good': 'x' }));
    expectGolden(refused.answer, 'SITE-02-name', 'unconfirmed');
    expect(refused.state.appService).toEqual(shop.state.appService);
  });
});

describe('what is set on an app', () => {
  const nowhere = idOf(shop, 'app-shop').replace('app-shop', 'app-gone') as ResourceId;

  it.each([
    ['settings', { type: 'SetAppSettings', id: nowhere, settings: {} }],
    ['the identity for references', { type: 'SetReferenceIdentity', id: nowhere, identity: 'SystemAssigned' }],
    ['authentication', { type: 'SetAuthentication', id: nowhere, authentication: null }],
    ['a swap', { type: 'SwapSlots', id: nowhere }],
    ['a reference', { type: 'ResolveKeyVaultReference', id: nowhere, setting: 'A' }],
    ['a connection', { type: 'OpenConnection', id: nowhere, connection: 'A' }],
  ] as const)('[SITE-03] is refused where it is not there: %s', (_, command) => {
    expect(shop.goOn(command).answer).toMatchObject({ status: 404, body: expect.stringContaining('ResourceNotFound') });
  });

  it.each([
    ['settings', settings({ A: 'x' }, 'ca-shop')],
    ['the identity for references', readsBy('id-shop-reader', 'resourceId', 'ca-shop')],
    ['authentication', behindEasyAuth({}, 'ca-shop')],
  ] as const)('[SITE-03] is refused on another resource: %s', (_, deed) => {
    const refused = shop.goOn(deed);
    expectGolden({ ...refused.answer }, 'SITE-03-no-site', 'unconfirmed');
    expect(refused.state.appService).toEqual(shop.state.appService);
  });

  it('[SITE-03] is found whatever the case of its id', () => {
    const id = idOf(shop, 'app-shop').toUpperCase() as ResourceId;
    const set = shop.goOn({ type: 'SetAppSettings', id, settings: { A: { value: 'x', sticky: false } } });
    expect(set.answer.json).toMatchObject({ id: `${idOf(shop, 'app-shop')}/config/appsettings` });
  });

  it('[EASY-09] is answered with what is configured', () => {
    expectGolden(shop.goOn(behindEasyAuth()).answer, 'EASY-09-set', 'spec');
    const listed = shop.goOn(behindEasyAuth({ allowedApplications: [apiId], unauthenticatedAction: 'AllowAnonymous' }));
    expect(listed.answer.json).toMatchObject({
      properties: {
        globalValidation: { requireAuthentication: false },
        identityProviders: {
          azureActiveDirectory: { validation: { defaultAuthorizationPolicy: { allowedApplications: [apiId] } } },
        },
      },
    });
  });

  it('[EASY-09] is switched off by null', () => {
    const off = shop.goOn(behindEasyAuth(), (after) => ({
      type: 'SetAuthentication',
      id: idOf(after, 'app-shop'),
      authentication: null,
    }));
    expect(off.answer.json).toMatchObject({ properties: { platform: { enabled: false } } });
    expect(off.state.appService).toEqual(shop.state.appService);
  });

  it('[SITE-10] names the identity for references by whatever text is given', () => {
    const named = shop.goOn(readsBy('id-shop-reader'));
    expect(named.answer).toMatchObject({
      status: 200,
      json: { properties: { keyVaultReferenceIdentity: idOf(named, 'id-shop-reader') } },
    });
    expect(shop.goOn(readsBy('id-shop-reader', 'clientId')).answer.status).toBe(200);
  });
});
