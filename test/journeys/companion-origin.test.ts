import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { openPage } from '#test/support/browser.ts';
import { answersOf, startHostile } from '#test/companion/hostile/hostile-companion.ts';
import type { HostileCompanion } from '#test/companion/hostile/hostile-companion.ts';

/** What a page tries, and what came of it: nothing of it may be an answer. */
interface Attempt {
  readonly what: string;
  readonly result: string;
}

it('a page of another origin reads nothing of the companion and changes nothing, even if it knows the secret', async () => {
  const companion = await startHostile();
  onTestFinished(async () => companion.close());
  await answersOf(companion);
  const before = await companion.world();
  const { page } = await openPage({ path: await strangePage(), expected: /./ });
  const answered: number[] = [];
  page.on('response', (response) => {
    if (isOfCompanion(companion, response.url())) answered.push(response.status());
  });
  const { known } = companion;
  const attempts = await page.evaluate(attempt, {
    main: `http://127.0.0.1:${known.port('main')}`,
    name: `http://localhost:${known.port('main')}`,
    machine: `http://127.0.0.1:${known.port('machine')}`,
    blob: `http://127.0.0.1:${known.port('blob')}`,
    secret: known.secret,
  });
  expect(attempts.length).toBeGreaterThan(20);
  for (const { what, result } of attempts) expect(result, what).toBe('refused');
  // What the browser itself lets through, forms and frames among it, is refused by the companion.
  expect(answered.length).toBeGreaterThan(4);
  expect(new Set(answered)).toEqual(new Set([403]));
  expect(await companion.world()).toEqual(before);
  for (const answer of Object.values(await answersOf(companion))) expect(answer.status).toBe(200);
});

function isOfCompanion({ known }: HostileCompanion, url: string): boolean {
  return ['main', 'machine', 'blob'].map((each) => String(known.port(each as 'main'))).includes(new URL(url).port);
}

/** A page on this machine, at a port of its own: of the same site as the companion, and of another origin. */
async function strangePage(): Promise<string> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>strange</title><body></body>');
  });
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  await new Promise<void>((resolve) => {
    server.listen({ host: '127.0.0.1', port: 0 }, () => resolve());
  });
  return `http://localhost:${(server.address() as AddressInfo).port}/`;
}

interface Addresses {
  readonly main: string;
  readonly name: string;
  readonly machine: string;
  readonly blob: string;
  readonly secret: string;
}

/** Runs in the page. */
async function attempt({ main, name, machine, blob, secret }: Addresses): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  const move = '{"seconds":60}';
  const headers = { Authorization: `Bearer ${secret}` };

  const fetched = async (url: string, init?: RequestInit): Promise<void> => {
    const what = `fetch ${init?.method ?? 'GET'} ${init?.mode ?? 'cors'} ${url}`;
    const response = await fetch(url, init).catch(() => null);
    attempts.push({
      what,
      result: response === null || response.type === 'opaque' ? 'refused' : await response.text(),
    });
  };
  const loaded = async (what: string, element: HTMLElement, place: () => void): Promise<void> => {
    const result = await new Promise<string>((resolve) => {
      element.addEventListener('load', () => resolve('loaded'));
      element.addEventListener('error', () => resolve('refused'));
      place();
      document.body.append(element);
    });
    attempts.push({ what, result });
  };
  const framed = async (what: string, start: (frame: HTMLIFrameElement) => void): Promise<void> => {
    const frame = document.createElement('iframe');
    frame.name = `frame${attempts.length}`;
    document.body.append(frame);
    await new Promise<void>((resolve) => {
      frame.addEventListener('load', () => resolve());
      start(frame);
    });
    // A frame of another origin tells nothing; the journey looks at the status that came.
    attempts.push({ what, result: frame.contentDocument === null ? 'refused' : 'readable' });
  };

  for (const base of [main, name]) {
    await fetched(`${base}/`);
    await fetched(`${base}/companion/env`, { headers });
    await fetched(`${base}/companion/${secret}/env`);
    await fetched(`${base}/companion/clock`, { method: 'POST', headers, body: move });
    await fetched(`${base}/companion/${secret}/clock`, { method: 'POST', body: move });
    await fetched(`${base}/companion/${secret}/clock`, { method: 'POST', mode: 'no-cors', body: move });
    await fetched(`${base}/companion/world`, { method: 'PUT', headers, body: '{}' });
    await fetched(`${base}/arm/subscriptions?api-version=2025-04-01`, { headers });
  }
  await fetched(`${machine}/metadata/identity/oauth2/token?api-version=2018-02-01&resource=x`, {
    headers: { Metadata: 'true' },
  });
  await fetched(`${machine}/metadata/identity/oauth2/token`, { mode: 'no-cors' });
  await fetched(`${blob}/sthostile/box/sample.txt`);
  navigator.sendBeacon(`${main}/companion/${secret}/clock`, move);

  for (const path of ['/favicon.svg', `/companion/${secret}/env`, `/companion/${secret}/clock?seconds=60`]) {
    const image = document.createElement('img');
    await loaded(`image ${path}`, image, () => (image.src = `${main}${path}`));
    const script = document.createElement('script');
    await loaded(`script ${path}`, script, () => (script.src = `${main}${path}`));
  }
  await framed('the page in a frame', (frame) => (frame.src = `${main}/`));
  await framed('a form', (frame) => {
    const form = document.createElement('form');
    form.method = 'post';
    form.action = `${main}/companion/${secret}/clock`;
    form.enctype = 'text/plain';
    form.target = frame.name;
    const field = document.createElement('input');
    // Sent as {"seconds":60,"x":"="}.
    field.name = '{"seconds":60,"x":"';
    field.value = '"}';
    form.append(field);
    document.body.append(form);
    form.submit();
  });
  const opened = async (what: string, source: EventTarget): Promise<void> => {
    const result = await new Promise<string>((resolve) => {
      source.addEventListener('open', () => resolve('open'));
      source.addEventListener('error', () => resolve('refused'));
    });
    attempts.push({ what, result });
  };
  await opened('events', new EventSource(`${main}/companion/events`));
  await opened('a socket', new WebSocket(`${main.replace('http', 'ws')}/companion/events`));
  return attempts;
}
