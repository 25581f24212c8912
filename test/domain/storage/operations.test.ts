import { describe, expect, it } from 'vitest';
import type { Command } from '#domain/cloud/command.ts';
import type { HttpMethod } from '#domain/http/message.ts';
import { containerScope } from '#domain/storage/rules.ts';
import { containersOf } from '#domain/storage/state.ts';
import { resourceNamed } from '#domain/script/names.ts';
import {
  askToken,
  call,
  forged,
  host,
  noRoleDelay,
  run,
  shopGroup,
  storage,
  storageAudience,
} from '#test/support/engine.ts';
import type { MadeDeed, Played } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';

const bare = run('storage', shopGroup, noRoleDelay, host(), storage, askToken('vm-web', { resource: storageAudience }));
const assigned = (role: string) => bare.goOn({ do: 'assign-role', role, to: 'vm-web', at: 'stshopimages' });
const contributor = assigned('Storage Blob Data Contributor');

function ask(method: HttpMethod, path: string, body = ''): MadeDeed {
  const url = `https://stshopimages.blob.core.windows.net/${path}`;
  return call('vm-web', { method, url, body, headers: [['x-ms-version', '2026-04-06']] }, forged({}));
}

function byHand(command: (accountId: ReturnType<typeof resourceNamed>['id']) => Command): MadeDeed {
  return ({ state }) => command(resourceNamed(state, 'stshopimages').id);
}

function heldBy({ state }: Played) {
  return containersOf(state.storage, resourceNamed(state, 'stshopimages').id);
}

describe('lists', () => {
  const more = contributor.goOn(
    ask('PUT', 'backup?restype=container'),
    ask('PUT', 'images/a.svg', 'é'),
    ask('PUT', 'images/icons%2Fpear.svg', '<svg/>'),
  );

  it('[BLOB-17] name the containers', () => {
    const { answer } = more.goOn(ask('GET', '?comp=list'));
    expectGolden(answer, 'BLOB-17-containers', 'docs');
    expect(answer.body.match(/<Name>[^<]*/g)).toEqual(['<Name>backup', '<Name>images']);
  });

  it('[BLOB-17] name the blobs of a container, with their sizes in bytes', () => {
    const { answer } = more.goOn(ask('GET', 'images?restype=container&comp=list'));
    expectGolden(answer, 'BLOB-17-blobs', 'docs');
    expect(answer.body).toContain('<Name>icons/pear.svg</Name>');
    expect(answer.body).toContain('<Content-Length>6</Content-Length>');
  });

  it('[BLOB-12] a blob says its size in bytes, not in characters', () => {
    const { answer } = contributor.goOn(ask('PUT', 'images/e.txt', 'é'), ask('GET', 'images/e.txt'));
    expect(answer.headers).toContainEqual(['Content-Length', '2']);
  });

  it('[BLOB-17] of a container that is not there are not found', () => {
    const { answer } = more.goOn(ask('GET', 'none?restype=container&comp=list'));
    expect([answer.status, answer.body.includes('ContainerNotFound')]).toEqual([404, true]);
  });
});

describe('containers', () => {
  it('[BLOB-18] are made with a token, once', () => {
    const made = contributor.goOn(ask('PUT', 'backup?restype=container'));
    expect([made.answer.status, made.answer.body]).toEqual([201, '']);
    expect(made.goOn(ask('GET', 'backup?restype=container')).answer.status).toBe(200);
    const again = made.goOn(ask('PUT', 'backup?restype=container'));
    expectGolden(again.answer, 'BLOB-18-exists', 'unconfirmed');
    expect(contributor.goOn(ask('PUT', 'Back_Up?restype=container')).answer.status).toBe(400);
  });

  it('[BLOB-18] go with all that is in them', () => {
    const gone = contributor.goOn(ask('DELETE', 'images?restype=container'));
    expect(gone.answer.status).toBe(202);
    expect(heldBy(gone).count).toBe(0);
    expect(gone.goOn(ask('GET', 'images/logo.svg')).answer.body).toContain('ContainerNotFound');
    expect(gone.goOn(ask('GET', 'images?restype=container')).answer.status).toBe(404);
    expect(gone.goOn(ask('DELETE', 'images?restype=container')).answer.status).toBe(404);
  });
});

