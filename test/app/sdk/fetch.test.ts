import { describe, expect, it, vi } from 'vitest';
import type { HttpRequest } from '#domain/http/message.ts';
import { createClock } from '#sdk/clock.ts';
import { createFetch, readRequest, responseOf } from '#sdk/fetch.ts';
import type { Reply } from '#sdk/fetch.ts';

function networkThat(reply: Reply) {
  const clock = createClock({ startsAt: 0, pass: () => Promise.resolve(), whenQuiet: () => {}, onIdle: () => {} });
  const sent: HttpRequest[] = [];
  const fetch = createFetch((request) => {
    sent.push(request);
    return Promise.resolve(reply);
  }, clock);
  return { clock, sent, fetch };
}

const ok: Reply = {
  kind: 'response',
  response: { status: 200, headers: [['Content-Type', 'application/json']], body: '{"a":1}' },
};

describe('a request of the Fetch API', () => {
  it('becomes data with all that was given', async () => {
    const read = await readRequest('https://kv-shop.vault.azure.net/secrets/a?b=%2F#part', {
      method: 'put',
      headers: { Authorization: 'Bearer x', 'Content-Length': '3' },
      body: 'abc',
    });
    expect(read).toEqual({
      method: 'PUT',
      url: 'https://kv-shop.vault.azure.net/secrets/a?b=%2F',
      headers: [
        ['authorization', 'Bearer x'],
        ['content-length', '3'],
      ],
      body: 'abc',
    });
  });

  it('is read from a Request too', async () => {
    const request = new Request('http://169.254.169.254/metadata/instance', { headers: { Metadata: 'true' } });
    expect(await readRequest(request)).toMatchObject({ method: 'GET', headers: [['metadata', 'true']], body: '' });
  });

  it.each(['data:text/plain,x', 'file:///etc/passwd', 'blob:http://localhost/1'])('to %s is refused', async (url) => {
    const { fetch, sent } = networkThat(ok);
    await expect(fetch(url)).rejects.toThrow(TypeError);
    expect(sent).toEqual([]);
  });

  it('is answered by the world', async () => {
    const { fetch } = networkThat(ok);
    const response = await fetch('https://kv-shop.vault.azure.net/');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toEqual({ a: 1 });
  });

  it('fails as in Node where the name does not resolve', async () => {
    const { fetch } = networkThat({ kind: 'failure', reason: 'nameNotResolved' });
    const failed = fetch('https://kv-none.vault.azure.net/');
    await expect(failed).rejects.toThrow(new TypeError('fetch failed'));
    await expect(failed).rejects.toMatchObject({ cause: { code: 'ENOTFOUND', hostname: 'kv-none.vault.azure.net' } });
  });

  it('fails where the address leads nowhere', async () => {
    const { fetch } = networkThat({ kind: 'failure', reason: 'unreachable' });
    await expect(fetch('http://169.254.169.254/')).rejects.toMatchObject({
      cause: { code: 'EHOSTUNREACH', message: 'connect EHOSTUNREACH 169.254.169.254:80' },
    });
  });

  it('that was called off is not sent', async () => {
    const { fetch, sent } = networkThat(ok);
    await expect(fetch('https://kv-shop.vault.azure.net/', { signal: AbortSignal.abort() })).rejects.toThrow();
    expect(sent).toEqual([]);
  });

  it('ends its own timeout, and no other timer', async () => {
    const { fetch, clock } = networkThat(ok);
    const clear = vi.spyOn(clock, 'clear');
    clock.set(() => {}, 9000);
    await Promise.resolve();
    const timeout = clock.set(() => {}, 1000);
    await fetch('http://169.254.169.254/', { signal: new AbortController().signal });
    expect(clear.mock.calls).toEqual([[timeout]]);
  });
});

it.each([204, 304])('a response %i has no body', (status) => {
  expect(responseOf({ status, headers: [], body: '' }).body).toBeNull();
});
