import { describe, expect, it, vi } from 'vitest';
import type { SdkWorker } from '#app/sdk/context.ts';
import { placesIn } from '#app/sdk/places.ts';
import { runProgram } from '#app/sdk/run-program.ts';
import type { Ending, Limits, Report } from '#app/sdk/run-program.ts';
import { sceneBetween } from '#app/sdk/scene.ts';
import { createWorldStore } from '#app/world/world-store.ts';
import { decodeText } from '#domain/kernel/base64url.ts';
import type { HttpRequest } from '#domain/http/message.ts';
import type { Step } from '#domain/script/script.ts';
import type { FromWorker, ToWorker } from '#edge/sdk/protocol.ts';
import { createTokenSigner } from '#edge/tokens/signer.ts';
import { shopWith } from './world.ts';

/** Keys are made for the first token: that takes its time on a busy machine. */
const patience = { timeout: 20_000 };

type Answered = Extract<ToWorker, { readonly type: 'response' | 'failure' }>;

/** A run whose worker is this test. */
async function startRun({ on = 'vm-web', limits, more = [] }: { on?: string; limits?: Limits; more?: Step[] } = {}) {
  const store = createWorldStore(shopWith(...more));
  const before = store.getState().world;
  const from = placesIn(before.state).find(({ name }) => name === on)?.origin ?? { kind: 'laptop' };
  const signer = createTokenSigner();
  const reports: Report[] = [];
  const received: ToWorker[] = [];
  let tell: (message: FromWorker) => void = () => {};
  let lose: (message: string) => void = () => {};
  const worker = {
    post: (message: ToWorker) => void received.push(message),
    listen(onMessage: typeof tell, onLost: typeof lose) {
      tell = onMessage;
      lose = onLost;
    },
    end: vi.fn(),
  } satisfies SdkWorker;
  const stop = runProgram({
    store,
    from,
    program: 'text',
    load: () => Promise.resolve({ startWorker: () => worker }),
    signer: () => Promise.resolve(signer),
    onReport: (report) => reports.push(report),
    ...(limits === undefined ? {} : { limits }),
  });
  await vi.waitFor(() => expect(received).toHaveLength(1));
  let last = 0;
  async function send(request: Partial<HttpRequest> & { readonly url: string }): Promise<Answered> {
    const id = (last += 1);
    tell({ type: 'request', id, request: { method: 'GET', headers: [], body: '', ...request } });
    return vi.waitFor(() => {
      const answer = received.find((each): each is Answered => 'id' in each && each.id === id);
      if (answer === undefined) throw new Error('no answer yet');
      return answer;
    }, patience);
  }
  const ending = (): Ending | undefined => reports.flatMap((each) => (each.kind === 'ended' ? [each.ending] : []))[0];
  return {
    store,
    before,
    worker,
    reports,
    received,
    send,
    stop,
    ending,
    tell: (m: FromWorker) => tell(m),
    lose: (m: string) => lose(m),
  };
}

const tokenUrl =
  'http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https%3A%2F%2Fvault.azure.net';
const secretUrl = 'https://kv-orders.vault.azure.net/secrets/api-key/?api%2Dversion=2025-07-01';
const metadata = [['metadata', 'true']] as const;

async function tokenFrom(run: Awaited<ReturnType<typeof startRun>>): Promise<string> {
  const answer = await run.send({ url: tokenUrl, headers: metadata });
  if (answer.type !== 'response') throw new Error('no token');
  return (JSON.parse(answer.response.body) as { access_token: string }).access_token;
}

