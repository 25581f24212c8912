import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { siteHandler } from '#build/server.ts';
import type { CompanionEnv } from '../../../src/companion/http/guards.ts';
import { handlerOf, leaveTo, listen } from '../../../src/companion/http/listen.ts';
import type { Listener } from '../../../src/companion/http/listen.ts';
import { refusePage } from '../../../src/companion/http/write-refusal.ts';
import { sendBytes } from './wire.ts';

const page = '<!doctype html><title>The page</title>';
let folder: string;
let listener: Listener;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'companion-site-'));
  writeFileSync(path.join(folder, 'index.html'), page);
  writeFileSync(path.join(folder, '404.html'), '<title>No such page</title>');
  const site = siteHandler({ folder, refuse: refusePage });
  const app = new Hono<CompanionEnv>().get('/*', ({ env }) => leaveTo(site, env));
  listener = await listen(handlerOf(app), 0);
});

afterAll(async () => {
  await listener.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(method: string, target: string) {
  const request = `${method} ${target} HTTP/1.1\r\nHost: 127.0.0.1:${listener.port}\r\n\r\n`;
  return sendBytes({ port: listener.port, ca: null }, request, { isHead: method === 'HEAD' });
}

it.each([
  ['GET', page],
  ['HEAD', ''],
])('the page answers %s once', async (method, body) => {
  const console = vi.spyOn(globalThis.console, 'error').mockReturnValue();
  const { answers, rest } = await ask(method, '/');
  expect(answers.map((answer) => [answer.status, answer.body, answer.headers['content-length']])).toEqual([
    [200, body, String(page.length)],
  ]);
  expect(rest).toBe('');
  expect(console).not.toHaveBeenCalled();
  console.mockRestore();
});

it.each([
  ['/%zz', 400, 'BadRequest'],
  ['/a%', 400, 'BadRequest'],
  ['/nothing.js', 404, 'NotFound'],
])('what is no page is refused in JSON: %s', async (target, status, code) => {
  const [answer] = (await ask('GET', target)).answers;
  expect(answer?.status).toBe(status);
  expect(answer?.headers['content-type']).toContain('application/json');
  expect(JSON.parse(answer?.body ?? '')).toMatchObject({ error: { code } });
});

it('a page that is none is still a page', async () => {
  const [answer] = (await ask('GET', '/nothing')).answers;
  expect([answer?.status, answer?.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
});
