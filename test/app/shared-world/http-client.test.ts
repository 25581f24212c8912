import { describe, expect, it } from 'vitest';
import type { Message } from '#app/shared-world/client.ts';
import { httpClient } from '#app/shared-world/http-client.ts';
import { owner } from '#domain/cloud/command.ts';
import { runScript } from '#domain/script/run.ts';
import { newWorld } from '#domain/timeline/timeline.ts';
import { readCommand, writeEntries } from '#edge/shared-world/protocol.ts';
import { writeWorldFile } from '#edge/world-file/world-file.ts';

const world = runScript(newWorld('told'), [{ do: 'create-group', name: 'rg-shop' }]);
const whole = `event: world\ndata: ${writeWorldFile(world.timeline)}\n\n`;
const entries = `event: entries\ndata: ${writeEntries({ entries: world.timeline.entries, commandIds: ['own-1'] })}\n\n`;

interface Asked {
  readonly address: unknown;
  readonly init: RequestInit;
}

/** A server that answers everything with the same response, and what it was asked. */
function serverOf(answer: () => Response) {
  const asked: Asked[] = [];
  const ask: typeof fetch = async (address, init = {}) => {
    asked.push({ address, init });
    return answer();
  };
  return { asked, client: httpClient('s3cret', ask) };
}

/** A stream that comes in pieces of so many bytes. */
function streamOf(text: string, piece: number): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  return new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += piece) controller.enqueue(bytes.slice(at, at + piece));
      controller.close();
    },
  });
}

async function heardOf(text: string, piece = 7) {
  const { client, asked } = serverOf(() => new Response(streamOf(text, piece)));
  const heard: Message[] = [];
  const ended = await client.listen((message) => heard.push(message), new AbortController().signal);
  return { heard, ended, asked };
}

describe('what a companion says over HTTP', () => {
  it('is read whole from whatever pieces it comes in, with the secret in a header and not in the address', async () => {
    const { heard, ended, asked } = await heardOf(`: still here\n\n${whole}${entries}`);
    expect(heard).toEqual([
      { kind: 'world', world },
      { kind: 'entries', entries: world.timeline.entries, commandIds: ['own-1'] },
    ]);
    expect(ended).toEqual({ kind: 'lost' });
    expect(asked.map(({ address }) => address)).toEqual(['/companion/events']);
    expect(new Headers(asked[0]?.init.headers).get('Authorization')).toBe('Bearer s3cret');
  });

  it.each([
    ['a world that is none', 'event: world\ndata: {"app":"another"}\n\n'],
    ['entries without their ids', 'event: entries\ndata: {"entries":[]}\n\n'],
    ['something unknown', 'event: gossip\ndata: {}\n\n'],
  ])('ends the stream with %s: the next one begins with everything', async (_, said) => {
    const { heard, ended } = await heardOf(`${said}${whole}`);
    expect(heard).toEqual([]);
    expect(ended).toEqual({ kind: 'lost' });
  });

  it('is refused to a wrong secret for good, and out of order for a while', async () => {
    const refusal = { error: { code: 'InvalidSecret', message: 'Show the secret.' } };
    const closed = serverOf(() => Response.json(refusal, { status: 401 }));
    const signal = new AbortController().signal;
    expect(await closed.client.listen(() => {}, signal)).toEqual({
      kind: 'refused',
      status: 401,
      message: 'Show the secret.',
    });
    const busy = serverOf(() => new Response('', { status: 503 }));
    expect(await busy.client.listen(() => {}, signal)).toEqual({ kind: 'lost' });
  });
});

describe('what a page says over HTTP', () => {
  const given = { id: 'own-1', command: { type: 'AdvanceClock', seconds: 60 }, by: owner } as const;

  it('is what the companion reads', async () => {
    const { client, asked } = serverOf(() => Response.json({}));
    expect(await client.send(given)).toEqual({ kind: 'taken' });
    expect(asked[0]).toMatchObject({ address: '/companion/commands', init: { method: 'POST' } });
    expect(readCommand(asked[0]?.init.body as string)).toEqual({ ok: true, message: given });
    expect(await client.replace(world)).toEqual({ kind: 'taken' });
    expect(asked[1]).toMatchObject({
      address: '/companion/world',
      init: { method: 'PUT', body: writeWorldFile(world.timeline) },
    });
  });

  it('is refused with a reason, or lost', async () => {
    const refusal = { error: { code: 'InvalidCommand', message: 'It cannot be read.' } };
    const refusing = serverOf(() => Response.json(refusal, { status: 400 }));
    expect(await refusing.client.send(given)).toEqual({ kind: 'refused', ...refusal.error });
    const silent = serverOf(() => {
      throw new TypeError('Failed to fetch');
    });
    expect(await silent.client.send(given)).toEqual({ kind: 'lost' });
  });
});
