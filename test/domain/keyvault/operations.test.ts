import { describe, expect, it } from 'vitest';
import type { Command } from '#domain/cloud/command.ts';
import type { HttpMethod } from '#domain/http/message.ts';
import { day } from '#domain/kernel/instant.ts';
import { versionsOf, vaultOf } from '#domain/keyvault/state.ts';
import { resourceNamed } from '#domain/script/names.ts';
import { askToken, call, forged, host, noRoleDelay, run, shopGroup, vault } from '#test/support/engine.ts';
import type { MadeDeed, Played } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';

const bare = run('keyvault', shopGroup, noRoleDelay, host(), vault, askToken());
const officer = bare.goOn({ do: 'assign-role', role: 'Key Vault Secrets Officer', to: 'vm-web', at: 'kv-shop' });
const user = bare.goOn({ do: 'assign-role', role: 'Key Vault Secrets User', to: 'vm-web', at: 'kv-shop' });
const reader = bare.goOn({ do: 'assign-role', role: 'Key Vault Reader', to: 'vm-web', at: 'kv-shop' });

function ask(method: HttpMethod, path: string, body = ''): MadeDeed {
  const url = `https://kv-shop.vault.azure.net/${path}?api-version=2025-07-01`;
  return call('vm-web', { method, url, body }, forged({}));
}

const put = (name: string, value: string) => ask('PUT', `secrets/${name}`, JSON.stringify({ value }));

/** A command about the secrets of kv-shop. */
function byHand(type: 'DeleteSecret' | 'RecoverDeletedSecret' | 'PurgeDeletedSecret', name = 'db-password'): MadeDeed {
  return ({ state }): Command => ({ type, vaultId: resourceNamed(state, 'kv-shop').id, name });
}

function errorOf({ answer }: Played): unknown {
  const { error } = answer.json as { error: { code: string; innererror?: { code: string } } };
  return error.innererror === undefined ? error.code : [error.code, error.innererror.code];
}

function contentsOf({ state }: Played) {
  return vaultOf(state.keyVault, resourceNamed(state, 'kv-shop').id);
}

describe('writing a secret with a token', () => {
  it('[KV-18] makes a new version and answers with it', () => {
    const written = officer.goOn({ do: 'advance', minutes: 1 }, put('db-password', 'plums-only'));
    expectGolden(written.answer, 'KV-18-written', 'docs');
    expect(versionsOf(contentsOf(written), 'db-password').map(({ value }) => value)).toEqual([
      'pears-and-plums',
      'plums-only',
    ]);
  });

  it('[KV-18] keeps the older version to be read by its name', () => {
    const [first] = versionsOf(contentsOf(officer), 'db-password');
    const written = officer.goOn(put('db-password', 'plums-only'));
    const old = written.goOn(ask('GET', `secrets/db-password/${first?.version ?? ''}`));
    expect(old.answer.json).toMatchObject({ value: 'pears-and-plums' });
    expect(written.goOn(ask('GET', 'secrets/db-password')).answer.json).toMatchObject({ value: 'plums-only' });
  });

  it.each([
    ['no body at all', ''],
    ['a body that is no JSON', '{'],
    ['a body without a value', '{}'],
    ['a value that is no text', '{"value":7}'],
    ['a list', '[]'],
    ['nothing', 'null'],
  ])('[KV-18] refuses %s', (_what, body) => {
    const written = officer.goOn(ask('PUT', 'secrets/db-password', body));
    expect([written.answer.status, errorOf(written)]).toEqual([400, 'BadParameter']);
    expect(contentsOf(written)).toEqual(contentsOf(officer));
  });

  it('[KV-18] refuses a name that no secret can have', () => {
    const written = officer.goOn(put('db_password', 'x'));
    expect([written.answer.status, errorOf(written)]).toEqual([400, 'BadParameter']);
  });

  it('[KV-04] asks for the token before it looks at the body: the first request of a client is bare', () => {
    const url = 'https://kv-shop.vault.azure.net/secrets/db-password/?api%2Dversion=2025-07-01';
    const asked = officer.goOn(call('vm-web', { method: 'PUT', url }, () => ({ kind: 'none' })));
    expect(asked.answer.status).toBe(401);
  });
});

