import { describe, expect, it } from 'vitest';
import { attachedTo } from '#domain/arm/identity-block.ts';
import type { AttachedIdentity } from '#domain/arm/resource.ts';
import { principalOf } from '#domain/cloud/queries.ts';
import { hostNamed, identityNamed } from '#domain/script/names.ts';
import {
  askToken,
  host,
  identity,
  idsOf,
  noRoleDelay,
  readSecret,
  run,
  shopGroup,
  vault,
} from '#test/support/engine.ts';
import type { Played } from '#test/support/engine.ts';

const user = ['id-shop-reader'];

function referenceOf({ state }: Played, name = 'vm-web'): AttachedIdentity | undefined {
  return attachedTo(hostNamed(state, name).identity)[0];
}

const shared = run(
  'stale',
  shopGroup,
  noRoleDelay,
  vault,
  identity(),
  host('vm-web', { system: false, user }),
  host('vm-batch', { system: false, user }),
  { do: 'assign-role', role: 'Key Vault Secrets User', to: 'id-shop-reader', at: 'kv-shop' },
);
const old = idsOf(shared, 'id-shop-reader');
const deleted = shared.goOn({ do: 'delete', name: 'id-shop-reader' });

describe('a user-assigned identity that is deleted while it is attached', () => {
  it('[ID-13] is gone: nobody asked whether it was in use', () => {
    expect(deleted.answer.status).toBe(200);
    expect(deleted.state.arm.resources.count).toBe(shared.state.arm.resources.count - 1);
  });

  it('[ID-14] leaves its reference and its ids on every host', () => {
    for (const name of ['vm-web', 'vm-batch']) {
      expect(referenceOf(deleted, name)).toEqual({
        identityId: old.resourceId,
        principalId: old.principalId,
        clientId: old.clientId,
      });
      expect(hostNamed(deleted.state, name)).toEqual(hostNamed(shared.state, name));
    }
  });

  it('[ID-16] can be detached', () => {
    const detached = deleted.goOn({ do: 'detach', identity: 'id-shop-reader', from: 'vm-web' });
    expect(detached.answer.status).toBe(200);
    expect(hostNamed(detached.state, 'vm-web').identity).toEqual({ type: 'None' });
    expect(referenceOf(detached, 'vm-batch')).toBeDefined();
  });

  it('[ID-10] cannot be attached any more', () => {
    const { answer } = deleted.goOn(({ state }) => ({
      type: 'AttachUserAssignedIdentity',
      resourceId: hostNamed(state, 'vm-web').id,
      identityId: identityNamed(shared.state, 'id-shop-reader').id,
    }));
    expect(answer.status).toBe(400);
  });

  it('[ID-17] does not keep its host from changing', () => {
    const changed = deleted.goOn({ do: 'enable-system-assigned', on: 'vm-web' });
    expect(changed.answer.status).toBe(200);
    expect(hostNamed(changed.state, 'vm-web').identity.type).toBe('SystemAssigned, UserAssigned');
  });
});

describe('an identity that is created anew under the old name', () => {
  const anew = deleted.goOn(identity());
  const ids = idsOf(anew, 'id-shop-reader');

  it('[ID-15] has the old ARM id and a new principal', () => {
    expect(anew.answer.status).toBe(201);
    expect(ids.resourceId).toBe(old.resourceId);
    expect([ids.principalId, ids.clientId]).not.toContain(old.principalId);
    expect(ids.clientId).not.toBe(old.clientId);
  });

  it('[ID-15] is not what the hosts refer to', () => {
    expect(referenceOf(anew)?.principalId).toBe(old.principalId);
    expect(anew.goOn(askToken()).answer.status).toBe(400);
  });

  it('[ID-15] is referred to once it is attached again, by that host alone', () => {
    const again = anew.goOn({ do: 'attach', identity: 'id-shop-reader', to: 'vm-web' });
    expect(referenceOf(again)?.principalId).toBe(ids.principalId);
    expect(attachedTo(hostNamed(again.state, 'vm-web').identity)).toHaveLength(1);
    expect(referenceOf(again, 'vm-batch')?.principalId).toBe(old.principalId);
    expect(again.goOn(askToken()).claims.oid).toBe(ids.principalId);
  });

  it('[ID-15] [DEL-05] has none of the rights of the old one', () => {
    const again = anew.goOn({ do: 'attach', identity: 'id-shop-reader', to: 'vm-web' }, askToken(), readSecret());
    expect(again.answer.status).toBe(403);
    expect(again.state.rbac.assignments.count).toBe(1);
  });

  it('[ID-19] shares no id with the one before', () => {
    const third = anew.goOn({ do: 'delete', name: 'id-shop-reader' }, identity());
    const all = [old, ids, idsOf(third, 'id-shop-reader')].flatMap((each) => [each.principalId, each.clientId]);
    expect(new Set(all).size).toBe(6);
    expect(principalOf(third.state, identityNamed(third.state, 'id-shop-reader'))?.displayName).toBe('id-shop-reader');
  });
});