describe('blobs', () => {
  it('[BLOB-19] are deleted with a token', () => {
    const gone = contributor.goOn(ask('DELETE', 'images/logo.svg'));
    expect(gone.answer.status).toBe(202);
    expect(gone.goOn(ask('GET', 'images/logo.svg')).answer.body).toContain('BlobNotFound');
    expect(gone.goOn(ask('DELETE', 'images/logo.svg')).answer.body).toContain('BlobNotFound');
    expect(gone.goOn(ask('DELETE', 'none/logo.svg')).answer.body).toContain('ContainerNotFound');
    expect(contributor.goOn(ask('PUT', 'none/logo.svg')).answer.body).toContain('ContainerNotFound');
  });

  it('[BLOB-19] are found under their names as clients encode them', () => {
    const made = contributor.goOn(ask('PUT', 'images/icons/pear.svg', '<svg/>'));
    expect(made.goOn(ask('GET', 'images/icons%2fpear.svg')).answer.body).toBe('<svg/>');
    expect(made.goOn(ask('GET', 'images/%E0%A4%A')).answer.status).toBe(404);
  });

  it('[BLOB-27] show their properties without their bytes', () => {
    const { answer } = contributor.goOn(ask('HEAD', 'images/logo.svg'));
    expectGolden(answer, 'BLOB-27-properties', 'capture');
    const whole = contributor.goOn(ask('GET', 'images/logo.svg')).answer;
    const own = ({ headers }: typeof answer) => headers.filter(([name]) => name !== 'x-ms-request-id');
    expect([answer.status, own(answer), answer.body]).toEqual([200, own(whole), '']);
    expect(whole.body).not.toBe('');
  });

  it.each([
    ['a blob that is not there', contributor, 'images/none.svg', 404, 'BlobNotFound'],
    ['a container that is not there', contributor, 'none?restype=container', 404, 'ContainerNotFound'],
    ['a blob that no role opens', bare, 'images/logo.svg', 403, 'AuthorizationPermissionMismatch'],
    ['what has no HEAD', contributor, '?comp=list', 400, 'InvalidUri'],
  ])('[BLOB-27] %s is refused by its headers alone', (_what, world, path, status, code) => {
    const { answer } = world.goOn(ask('HEAD', path));
    expect([answer.status, answer.body]).toEqual([status, '']);
    expect(answer.headers).toContainEqual(['x-ms-error-code', code]);
  });

  it('[BLOB-27] a container says that it is there', () => {
    const { answer } = contributor.goOn(ask('HEAD', 'images?restype=container'));
    expect([answer.status, answer.body]).toEqual([200, '']);
  });

  it('[BLOB-19] have names by rule', () => {
    expect(contributor.goOn(ask('PUT', 'images/ends.')).answer.status).toBe(400);
  });

  it('[BLOB-20] and containers are deleted by hand too', () => {
    const container = 'images';
    const remove = byHand((accountId) => ({ type: 'DeleteBlob', accountId, container, name: 'logo.svg' }));
    const gone = bare.goOn(remove);
    expect(gone.answer.status).toBe(202);
    expect(gone.goOn(remove).answer.status).toBe(404);
    const emptied = gone.goOn(byHand((accountId) => ({ type: 'DeleteContainer', accountId, name: container })));
    expect(emptied.answer.status).toBe(202);
    expect(heldBy(emptied).count).toBe(0);
    const wrong = resourceNamed(bare.state, 'vm-web').id;
    expect(bare.goOn({ type: 'DeleteContainer', accountId: wrong, name: 'x' }).answer.body).toContain(
      'ResourceNotFound',
    );
  });
});

describe('what each operation needs', () => {
  const roles = {
    Owner: 'owner',
    Reader: 'reader',
    'Storage Blob Data Reader': 'data reader',
    'Storage Blob Data Contributor': 'data contributor',
  } as const;

  it.each([
    ['GET', '?comp=list', ['owner', 'reader', 'data reader', 'data contributor']],
    ['GET', 'images?restype=container', ['owner', 'reader', 'data reader', 'data contributor']],
    ['PUT', 'new?restype=container', ['owner', 'data contributor']],
    ['DELETE', 'images?restype=container', ['owner', 'data contributor']],
    ['GET', 'images?restype=container&comp=list', ['data reader', 'data contributor']],
    ['GET', 'images/logo.svg', ['data reader', 'data contributor']],
    ['PUT', 'images/logo.svg', ['data contributor']],
    ['DELETE', 'images/logo.svg', ['data contributor']],
  ] as const)('[BLOB-21] %s %s', (method, path, allowed) => {
    const refused = bare.goOn(ask(method, path));
    expect(refused.answer.status).toBe(403);
    expect(refused.answer.body).toContain('AuthorizationPermissionMismatch');
    for (const [role, short] of Object.entries(roles)) {
      const asked = assigned(role).goOn(ask(method, path));
      const isAllowed = allowed.some((each) => each === short);
      expect({ role, isAllowed: asked.answer.status < 300 }).toEqual({ role, isAllowed });
    }
  });

  it('[BLOB-22] a role at a container opens that container only', () => {
    const more = bare.goOn(
      { do: 'create-container', account: 'stshopimages', name: 'private' },
      ({ state }): Command => {
        const { id } = resourceNamed(state, 'stshopimages');
        const scope = `${id}/blobServices/default/containers/images`;
        const { roleId, principalId } = granted();
        return { type: 'CreateRoleAssignment', scope, roleId, principalId };
      },
    );
    expect(more.answer.status).toBe(201);
    expect(more.goOn(ask('GET', 'images/logo.svg')).answer.status).toBe(200);
    expect(more.goOn(ask('GET', 'private/logo.svg')).answer.status).toBe(403);
    expect(more.goOn(ask('GET', '?comp=list')).answer.status).toBe(403);
  });

  it('[BLOB-22] is at the account where no container is named', () => {
    expect(containerScope('/account', '')).toBe('/account');
    expect(containerScope('/account', 'images')).toBe('/account/blobServices/default/containers/images');
  });

  function granted() {
    const { command } = assigned('Storage Blob Data Reader').entry(-1);
    if (command.type !== 'CreateRoleAssignment') throw new Error('nothing was assigned');
    return command;
  }
});