describe('what a secret says beside its value', () => {
  const properties = { contentType: 'text/plain', tags: { of: 'shop' }, attributes: { nbf: 5, exp: 1_900_000_000 } };
  const made = officer.goOn(ask('PUT', 'secrets/api-key', JSON.stringify({ value: 'a', ...properties })));
  const [version = ''] = versionsOf(contentsOf(made), 'api-key').map((each) => each.version);
  const patch = (body: unknown, path = `secrets/api-key/${version}`) => ask('PATCH', path, JSON.stringify(body));

  it('[KV-35] comes with a new version', () => {
    expect(made.answer.json).toMatchObject(properties);
    expect(made.goOn(ask('GET', 'secrets/api-key')).answer.json).toMatchObject(properties);
    expect(made.goOn(ask('GET', 'secrets')).answer.json).toMatchObject({ value: [properties, { tags: {} }] });
    expect(made.goOn(put('api-key', 'b')).answer.json).toMatchObject({ tags: {} });
  });

  it('[KV-35] is changed where the request speaks of it', () => {
    const changed = made.goOn(
      put('api-key', 'b'),
      { do: 'advance', minutes: 1 },
      patch({ tags: {}, attributes: { enabled: true } }),
    );
    expectGolden(changed.answer, 'KV-35-updated', 'docs');
    expect(changed.answer.json).toMatchObject({
      contentType: 'text/plain',
      tags: {},
      attributes: { enabled: true, exp: 1_900_000_000 },
    });
    const [first, second] = versionsOf(contentsOf(changed), 'api-key');
    expect([first?.updatedAt, second?.updatedAt]).toEqual([changed.state.now, undefined]);
    expect(versionsOf(contentsOf(changed), 'api-key').map(({ value }) => value)).toEqual(['a', 'b']);
  });

  it('[KV-35] is that of the present version where none is named', () => {
    const changed = made.goOn(put('api-key', 'b'), patch({ contentType: 'x' }, 'secrets/api-key/'));
    expect(versionsOf(contentsOf(changed), 'api-key').map((each) => each.properties?.contentType)).toEqual([
      'text/plain',
      'x',
    ]);
  });

  it.each([
    { contentType: 5 },
    { contentType: 'x'.repeat(256) },
    { tags: [] },
    { tags: { a: 5 } },
    { tags: Object.fromEntries(Array.from({ length: 16 }, (_, index) => [`t${index}`, ''])) },
    { attributes: { enabled: 'yes' } },
    { attributes: { exp: 1.5 } },
    { attributes: { nbf: -1 } },
  ])('[KV-35] is refused as %j', (body) => {
    for (const asked of [patch(body), ask('PUT', 'secrets/api-key', JSON.stringify({ value: 'b', ...body }))]) {
      const refused = made.goOn(asked);
      expect([refused.answer.status, errorOf(refused)]).toEqual([400, 'BadParameter']);
      expect(contentsOf(refused)).toEqual(contentsOf(made));
    }
  });

  it('[KV-35] is of a version that is there', () => {
    for (const path of ['secrets/none', 'secrets/api-key/none']) {
      expect(errorOf(made.goOn(patch({}, path)))).toBe('SecretNotFound');
    }
  });

  it('[KV-36] keeps a disabled value back, in that version alone', () => {
    const off = made.goOn(patch({ attributes: { enabled: false } }));
    const refused = off.goOn(ask('GET', 'secrets/api-key'));
    expectGolden(refused.answer, 'KV-36-disabled', 'unconfirmed');
    expect(off.goOn(ask('GET', 'secrets')).answer.json).toMatchObject({
      value: [{ attributes: { enabled: false } }, {}],
    });
    expect(off.goOn(put('api-key', 'b'), ask('GET', 'secrets/api-key')).answer.status).toBe(200);
    expect(off.goOn(patch({ attributes: { enabled: true } }), ask('GET', 'secrets/api-key')).answer.status).toBe(200);
  });

  it('[KV-36] refuses nothing by its times', () => {
    const past = made.goOn(patch({ attributes: { nbf: 4_000_000_000, exp: 1 } }), ask('GET', 'secrets/api-key'));
    expect(past.answer.status).toBe(200);
  });

  it('[KV-35] is kept by deletion and recovery', () => {
    const back = made.goOn(ask('DELETE', 'secrets/api-key'));
    expect(back.answer.json).toMatchObject(properties);
    const recovered = back.goOn(ask('POST', 'deletedsecrets/api-key/recover'));
    expect(recovered.answer.json).toMatchObject(properties);
  });
});

describe('lists', () => {
  const more = officer.goOn(put('api-key', 'a'), put('db-password', 'b'));

  it('[KV-19] name each secret once, without its value', () => {
    const { answer } = more.goOn(ask('GET', 'secrets'));
    expectGolden(answer, 'KV-19-secrets', 'docs');
    expect(answer.body).not.toContain('"value":"');
    const ids = (answer.json as { value: { id: string }[] }).value.map(({ id }) => id);
    expect(ids).toEqual(['api-key', 'db-password'].map((name) => `https://kv-shop.vault.azure.net/secrets/${name}`));
  });

  it('[KV-19] name each version of a secret', () => {
    const { answer } = more.goOn(ask('GET', 'secrets/db-password/versions'));
    expectGolden(answer, 'KV-19-versions', 'docs');
    const versions = versionsOf(contentsOf(more), 'db-password').map(({ version }) => version);
    const ids = (answer.json as { value: { id: string }[] }).value.map(({ id }) => id.split('/').at(-1));
    expect(ids).toEqual(versions);
  });

  it('[KV-19] have no versions of a secret that is not there', () => {
    expect(errorOf(more.goOn(ask('GET', 'secrets/none/versions')))).toBe('SecretNotFound');
  });
});

