import { describe, expect, it } from 'vitest';
import {
  askToken,
  call,
  forged,
  host,
  mayReadImages,
  noRoleDelay,
  readImage,
  run,
  shopGroup,
  storage,
  storageAudience,
} from '#test/support/engine.ts';
import type { MadeDeed } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';

/** vm-web holds a good token for Azure Storage and no role; roles count at once. */
const noRole = run(
  'storage',
  shopGroup,
  noRoleDelay,
  host(),
  storage,
  askToken('vm-web', { resource: storageAudience }),
);
const shop = noRole.goOn(mayReadImages());

function at(path: string, { method = 'GET', body = '', account = 'stshopimages' } = {}): MadeDeed {
  const url = `https://${account}.blob.core.windows.net${path}`;
  const headers = [['x-ms-version', '2026-04-06']] as const;
  return call('vm-web', { method: method as 'GET', url, headers, body }, forged({}));
}

describe('where an account answers', () => {
  it('[BLOB-01] is at its own name, compared without case', () => {
    expect(shop.goOn(at('/images/logo.svg', { account: 'STshopImages' })).answer.status).toBe(200);
  });

  it('[BLOB-01] is nowhere else, and nowhere once it is deleted', () => {
    expect(shop.goOn(at('/images/logo.svg', { account: 'stother' })).failure).toBe('nameNotResolved');
    const gone = shop.goOn({ do: 'delete', name: 'stshopimages' }, at('/images/logo.svg'));
    expect(gone.failure).toBe('nameNotResolved');
  });
});

describe('a good token for Azure Storage', () => {
  it('[BLOB-09] reads nothing without a data role', () => {
    expectGolden(noRole.goOn(readImage()).answer, 'BLOB-09-no-role', 'capture');
  });

  it.each(['Owner', 'Contributor', 'Reader', 'Storage Account Contributor'])(
    '[BLOB-09] reads nothing with %s',
    (role) => {
      const granted = noRole.goOn({ do: 'assign-role', role, to: 'vm-web', at: 'subscription' }, readImage());
      expect(granted.answer.status).toBe(403);
    },
  );

  it.each(['Storage Blob Data Reader', 'Storage Blob Data Contributor', 'Storage Blob Data Owner'])(
    '[BLOB-09] reads with %s',
    (role) => {
      const granted = noRole.goOn({ do: 'assign-role', role, to: 'vm-web', at: 'rg-shop' }, readImage());
      expect(granted.answer.status).toBe(200);
    },
  );

  it('[BLOB-10] waits for a role that was just assigned', () => {
    const waiting = noRole.goOn({ do: 'set-role-delay', minutes: 5 }, mayReadImages());
    const asked = waiting.goOn(readImage());
    expect(asked.answer).toMatchObject({
      status: 403,
      decision: { pending: { effectiveAt: waiting.state.now + 300 } },
    });
    expect(asked.goOn({ do: 'advance', minutes: 4 }, readImage()).answer.status).toBe(403);
    expect(asked.goOn({ do: 'advance', minutes: 5 }, readImage()).answer.status).toBe(200);
  });
});

describe('a blob', () => {
  it('[BLOB-12] comes as its bytes', () => {
    const { answer } = shop.goOn(readImage());
    expectGolden(answer, 'BLOB-12-blob', 'capture');
    expect(answer.body).toBe('<svg>Shop logo</svg>');
  });

  it('[BLOB-11] that is not there is not found', () => {
    expectGolden(shop.goOn(at('/images/no-such-blob')).answer, 'BLOB-11-no-blob', 'unconfirmed');
  });

  it('[BLOB-11] is not found where its container is not there', () => {
    expectGolden(shop.goOn(at('/no-such-container/logo.svg')).answer, 'BLOB-11-no-container', 'unconfirmed');
  });

  it.each(['/images/no-such-blob', '/no-such-container/logo.svg'])(
    '[BLOB-11] is not said to be missing without a role: %s',
    (path) => {
      expect(noRole.goOn(at(path)).answer.status).toBe(403);
    },
  );

  it('[BLOB-13] is not written by one who may read', () => {
    const asked = shop.goOn(at('/images/logo.svg', { method: 'PUT', body: 'new' }));
    expectGolden(asked.answer, 'BLOB-09-no-role', 'capture');
    expect(asked.goOn(readImage()).answer.body).toBe('<svg>Shop logo</svg>');
  });

  it('[BLOB-13] is written by one who may write', () => {
    const writer = noRole.goOn({
      do: 'assign-role',
      role: 'Storage Blob Data Contributor',
      to: 'vm-web',
      at: 'stshopimages',
    });
    const before = writer.goOn(readImage());
    const asked = writer.goOn({ do: 'advance', minutes: 1 }, at('/images/logo.svg', { method: 'PUT', body: 'new' }));
    expectGolden(asked.answer, 'BLOB-13-written', 'docs');
    const after = asked.goOn(readImage());
    expect(after.answer.body).toBe('new');
    const changed = (name: string) =>
      [before, after].map(({ answer }) => answer.headers.find(([each]) => each === name)?.[1]);
    expect(new Set(changed('ETag')).size).toBe(2);
    expect(changed('Last-Modified')).toEqual(['Mon, 02 Mar 2026 09:00:00 GMT', 'Mon, 02 Mar 2026 09:01:00 GMT']);
  });

  it.each([
    ['GET', '/images'],
    ['GET', '/'],
    ['POST', '/images/logo.svg'],
    ['DELETE', '/images'],
    ['GET', '/images/logo.svg?comp=metadata'],
  ])('[BLOB-14] is all that can be asked for: %s %s is not known', (method, path) => {
    expectGolden(shop.goOn(at(path, { method })).answer, 'BLOB-14-operation', 'unconfirmed');
  });
});
