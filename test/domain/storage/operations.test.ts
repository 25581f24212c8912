import { describe, expect, it } from 'vitest';
import type { Command } from '#domain/cloud/command.ts';
import { headerOf } from '#domain/http/message.ts';
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

function ask(method: HttpMethod, path: string, body = '', more: Readonly<Record<string, string>> = {}): MadeDeed {
  const url = `https://stshopimages.blob.core.windows.net/${path}`;
  const headers = Object.entries({ 'x-ms-version': '2026-04-06', ...more });
  return call('vm-web', { method, url, body, headers }, forged({}));
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

describe('what is written with a blob', () => {
  const written = contributor.goOn(
    ask('PUT', 'images/a.txt', 'pears', {
      'x-ms-blob-type': 'BlockBlob',
      'x-ms-blob-content-type': 'text/plain',
      'X-MS-Meta-From': 'shop',
    }),
  );

  it('[BLOB-29] is answered with what the next condition needs', () => {
    expectGolden(written.answer, 'BLOB-29-written', 'docs');
    const etag = headerOf(written.answer.headers, 'ETag');
    expect(headerOf(written.goOn(ask('HEAD', 'images/a.txt')).answer.headers, 'ETag')).toBe(etag);
  });

  it('[BLOB-29] comes back with it', () => {
    expectGolden(written.goOn(ask('GET', 'images/a.txt')).answer, 'BLOB-29-read', 'capture');
    expect(written.goOn(ask('GET', 'images?restype=container&comp=list')).answer.body).toContain(
      '<Content-Type>text/plain</Content-Type>',
    );
    const again = written.goOn(ask('PUT', 'images/a.txt', 'plums'), ask('GET', 'images/a.txt')).answer;
    expect(headerOf(again.headers, 'Content-Type')).toBe('application/octet-stream');
    expect(headerOf(again.headers, 'x-ms-meta-From')).toBeNull();
  });

  it.each(['x-ms-meta-a-b', 'x-ms-meta-', 'x-ms-meta-1', 'x-ms-meta-__proto__'])(
    '[BLOB-29] %s is no metadata',
    (name) => {
      const refused = contributor.goOn(ask('PUT', 'images/a.txt', 'pears', { [name]: 'x' })).answer;
      expect([refused.status, headerOf(refused.headers, 'x-ms-error-code')]).toEqual([400, 'InvalidMetadata']);
    },
  );

  it.each([{ 'x-ms-blob-type': 'AppendBlob' }, { 'x-ms-copy-source': 'https://x/y' }])(
    '[BLOB-32] %j is not simulated',
    (headers) => {
      const refused = contributor.goOn(ask('PUT', 'images/a.txt', '', headers));
      expect(refused.answer.status).toBe(400);
      expect(heldBy(refused)).toEqual(heldBy(contributor));
    },
  );

  it.each([
    ['PUT', { 'If-None-Match': '*' }, 409, 'BlobAlreadyExists'],
    ['PUT', { 'If-Match': '"0x0"' }, 412, 'ConditionNotMet'],
    ['PUT', { 'If-None-Match': 'own' }, 412, 'ConditionNotMet'],
    ['DELETE', { 'If-Match': '"0x0"' }, 412, 'ConditionNotMet'],
    ['GET', { 'If-Match': '"0x0"' }, 412, 'ConditionNotMet'],
    ['GET', { 'If-None-Match': 'own' }, 304, null],
    ['GET', { 'If-None-Match': '*' }, 304, null],
    ['GET', { 'If-None-Match': '"0x0"' }, 200, null],
    ['GET', { 'If-Match': '"0x0", own' }, 200, null],
    ['PUT', { 'If-Match': '*' }, 201, null],
    ['DELETE', { 'If-Match': 'own' }, 202, null],
  ] as const)('[BLOB-30] %s with %j: %s', (method, headers, status, code) => {
    const etag = headerOf(written.answer.headers, 'ETag') ?? '';
    const own = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value.replace('own', etag)]));
    const { answer } = written.goOn(ask(method, 'images/a.txt', 'plums', own));
    expect([answer.status, headerOf(answer.headers, 'x-ms-error-code')]).toEqual([status, code]);
  });

  it('[BLOB-30] a blob that is not there meets no If-Match, and any If-None-Match', () => {
    expect(contributor.goOn(ask('PUT', 'images/b.txt', '', { 'If-Match': '*' })).answer.status).toBe(412);
    expect(contributor.goOn(ask('PUT', 'images/b.txt', '', { 'If-None-Match': '*' })).answer.status).toBe(201);
  });
});