describe('deletion', () => {
  const gone = officer.goOn(put('db-password', 'second'), ask('DELETE', 'secrets/db-password'));

  it('[KV-20] says when the secret will be purged', () => {
    expectGolden(gone.answer, 'KV-20-deleted', 'docs');
    expect(gone.answer.json).toMatchObject({
      deletedDate: gone.state.now,
      scheduledPurgeDate: gone.state.now + 90 * day,
    });
  });

  it('[KV-20] takes the secret out of reach and out of the list', () => {
    expect(errorOf(gone.goOn(ask('GET', 'secrets/db-password')))).toBe('SecretNotFound');
    expect(gone.goOn(ask('GET', 'secrets')).answer.json).toMatchObject({ value: [] });
    expect(gone.goOn(ask('GET', 'deletedsecrets')).answer.json).toMatchObject({
      value: [{ recoveryId: 'https://kv-shop.vault.azure.net/deletedsecrets/db-password' }],
    });
    expect(gone.goOn(ask('GET', 'deletedsecrets/DB-Password')).answer.json).toMatchObject({
      scheduledPurgeDate: gone.state.now + 90 * day,
    });
  });

  it('[KV-21] holds the name', () => {
    const again = gone.goOn(put('DB-Password', 'third'));
    expectGolden(again.answer, 'KV-21-name-held', 'unconfirmed');
    expect(errorOf(again)).toEqual(['Conflict', 'ObjectIsDeletedButRecoverable']);
    const byOwner = gone.goOn({ do: 'set-secret', vault: 'kv-shop', name: 'db-password', value: 'third' });
    expect(byOwner.answer.status).toBe(409);
  });

  it('[KV-22] is undone by recovery, with every version', () => {
    const back = gone.goOn(ask('POST', 'deletedsecrets/db-password/recover'));
    expect(back.answer.status).toBe(200);
    expect(back.answer.body).not.toContain('"value"');
    expect(contentsOf(back)).toEqual(contentsOf(officer.goOn(put('db-password', 'second'))));
    expect(back.goOn(ask('GET', 'secrets/db-password')).answer.json).toMatchObject({ value: 'second' });
  });

  it('[KV-22] is made final by a purge, which frees the name', () => {
    const purged = gone.goOn(ask('DELETE', 'deletedsecrets/db-password'));
    expect([purged.answer.status, purged.answer.body]).toEqual([204, '']);
    expect(errorOf(purged.goOn(ask('GET', 'deletedsecrets/db-password')))).toBe('SecretNotFound');
    expect(purged.goOn(put('db-password', 'third')).answer.status).toBe(200);
  });

  it.each([
    ['GET', 'deletedsecrets/none'],
    ['POST', 'deletedsecrets/none/recover'],
    ['DELETE', 'deletedsecrets/none'],
    ['DELETE', 'secrets/none'],
  ] as const)('[KV-22] is of something: %s %s is not found', (method, path) => {
    const asked = gone.goOn(ask(method, path));
    expect([asked.answer.status, errorOf(asked)]).toEqual([404, 'SecretNotFound']);
  });

  it('[KV-23] is final after the days of the vault', () => {
    const almost = gone.goOn({ type: 'AdvanceClock', seconds: 90 * day - 1 });
    expect(contentsOf(almost).deletedSecrets.count).toBe(1);
    const over = almost.goOn({ type: 'AdvanceClock', seconds: 1 });
    expect(contentsOf(over).deletedSecrets.count).toBe(0);
    expect(over.entry(-1).events.map(({ type }) => type)).toContain('DeletedSecretPurged');
  });

  it('[KV-24] is done by hand too, with the same answers', () => {
    const hand = bare.goOn(byHand('DeleteSecret'));
    expect(hand.answer.json).toMatchObject({ scheduledPurgeDate: hand.state.now + 90 * day });
    expect(hand.goOn(byHand('RecoverDeletedSecret')).answer.status).toBe(200);
    expect(hand.goOn(byHand('PurgeDeletedSecret')).answer.status).toBe(204);
    for (const type of ['DeleteSecret', 'RecoverDeletedSecret', 'PurgeDeletedSecret'] as const) {
      expect(bare.goOn(byHand(type, 'none')).answer.status).toBe(404);
      const { id: vaultId } = resourceNamed(bare.state, 'vm-web');
      expect(bare.goOn({ type, vaultId, name: 'db-password' }).answer.body).toContain('ResourceNotFound');
    }
  });
});

