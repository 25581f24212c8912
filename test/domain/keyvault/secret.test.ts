import { describe, expect, it } from 'vitest';
import {
  askToken,
  call,
  forged,
  host,
  identity,
  mayReadSecrets,
  noRoleDelay,
  readSecret,
  run,
  shopGroup,
  vault,
  webShop,
} from '#test/support/engine.ts';
import type { Played } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';

const shop = run('keyvault', webShop, askToken());
/** vm-web holds a good token for Key Vault and no role; roles count at once. */
const noRole = run('keyvault', shopGroup, noRoleDelay, host(), vault, askToken());

const get = (path: string, more: { host?: string; method?: 'PUT' } = {}) => {
  const { host: name = 'kv-shop.vault.azure.net', ...rest } = more;
  return call('vm-web', { url: `https://${name}${path}?api-version=2025-07-01`, ...rest }, forged({}));
};

describe('where a vault answers', () => {
  it('[KV-01] is at its own name, compared without case', () => {
    expect(shop.goOn(get('/secrets/db-password', { host: 'KV-SHOP.Vault.Azure.Net' })).answer.status).toBe(200);
  });

  it.each(['kv-other.vault.azure.net', 'kv-shop.vault.example.net', 'vault.azure.net'])(
    '[KV-01] is not at %s',
    (name) => {
      expect(shop.goOn(get('/secrets/db-password', { host: name })).failure).toBe('nameNotResolved');
    },
  );

  it('[KV-01] is nowhere once the vault is deleted', () => {
    const { command } = shop.goOn(readSecret()).entry(-1);
    expect(shop.goOn({ do: 'delete', name: 'kv-shop' }, command).failure).toBe('nameNotResolved');
  });
});

describe('a good token without a role', () => {
  it('[KV-11] is told who asked for what', () => {
    expectGolden(noRole.goOn(readSecret()).answer, 'KV-11-no-role', 'capture');
  });

  it('[KV-11] is told the machine too where the identity is user-assigned', () => {
    const user = run(
      'keyvault',
      shopGroup,
      identity(),
      vault,
      host('vm-web', { system: false, user: ['id-shop-reader'] }),
      askToken(),
      readSecret(),
    );
    expectGolden(user.answer, 'KV-11-no-role-user-assigned', 'capture');
  });

  it('[KV-11] has a role, but on another vault', () => {
    const elsewhere = noRole.goOn(
      { do: 'create', kind: 'keyVault', name: 'kv-other', in: 'rg-shop' },
      { do: 'assign-role', role: 'Key Vault Secrets User', to: 'vm-web', at: 'kv-other' },
      readSecret(),
    );
    expect(elsewhere.answer.status).toBe(403);
  });

  it.each(['Key Vault Secrets User', 'Key Vault Secrets Officer', 'Key Vault Administrator'])(
    '[KV-13] reads the secret with %s',
    (role) => {
      const granted = noRole.goOn({ do: 'assign-role', role, to: 'vm-web', at: 'kv-shop' }, readSecret());
      expect(granted.answer.status).toBe(200);
    },
  );

  it.each(['Owner', 'Contributor', 'Reader', 'Key Vault Contributor', 'Key Vault Reader', 'User Access Administrator'])(
    '[KV-13] does not read it with %s',
    (role) => {
      const granted = noRole.goOn({ do: 'assign-role', role, to: 'vm-web', at: 'subscription' }, readSecret());
      expect(granted.answer.status).toBe(403);
    },
  );

  it.each(['kv-shop', 'rg-shop', 'subscription'])('[KV-13] reads it with a role at %s', (at) => {
    const granted = noRole.goOn({ do: 'assign-role', role: 'Key Vault Secrets User', to: 'vm-web', at }, readSecret());
    expect(granted.answer.status).toBe(200);
  });
});

describe('a role that was just assigned', () => {
  const waiting = run('keyvault', shopGroup, host(), vault, askToken(), [
    { do: 'set-role-delay', minutes: 7 },
    mayReadSecrets(),
  ]);

  it('[KV-12] does not count yet, and the decision says from when it will', () => {
    const asked = waiting.goOn(readSecret());
    expectGolden(asked.answer, 'KV-11-no-role', 'capture');
    expect(asked.answer.decision).toMatchObject({
      allowed: false,
      pending: { effectiveAt: waiting.state.now + 7 * 60 },
    });
  });

  it('[KV-12] counts from that second on', () => {
    const almost = waiting.goOn({ type: 'AdvanceClock', seconds: 419 }, readSecret());
    expect(almost.answer.status).toBe(403);
    const now = almost.goOn({ type: 'AdvanceClock', seconds: 1 }, readSecret());
    expect(now.answer.status).toBe(200);
    expect(now.answer.decision).toMatchObject({ allowed: true, pending: null });
  });
});

describe('a secret', () => {
  it('[KV-15] comes with its version and its times', () => {
    const { answer } = shop.goOn(readSecret());
    expectGolden(answer, 'KV-15-secret', 'docs');
    expect(answer.json).toMatchObject({
      value: 'pears-and-plums',
      id: expect.stringMatching(/^https:\/\/kv-shop\.vault\.azure\.net\/secrets\/db-password\/[0-9a-f]{32}$/),
      attributes: { enabled: true, created: shop.state.now, updated: shop.state.now },
    });
  });

  it('[KV-15] is found without case, and by its version', () => {
    expect(shop.goOn(get('/secrets/DB-Password')).answer.status).toBe(200);
    const version = versionOf(shop.goOn(readSecret()));
    expect(shop.goOn(get(`/secrets/db-password/${version}`)).answer.status).toBe(200);
  });

  it('[KV-15] has a new version when it is set again', () => {
    const changed = shop.goOn(
      { do: 'advance', minutes: 1 },
      { do: 'set-secret', vault: 'kv-shop', name: 'db-password', value: 'plums-only' },
      readSecret(),
    );
    expect(changed.answer.json).toMatchObject({ value: 'plums-only' });
    expect(versionOf(changed)).not.toBe(versionOf(shop.goOn(readSecret())));
  });

  it('[KV-14] that is not there is not found', () => {
    expectGolden(shop.goOn(get('/secrets/no-such-secret')).answer, 'KV-14-no-secret', 'capture');
  });

  it('[KV-14] has no version that nobody wrote', () => {
    const { answer } = shop.goOn(get(`/secrets/db-password/${'0'.repeat(32)}`));
    expect(answer.status).toBe(404);
    expect(answer.body).toContain('SecretNotFound');
    expect(answer.source).toBe('unconfirmed');
  });

  it.each([
    ['GET', '/keys/db-key'],
    ['GET', '/secrets/db-password/1/2'],
    ['GET', '/'],
    ['PUT', '/secrets/db-password/versions'],
    ['PUT', '/deletedsecrets/db-password'],
  ] as const)('[KV-16] is all that there is: %s %s is not known', (method, path) => {
    const { answer } = shop.goOn(get(path, method === 'PUT' ? { method } : {}));
    expectGolden(answer, 'KV-16-operation', 'unconfirmed');
    expect(answer.decision).toBeNull();
  });

  it('[KV-16] asks for a good token before it says so', () => {
    const url = 'https://kv-shop.vault.azure.net/keys/db-key?api-version=2025-07-01';
    expect(shop.goOn(call('vm-web', { url }, forged({}, 'broken'))).answer.status).toBe(401);
  });
});

function versionOf({ answer }: Played): string {
  return /[0-9a-f]{32}/.exec(answer.body)?.[0] ?? '';
}
