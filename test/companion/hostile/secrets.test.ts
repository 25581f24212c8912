import { existsSync, readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { connect } from 'node:net';
import os from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSecret } from '../../../src/companion/http/secret.ts';
import { written } from './cases.ts';
import type { Written } from './cases.ts';
import { answersOf, startHostile } from './hostile-companion.ts';
import { listeners, names } from './known.ts';
import type { HostileCompanion } from './hostile-companion.ts';
import type { ListenerName } from './known.ts';
import { sendBytes } from './wire.ts';

let companion: HostileCompanion;

beforeAll(async () => {
  companion = await startHostile();
});

afterAll(async () => companion.close());

async function ask(listener: ListenerName, request: Written) {
  const { answers } = await sendBytes(companion.at(listener), written(companion.known, listener, request), {
    isHead: request.method === 'HEAD',
  });
  const [answer] = answers;
  if (answer === undefined) throw new Error(`${listener} does not answer.`);
  return answer;
}

describe('the secret', () => {
  it('is 128 bits, and another one with each start', () => {
    const [one, other] = [createSecret(), createSecret()];
    expect(one.text).toMatch(/^[0-9a-f]{32}$/);
    expect(one.text).not.toBe(other.text);
    expect(companion.known.secret).toMatch(/^[0-9a-f]{32}$/);
  });

  it.each([undefined, '', 'x', '0'.repeat(31), '0'.repeat(32), '0'.repeat(33), 'x'.repeat(100_000), '\ud800'])(
    'is not %s, and no length of a guess makes the comparison fail',
    (guess) => {
      expect(createSecret().is(guess)).toBe(false);
    },
  );

  it('is in nothing that is kept, told or printed, wherever it is presented', async () => {
    const { secret, tenant, subscription } = companion.known;
    const bearer = ['Authorization', `Bearer ${secret}`] as const;
    const group = `/arm/subscriptions/${subscription}/resourceGroups/rg-kept`;
    const created = await ask('main', {
      method: 'PUT',
      target: `${group}?api-version=2025-04-01&note=${secret}`,
      headers: [bearer, ['X-Note', secret], ['Authorization', `Bearer ${secret}`]],
      body: JSON.stringify({ location: 'westeurope', tags: { note: 'kept' } }),
    });
    expect(created.status).toBe(201);
    const presented: readonly (readonly [ListenerName, Written])[] = [
      ['main', { headers: [bearer] }],
      ['blob', { headers: [bearer, ['x-ms-version', '2026-04-06']] }],
      [
        'blob',
        {
          headers: [
            ['Authorization', `SharedKey ${names.account}:${secret}`],
            ['x-ms-version', '2026-04-06'],
          ],
        },
      ],
      ['machine', { headers: [bearer] }],
      ['app', { headers: [['X-IDENTITY-HEADER', secret]] }],
      ['main', { target: `/arm/${secret}`, headers: [bearer] }],
      ['main', { target: '/graph/v1.0/servicePrincipals', headers: [bearer] }],
      [
        'main',
        {
          method: 'POST',
          target: `/entra/${tenant}/oauth2/v2.0/token`,
          body: `grant_type=client_credentials&client_id=x&scope=x&client_secret=${secret}`,
        },
      ],
      ['main', { target: `/companion/${secret}/env` }],
      ['main', { target: `/companion/${secret}/nothing` }],
      ['proxy', { headers: [bearer] }],
    ];
    for (const [listener, request] of presented) await ask(listener, request);
    const { file } = await companion.world();
    expect(file).toContain('rg-kept');
    expect(file).not.toContain(secret);
    expect(await companion.told()).not.toContain(secret);
    expect(companion.console()).toContain('rg-kept');
    expect(companion.console()).not.toContain(secret);
  });

  it("stands for the operator's token, which is kept as a reference like any other", async () => {
    const { entries } = await companion.world();
    const sent = entries.flatMap(({ command }) => (command.type === 'CallTarget' ? [command] : []));
    const authorizations = sent.flatMap(({ request }) =>
      request.headers.filter(([name]) => name.toLowerCase() === 'authorization').map(([, value]) => value),
    );
    expect(authorizations.length).toBeGreaterThan(5);
    for (const value of authorizations) expect(value).toMatch(/^Bearer \{token:[^}]+\}$/);
  });
});

describe('to ask changes nothing', () => {
  it.each(['GET', 'HEAD', 'OPTIONS', 'TRACE'])('%s of whatever could be changed, with the secret', async (method) => {
    await answersOf(companion);
    const before = await companion.world();
    const { secret, subscription, machine, tenant } = companion.known;
    const headers = [['Authorization', `Bearer ${secret}`]] as const;
    const targets = [
      ...['faults', 'clock', 'commands', 'world'].flatMap((name) => [
        `/companion/${name}`,
        `/companion/${name}?seconds=60&target=imds&resourceId=${machine.id}&count=1`,
        `/companion/${secret}/${name}`,
      ]),
      `/arm/subscriptions/${subscription}/resourceGroups/rg-shop?api-version=2025-04-01`,
      `/arm/subscriptions/${subscription}/resourceGroups/rg-new?api-version=2025-04-01&location=westeurope`,
      `/arm${machine.id}/deallocate?api-version=2025-04-01`,
      `/entra/${tenant}/oauth2/v2.0/token?grant_type=client_credentials`,
    ];
    for (const target of targets) await ask('main', { method, target, headers });
    expect(await companion.world()).toEqual(before);
  });
});

describe('the companion is on this machine alone', () => {
  it('no address but 127.0.0.1 leads to a listener', async () => {
    const others = Object.values(os.networkInterfaces())
      .flat()
      .flatMap((each) => (each === undefined || each.address === '127.0.0.1' ? [] : [each]))
      .map(({ address, scopeid = 0 }) => (scopeid === 0 ? address : `${address}%${scopeid}`));
    for (const host of [...others, '::1', '127.0.0.2']) {
      for (const listener of listeners) expect(await isOpen(host, companion.known.port(listener)), host).toBe(false);
    }
    expect(await isOpen('127.0.0.1', companion.known.port('main'))).toBe(true);
  });

  it.runIf(existsSync('/proc/net/tcp'))('its process listens nowhere else', () => {
    const bound = [...listening('/proc/net/tcp'), ...listening('/proc/net/tcp6')];
    expect(bound.map(({ port }) => port).toSorted((a, b) => a - b)).toEqual(
      listeners.map((listener) => companion.known.port(listener)).toSorted((a, b) => a - b),
    );
    // 127.0.0.1 as the kernel writes it.
    expect(new Set(bound.map(({ address }) => address))).toEqual(new Set(['0100007F']));
  });
});

async function isOpen(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1_000 });
    const end = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket
      .on('connect', () => end(true))
      .on('error', () => end(false))
      .on('timeout', () => end(false));
  });
}

/** The sockets on which the process of the companion listens. */
function listening(table: string): readonly { readonly address: string; readonly port: number }[] {
  if (!existsSync(table)) return [];
  const folder = `/proc/${companion.pid}/fd`;
  const own = new Set(readdirSync(folder).map((fd) => /^socket:\[(\d+)\]$/.exec(linkOf(`${folder}/${fd}`))?.[1]));
  return readFileSync(table, 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[3] === '0A' && own.has(fields[9]))
    .map(([, local = '']) => {
      const [address = '', port = ''] = local.split(':');
      return { address, port: Number.parseInt(port, 16) };
    });
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