describe('what each operation needs of a role', () => {
  const deleted = bare.goOn(byHand('DeleteSecret'), { do: 'set-secret', vault: 'kv-shop', name: 'other', value: 'x' });
  const roles = {
    'Key Vault Secrets User': 'user',
    'Key Vault Reader': 'reader',
    'Key Vault Secrets Officer': 'officer',
  } as const;

  it.each([
    ['GET', 'secrets/other', 'getSecret/action', ['user', 'officer']],
    ['GET', 'secrets', 'readMetadata/action', ['user', 'reader', 'officer']],
    ['GET', 'secrets/other/versions', 'readMetadata/action', ['user', 'reader', 'officer']],
    ['PUT', 'secrets/other', 'setSecret/action', ['officer']],
    ['PATCH', 'secrets/other', 'update/action', ['officer']],
    ['DELETE', 'secrets/other', 'delete', ['officer']],
    ['GET', 'deletedsecrets', 'readMetadata/action', ['user', 'reader', 'officer']],
    ['GET', 'deletedsecrets/db-password', 'readMetadata/action', ['user', 'reader', 'officer']],
    ['POST', 'deletedsecrets/db-password/recover', 'recover/action', ['officer']],
    ['DELETE', 'deletedsecrets/db-password', 'purge/action', ['officer']],
  ] as const)('[KV-25] %s %s needs %s', (method, path, action, allowed) => {
    const deed = ask(method, path, '{"value":"y"}');
    const refused = deleted.goOn(deed);
    expect(refused.answer.status).toBe(403);
    expect(refused.answer.body).toContain(`Action: 'Microsoft.KeyVault/vaults/secrets/${action}'`);
    for (const [role, short] of Object.entries(roles)) {
      const asked = deleted.goOn({ do: 'assign-role', role, to: 'vm-web', at: 'kv-shop' }, deed);
      const isAllowed = allowed.some((each) => each === short);
      expect({ role, isAllowed: asked.answer.status < 400 }).toEqual({ role, isAllowed });
    }
  });

  it('[KV-25] a list names the vault as its resource', () => {
    expectGolden(bare.goOn(ask('GET', 'secrets')).answer, 'KV-25-no-role-for-list', 'capture');
    expect(user.goOn(ask('GET', 'secrets')).answer.status).toBe(200);
    expect(reader.goOn(ask('GET', 'secrets/db-password')).answer.status).toBe(403);
  });
});

describe('what else an answer says', () => {
  it('[KV-32] names the deny assignment that is in the way', () => {
    const denied = officer.goOn(
      ({ state }): Command => ({
        type: 'CreateDenyAssignment',
        scope: resourceNamed(state, 'kv-shop').id,
        name: 'stack',
        actions: [],
        dataActions: ['*'],
        principals: [],
      }),
      ask('GET', 'secrets/db-password'),
    );
    expect(denied.answer.status).toBe(403);
    expect(denied.answer.body).toContain("kv-shop/providers/Microsoft.Authorization/denyAssignments/stack'");
  });

  it('[KV-33] repeats the request id of the client, and prints the address that it sees', () => {
    const url = 'https://kv-shop.vault.azure.net/secrets/db-password?api-version=2025-07-01';
    const headers = [['x-ms-client-request-id', 'mine']] as const;
    const { answer } = user.goOn(call('laptop', { url, headers }, forged({})));
    expect(answer.headers).toContainEqual(['x-ms-client-request-id', 'mine']);
    expect(answer.headers).toContainEqual([
      'x-ms-keyvault-network-info',
      'conn_type=Ipv4;addr=203.0.113.7;act_addr_fam=InterNetwork;',
    ]);
  });

  it('[KV-34] a vault that keeps what is deleted for fewer days says so, and keeps it for as long', () => {
    const short = run('keyvault', shopGroup, noRoleDelay, host(), ({ state }) => ({
      type: 'CreateResource',
      kind: 'keyVault',
      name: 'kv-shop',
      resourceGroup: 'rg-shop',
      location: 'westeurope',
      retentionDays: state.now > 0 ? 7 : 90,
    }));
    const gone = short.goOn(
      { do: 'set-secret', vault: 'kv-shop', name: 'db-password', value: 'x' },
      byHand('DeleteSecret'),
    );
    expect(gone.answer.json).toMatchObject({
      scheduledPurgeDate: gone.state.now + 7 * day,
      attributes: { recoveryLevel: 'CustomizedRecoverable+Purgeable' },
    });
    expect(contentsOf(gone.goOn({ do: 'advance', days: 7 })).deletedSecrets.count).toBe(0);
  });
});
