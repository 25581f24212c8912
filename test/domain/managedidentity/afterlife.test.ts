import { describe, expect, it } from 'vitest';
import * as dictionary from '#domain/kernel/dictionary.ts';
import {
  askToken,
  host,
  identity,
  idsOf,
  mayReadImages,
  mayReadSecrets,
  noRoleDelay,
  readImage,
  readSecret,
  run,
  shopGroup,
  storage,
  storageAudience,
  vault,
  webShop,
} from '#test/support/engine.ts';

const user = ['id-shop-reader'];
const askImages = (from = 'vm-web') => askToken(from, { resource: storageAudience, as: 'id-shop-reader' });

describe('an identity that is deleted', () => {
  const shared = run(
    'afterlife',
    shopGroup,
    noRoleDelay,
    identity(),
    storage,
    mayReadImages('id-shop-reader'),
    host('vm-web', { system: false, user }),
    host('vm-batch', { system: false, user }),
    askImages(),
  );
  const { command } = shared.entry(-1);
  const deleted = shared.goOn({ do: 'delete', name: 'id-shop-reader' });

  it('[ENTRA-14] gets no new token', () => {
    // vm-batch asked for none before: nothing is cached for it.
    const asked = deleted.goOn(askToken('vm-batch', { resource: storageAudience }));
    expect(asked.answer).toMatchObject({ status: 400, fromCache: false, source: 'unconfirmed' });
    expect(asked.answer.json).toMatchObject({ error: 'unauthorized_client', error_codes: [700_016] });
    expect(asked.answer.body).toContain(idsOf(shared, 'id-shop-reader').clientId);
  });

  it('[ENTRA-14] gets no cached token either', () => {
    expect(shared.goOn(command).answer.fromCache).toBe(true);
    const asked = deleted.goOn(command);
    expect(asked.answer).toMatchObject({ status: 400, fromCache: false });
    expect(asked.answer.body).toContain('AADSTS700016');
  });

  it('[ENTRA-15] is obeyed for as long as its last token lives', () => {
    expect(deleted.goOn(readImage()).answer.status).toBe(200);
    const late = deleted.goOn({ type: 'AdvanceClock', seconds: 86_399 });
    expect(late.goOn(readImage()).answer.status).toBe(200);
    expect(late.goOn({ type: 'AdvanceClock', seconds: 1 }, readImage()).answer.status).toBe(401);
  });

  it('[ENTRA-15] is not obeyed once its role is taken away', () => {
    const [assignment] = shared.world.timeline.entries.flatMap(({ events }) =>
      events.flatMap((event) => (event.type === 'RoleAssignmentCreated' ? [event.assignment] : [])),
    );
    if (assignment === undefined) throw new Error('no assignment');
    const removed = deleted.goOn({ type: 'DeleteRoleAssignment', id: assignment.id }, readImage());
    expect(removed.answer.status).toBe(403);
  });
});

describe('a system-assigned identity that is turned off and on', () => {
  const before = run('afterlife', webShop, askToken());
  const again = before.goOn(
    { do: 'disable-system-assigned', on: 'vm-web' },
    { do: 'enable-system-assigned', on: 'vm-web' },
  );

  it('[ENTRA-14] is another principal, whose first token comes from Microsoft Entra ID', () => {
    const asked = again.goOn(askToken());
    expect(asked.answer.fromCache).toBe(false);
    expect(asked.claims.oid).not.toBe(before.claims.oid);
    expect(asked.claims.appid).not.toBe(before.claims.appid);
  });

  it('[ENTRA-15] opens the vault by its old token, and by the new one after a new grant', () => {
    expect(again.goOn(readSecret()).answer.status).toBe(200);
    const renewed = again.goOn(askToken(), readSecret());
    expect(renewed.answer.status).toBe(403);
    expect(renewed.goOn(mayReadSecrets(), readSecret()).answer.status).toBe(200);
  });

  it('[ENTRA-15] leaves a token that a deleted machine was given', () => {
    const stolen = run('afterlife', shopGroup, noRoleDelay, host(), vault, mayReadSecrets(), [
      askToken('vm-web', { label: 'taken' }),
      { do: 'delete', name: 'vm-web' },
      readSecret('laptop', { token: 'taken' }),
    ]);
    expect(stolen.answer.status).toBe(200);
  });
});

describe('a host that is deleted', () => {
  const before = run('forgotten', shopGroup, identity(), storage, host('vm-web', { system: false, user }), askImages());
  const again = before.goOn({ do: 'delete', name: 'vm-web' }, host('vm-web', { system: false, user }));

  it('[DEL-14] leaves no cache to a host of the same name', () => {
    expect(before.goOn(askImages()).answer.fromCache).toBe(true);
    const asked = again.goOn(askImages());
    expect(asked.answer).toMatchObject({ status: 200, fromCache: false });
    expect(asked.claims.uti).not.toBe(before.claims.uti);
  });

  it('[DEL-14] does not take its tokens back', () => {
    expect([...dictionary.values(again.state.tokens.live)].map(({ tokenId }) => tokenId)).toEqual([before.claims.uti]);
  });
});