describe('a program in a world', () => {
  it('starts with the text, the environment and the time of its place', async () => {
    const run = await startRun();
    expect(run.received[0]).toMatchObject({
      type: 'start',
      program: 'text',
      environment: {},
      now: run.before.state.now,
    });
  });

  it('gets signed tokens, and reads a secret with one', async () => {
    const run = await startRun();
    const token = await tokenFrom(run);
    expect(token.split('.')).toHaveLength(3);
    expect(decodeText(token.split('.')[1] ?? '')).toContain('"aud":"https://vault.azure.net"');
    const answer = await run.send({ url: secretUrl, headers: [['authorization', `Bearer ${token}`]] });
    expect(answer).toMatchObject({ type: 'response', response: { status: 200 } });
    expect(answer.type === 'response' && answer.response.body).toContain('pears-and-plums');
  });

  it('is refused where its identity has no role', async () => {
    const run = await startRun({
      more: [{ do: 'remove-role', role: 'Key Vault Secrets User', from: 'vm-web', at: 'kv-orders' }],
    });
    const answer = await run.send({ url: secretUrl, headers: [['authorization', `Bearer ${await tokenFrom(run)}`]] });
    expect(answer).toMatchObject({ response: { status: 403 } });
  });

  it('leaves each request in the world, to be drawn', async () => {
    const run = await startRun();
    await run.send({ url: secretUrl });
    await tokenFrom(run);
    const after = run.store.getState().world;
    const entries = after.timeline.entries.slice(run.before.timeline.cursor);
    expect(entries.map(({ command }) => command.type)).toEqual(['CallTarget', 'RequestToken']);
    const scene = sceneBetween(run.before, after);
    expect(scene?.steps.filter(({ kind }) => kind === 'message').length).toBeGreaterThanOrEqual(4);
    expect(sceneBetween(after, after)).toBeNull();
    expect(run.reports.filter(({ kind }) => kind === 'requested')).toMatchObject([{ status: 401 }, { status: 200 }]);
  });

  it('keeps no signed token in the world', async () => {
    const run = await startRun();
    const token = await tokenFrom(run);
    await run.send({ url: secretUrl, headers: [['authorization', `Bearer ${token}`]] });
    expect(JSON.stringify(run.store.getState().world.timeline.entries)).not.toContain(token);
  });

  it('reaches nobody at a name that nobody holds, nor IMDS from an app', async () => {
    const run = await startRun({ on: 'app-shop' });
    expect(await run.send({ url: 'https://example.com/' })).toMatchObject({
      type: 'failure',
      reason: 'nameNotResolved',
    });
    expect(await run.send({ url: tokenUrl, headers: metadata })).toMatchObject({
      type: 'failure',
      reason: 'unreachable',
    });
  });

  it('lets the time of the world pass where it waits', async () => {
    const run = await startRun();
    run.tell({ type: 'wait', seconds: 3 });
    expect(run.received.at(-1)).toEqual({ type: 'waited', now: run.before.state.now + 3 });
    expect(run.store.getState().world.state.now).toBe(run.before.state.now + 3);
    expect(run.reports.at(-1)).toEqual({ kind: 'waited', seconds: 3 });
  });
});

describe('a run ends', () => {
  const tight: Limits = { seconds: 0.02, requests: 2, minutes: 1 };

  it('with its program, and its worker with it', async () => {
    const run = await startRun();
    run.tell({ type: 'printed', level: 'log', text: 'a' });
    run.tell({ type: 'ended' });
    run.tell({ type: 'printed', level: 'log', text: 'too late' });
    expect(run.ending()).toEqual({ kind: 'finished' });
    expect(run.worker.end).toHaveBeenCalledTimes(1);
    expect(run.reports.filter(({ kind }) => kind === 'printed')).toHaveLength(1);
  });

  it('when it is stopped: what is on its way is not decided any more', async () => {
    const run = await startRun();
    run.tell({ type: 'request', id: 1, request: { method: 'GET', url: secretUrl, headers: [], body: '' } });
    run.stop();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(run.ending()).toEqual({ kind: 'stopped' });
    expect(run.store.getState().world).toBe(run.before);
  });

  it('when it runs too long', async () => {
    const run = await startRun({ limits: tight });
    run.tell({ type: 'running' });
    await vi.waitFor(() => expect(run.ending()).toEqual({ kind: 'tooLong', seconds: 0.02 }));
  });

  it('when it sends too much', async () => {
    const run = await startRun({ limits: tight });
    await run.send({ url: secretUrl });
    await run.send({ url: secretUrl });
    run.tell({ type: 'request', id: 9, request: { method: 'GET', url: secretUrl, headers: [], body: '' } });
    expect(run.ending()).toEqual({ kind: 'tooManyRequests', requests: 2 });
  });

  it('when it waits too long', async () => {
    const run = await startRun({ limits: tight });
    run.tell({ type: 'wait', seconds: 40 });
    run.tell({ type: 'wait', seconds: 40 });
    expect(run.ending()).toEqual({ kind: 'waitedTooLong', minutes: 1 });
    expect(run.store.getState().world.state.now).toBe(run.before.state.now + 40);
  });

  it('when its worker is lost', async () => {
    const run = await startRun();
    run.lose('no network');
    expect(run.ending()).toEqual({ kind: 'failed', failure: { kind: 'notLoaded', message: 'no network' } });
  });

  it('when what starts workers cannot be loaded', async () => {
    const reports: Report[] = [];
    runProgram({
      store: createWorldStore(shopWith()),
      from: { kind: 'laptop' },
      program: '',
      load: () => Promise.reject(new Error('gone')),
      signer: () => Promise.reject(new Error('not asked')),
      onReport: (report) => reports.push(report),
    });
    await vi.waitFor(() =>
      expect(reports.at(-1)).toMatchObject({ kind: 'ended', ending: { failure: { message: 'gone' } } }),
    );
  });
});
