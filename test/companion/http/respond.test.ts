import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { Hono } from 'hono';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { HttpRequest, HttpResponse } from '#domain/http/message.ts';
import { limitBody } from '../../../src/companion/http/guards.ts';
import type { CompanionEnv } from '../../../src/companion/http/guards.ts';
import { handlerOf, listen } from '../../../src/companion/http/listen.ts';
import type { Listener } from '../../../src/companion/http/listen.ts';
import { respond } from '../../../src/companion/http/respond.ts';
import { failed } from '../../../src/companion/http/unanswered.ts';

const open: Listener[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

/** A listener before an Azure that answers like this. */
async function answering(answer: (request: HttpRequest) => HttpResponse): Promise<number> {
  const app = new Hono<CompanionEnv>();
  app.use(limitBody);
  app.all('/*', (context) =>
    respond(
      context,
      async (_sender, asked) => ({ kind: 'response', response: answer(asked) }),
      'bearer',
      `https://kv1.vault.azure.net${context.env.incoming.url ?? ''}`,
    ),
  );
  const listener = await listen(handlerOf(app.onError(failed)), 0);
  open.push(listener);
  return listener.port;
}

interface Got {
  readonly status: number | undefined;
  readonly raw: readonly string[];
  readonly body: string;
}

async function ask(port: number, method = 'GET', body = ''): Promise<Got> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const headers = body === '' ? {} : { 'Content-Length': Buffer.byteLength(body) };
    request({ host: '127.0.0.1', port, method, path: '/secrets/a', headers }, resolve).on('error', reject).end(body);
  });
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return { status: answer.statusCode, raw: answer.rawHeaders, body: Buffer.concat(chunks).toString() };
}

function valuesOf({ raw }: Got, name: string): readonly string[] {
  return raw.filter((_value, index) => index % 2 === 1 && raw[index - 1]?.toLowerCase() === name);
}

describe('an answer on the wire', () => {
  it('has the headers that Azure sends, and the length of its body', async () => {
    const port = await answering(() => ({
      status: 200,
      headers: [
        ['Content-Type', 'application/json; charset=utf-8'],
        ['x-ms-request-id', 'abc'],
      ],
      body: '{"name":"straße"}',
    }));
    const got = await ask(port);
    expect(got).toMatchObject({ status: 200, body: '{"name":"straße"}' });
    expect(valuesOf(got, 'x-ms-request-id')).toEqual(['abc']);
    expect(valuesOf(got, 'content-type')).toEqual(['application/json; charset=utf-8']);
    expect(valuesOf(got, 'content-length')).toEqual(['18']);
  });

  it('keeps both of two headers of one name', async () => {
    const challenges = [
      ['WWW-Authenticate', 'Bearer a'],
      ['www-authenticate', 'Bearer b'],
    ] as const;
    const got = await ask(await answering(() => ({ status: 401, headers: challenges, body: '{}' })));
    expect(valuesOf(got, 'www-authenticate').join(', ')).toBe('Bearer a, Bearer b');
  });

  it.each([204, 304])('has no body with %i', async (status) => {
    const got = await ask(await answering(() => ({ status, headers: [['ETag', '"1"']], body: 'lost' })));
    expect(got).toMatchObject({ status, body: '' });
    expect(valuesOf(got, 'etag')).toEqual(['"1"']);
  });

  it.each(['line\nbreak', 'nul\0', 'bell\u0007', 'snow ☃'])(
    'is a failure in JSON where a header would be %j',
    async (value) => {
      const said = vi.spyOn(console, 'error').mockImplementation(() => {});
      const got = await ask(await answering(() => ({ status: 200, headers: [['x-ms-name', value]], body: '{}' })));
      said.mockRestore();
      expect(got.status).toBe(500);
      expect(JSON.parse(got.body)).toMatchObject({ error: { code: 'InternalServerError' } });
    },
  );
});

describe('a request', () => {
  it('is read without its body where it is a GET, however long that is', async () => {
    const port = await answering(({ body }) => ({ status: 200, headers: [], body: `${body.length} characters` }));
    expect(await ask(port, 'GET', 'x'.repeat(2_000_000))).toMatchObject({ status: 200, body: '0 characters' });
  });

  it.each(['PUT', 'POST', 'PATCH', 'DELETE'])('is refused as %s with a body beyond 1 MB', async (method) => {
    const port = await answering(() => ({ status: 200, headers: [], body: 'read' }));
    expect(await ask(port, method, 'x'.repeat(999_999))).toMatchObject({ status: 200, body: 'read' });
    expect((await ask(port, method, 'x'.repeat(1_000_001))).status).toBe(413);
  });

  it('gets the answer that is its own, alone or with many', async () => {
    const seen: string[] = [];
    const port = await answering(({ body }) => {
      seen.push(body);
      return { status: 200, headers: [], body };
    });
    expect((await ask(port, 'POST', 'alone')).body).toBe('alone');
    const many = Array.from({ length: 50 }, (_none, index) => `number ${index}`);
    const answers = await Promise.all(many.map((body) => ask(port, 'POST', body)));
    expect(answers.map(({ body }) => body)).toEqual(many);
    expect(seen.toSorted()).toEqual(['alone', ...many].toSorted());
  });
});
