import { describe, expect, it } from 'vitest';
import { decide } from '#domain/cloud/decide.ts';
import { referenceOutcome } from '#domain/cloud/platform-outcome.ts';
import { owner } from '#domain/cloud/command.ts';
import { azureRules } from '#domain/cloud/rules.ts';
import type { PrincipalId } from '#domain/kernel/brand.ts';
import type { Step } from '#domain/script/script.ts';
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
import type { Deed, Played } from '#test/support/engine.ts';
import { idOf, readsBy, resolve, settings } from './site.ts';

const reader = 'id-shop-reader';
const reference = settings({ DB_PASSWORD: '@Microsoft.KeyVault(VaultName=kv-shop;SecretName=db-password)' });
const app = host('app-shop', { kind: 'webApp' });
const shop = run('in time', shopGroup, noRoleDelay, ...vault, identity(), app, reference);

function endOf(played: Played, ...deeds: readonly Deed[]) {
  return referenceOutcome(played.goOn(...deeds, resolve()).entry(-1).events)?.end;
}

const newSecret: Step = { do: 'set-secret', vault: 'kv-shop', name: 'db-password', value: 'plums-and-pears' };

describe('a reference and the time', () => {
  it('[SITE-11] is denied until the role takes effect', () => {
    const delayed = shop.goOn({ do: 'set-role-delay', minutes: 5 }, mayReadSecrets('app-shop'));
    expect(endOf(delayed)).toBe('noPermission');
    expect(endOf(delayed, { do: 'advance', minutes: 5 })).toBe('resolved');
  });

  it('[SITE-11] needs no new token for a new role', () => {
    const asked = shop.goOn(resolve(), mayReadSecrets('app-shop'));
    const read = asked.goOn(resolve());
    expect(endOf(asked)).toBe('resolved');
    expect(read.hops.some(({ to }) => to.kind === 'entra')).toBe(false);
  });

  it('[SITE-16] asks for another token after a day', () => {
    const read = shop.goOn(mayReadSecrets('app-shop'), resolve(), { do: 'advance', days: 1 }, resolve());
    expect(read.hops.filter(({ to }) => to.kind === 'entra')).toHaveLength(1);
    expect(referenceOutcome(read.entry(-1).events)).toMatchObject({ end: 'resolved' });
  });

  it('[SITE-09] without a version follows the secret', () => {
    const changed = shop.goOn(mayReadSecrets('app-shop'), resolve(), newSecret, resolve());
    expect(referenceOutcome(changed.entry(-1).events)?.environment).toBe('plums-and-pears');
  });

  it('[SITE-12] is the old text again for code once the role is gone', () => {
    const gone = shop.goOn(mayReadSecrets('app-shop'), resolve(), {
      do: 'remove-role',
      role: 'Key Vault Secrets User',
      from: 'app-shop',
      at: 'kv-shop',
    });
    expect(endOf(gone)).toBe('noPermission');
    expect(referenceOutcome(gone.goOn(resolve()).entry(-1).events)?.environment).toContain('@Microsoft.KeyVault(');
  });

  it('[SITE-11] is denied to a principal made anew: the role was the old one’s', () => {
    const anew = shop.goOn(
      mayReadSecrets('app-shop'),
      { do: 'disable-system-assigned', on: 'app-shop' },
      { do: 'enable-system-assigned', on: 'app-shop' },
    );
    expect(endOf(anew)).toBe('noPermission');
    expect(endOf(anew, mayReadSecrets('app-shop'))).toBe('resolved');
  });

  it('[SITE-11] has no identity to read by once that is detached', () => {
    const attached = shop.goOn(
      { do: 'attach', identity: reader, to: 'app-shop' },
      mayReadSecrets(reader),
      readsBy(reader),
    );
    expect(endOf(attached)).toBe('resolved');
    expect(endOf(attached, { do: 'detach', identity: reader, from: 'app-shop' })).toBe('notAttached');
  });
});

describe('a vault with access policies', () => {
  const policies = shop.goOn((after) => ({
    type: 'SetPermissionModel',
    vaultId: idOf(after, 'kv-shop'),
    model: 'accessPolicies',
  }));

  it('[SITE-11] does not know the app by its role', () => {
    const read = policies.goOn(mayReadSecrets('app-shop'), resolve());
    expect(referenceOutcome(read.entry(-1).events)).toMatchObject({ end: 'noPermission', gate: { gate: 'policy' } });
  });

  it.each([
    ['object ID', 'principalId', 'resolved'],
    ['client ID', 'clientId', 'noPermission'],
  ] as const)('[SITE-25] knows the app by its %s in the policy', (_, by, end) => {
    const policy: Deed = (after) => ({
      type: 'SetAccessPolicy',
      vaultId: idOf(after, 'kv-shop'),
      objectId: idsOf(after, 'app-shop')[by] as PrincipalId,
      secrets: ['get'],
    });
    expect(endOf(policies, policy)).toBe(end);
  });
});

describe('a wrong idea of which identity is used', () => {
  it('[SITE-10] holds for the platform as for code: it is asked through the rules', () => {
    const world = run(
      'belief',
      shopGroup,
      noRoleDelay,
      ...vault,
      identity(),
      host('app-shop', { kind: 'webApp', system: false, user: [reader] }),
      mayReadSecrets(reader),
      reference,
    );
    const believed = {
      ...azureRules,
      // "With one identity attached nothing has to be named", as at IMDS.
      selectIdentity: (...[of, id, selector]: Parameters<typeof azureRules.selectIdentity>) =>
        azureRules.selectIdentity(of, id, selector, 'imds'),
    };
    const command = resolve()(world);
    expect(referenceOutcome(decide(world.state, command))?.end).toBe('noIdentity');
    expect(referenceOutcome(decide(world.state, command, owner, believed))?.end).toBe('resolved');
    expect(world.goOn(askToken('app-shop')).answer.status).toBe(400);
  });
});