describe('parts of a blob', () => {
  const written = contributor.goOn(ask('PUT', 'images/a.txt', 'aé&z'));
  const part = (range: string, more = {}) =>
    written.goOn(ask('GET', 'images/a.txt', '', { Range: range, ...more })).answer;

  it('[BLOB-31] are counted in bytes', () => {
    expectGolden(part('bytes=1-3'), 'BLOB-31-part', 'docs');
    expect(part('bytes=1-3').body).toBe('é&');
    expect(part('bytes=3-').body).toBe('&z');
    expect(part('bytes=0-99').body).toBe('aé&z');
    expect(part('bytes=0-0', { 'x-ms-range': 'bytes=4-4' }).body).toBe('z');
  });

  it.each(['bytes=-1', 'bytes=a-b', 'lines=0-1', 'bytes=0-1,3-4', ''])('[BLOB-31] %j is none', (range) => {
    expect([part(range).status, part(range).body]).toEqual([200, 'aé&z']);
  });

  it.each(['bytes=5-', 'bytes=5-9', 'bytes=3-2'])('[BLOB-31] %s is outside', (range) => {
    expect([part(range).status, headerOf(part(range).headers, 'x-ms-error-code')]).toEqual([416, 'InvalidRange']);
  });

  it.each(['bytes=0-1', 'bytes=2-3'])('[BLOB-32] %s cuts a character', (range) => {
    expect([part(range).status, part(range).source]).toEqual([400, 'unconfirmed']);
  });
});

describe('pages of a list', () => {
  const names = ['b', 'a/1', 'a/2/x', 'a b', 'A'];
  const many = contributor.goOn(...names.map((name) => ask('PUT', `images/${name.replace(' ', '%20')}`, 'x')));
  const list = (query: string) => many.goOn(ask('GET', `images?restype=container&comp=list&${query}`)).answer;
  const namesIn = (body: string) => [...body.matchAll(/<Name>([^<]*)/g)].map(([, name]) => name);

  it.each([
    ['', ['A', 'a b', 'a/1', 'a/2/x', 'b', 'logo.svg']],
    ['prefix=a', ['a b', 'a/1', 'a/2/x']],
    ['prefix=a%2F', ['a/1', 'a/2/x']],
    ['delimiter=%2F', ['A', 'a b', 'a/', 'b', 'logo.svg']],
    ['prefix=a%2F&delimiter=%2F', ['a/1', 'a/2/']],
    ['maxresults=2', ['A', 'a b']],
    ['maxresults=2&marker=a%2F1', ['a/1', 'a/2/x']],
    ['maxresults=9999&prefix=b', ['b']],
    ['prefix=none', []],
  ])('[BLOB-33] %j', (query, expected) => {
    expect(namesIn(list(query).body)).toEqual(expected);
  });

  it('[BLOB-33] say where the next one begins', () => {
    expectGolden(list('maxresults=3&delimiter=%2F&prefix='), 'BLOB-33-page', 'docs');
    expect(list('maxresults=3').body).toContain('<NextMarker>a/2/x</NextMarker>');
    expect(list('maxresults=6').body).toContain('<NextMarker />');
  });

  it('[BLOB-33] are pages of containers, too', () => {
    const asked = many.goOn(ask('PUT', 'backup?restype=container'), ask('GET', '?comp=list&maxresults=1')).answer;
    expect([namesIn(asked.body), asked.body.includes('<NextMarker>images</NextMarker>')]).toEqual([['backup'], true]);
    const rest = many.goOn(ask('PUT', 'backup?restype=container'), ask('GET', '?comp=list&prefix=im')).answer;
    expect(namesIn(rest.body)).toEqual(['images']);
  });

  it.each(['0', '-1', 'x', '1.5'])('[BLOB-33] have no size of %s', (size) => {
    for (const path of ['images?restype=container&comp=list', '?comp=list']) {
      const { status, headers } = many.goOn(ask('GET', `${path}&maxresults=${size}`)).answer;
      expect([status, headerOf(headers, 'x-ms-error-code')]).toEqual([400, 'OutOfRangeQueryParameterValue']);
    }
  });

  it('[BLOB-34] a name holds spaces, and by hand too', () => {
    expect(many.goOn(ask('GET', 'images/a%20b')).answer.body).toBe('x');
    expect(many.goOn(ask('PUT', 'images/%20a')).answer.status).toBe(400);
    const gone = many.goOn(
      byHand((accountId) => ({ type: 'DeleteBlob', accountId, container: 'images', name: 'a b' })),
    );
    expect(gone.answer.status).toBe(202);
    expect(JSON.stringify(gone.entry(-1).events)).toContain('/images/a%20b');
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
