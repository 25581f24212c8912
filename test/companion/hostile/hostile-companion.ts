import { randomInt } from 'node:crypto';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { past } from '#domain/timeline/timeline.ts';
import type { Entry } from '#domain/timeline/timeline.ts';
import { readWorldFile } from '#edge/world-file/world-file.ts';
import { newShop } from '#test/support/sdk/shop.ts';
import { offsets } from '../../../src/companion/http/ports.ts';
import { leavesStateAsItWas } from '../../../src/companion/world/passing.ts';
import { targetOf, written } from './cases.ts';
import type { Written } from './cases.ts';
import { listeners, names } from './known.ts';
import type { Known, ListenerName } from './known.ts';
import { sendBytes } from './wire.ts';
import type { Port, WireAnswer } from './wire.ts';

export interface HostileCompanion {
  readonly known: Known;
  readonly at: (listener: ListenerName) => Port;
  readonly goodRequest: (listener: ListenerName) => Written;
  readonly pid: number;
  /** The lines of its console, those of requests and those of failures. */
  readonly console: () => string;
  readonly hasEnded: () => boolean;
  /** Everything that a request must not change: the file of the world, and what makes it in the page. */
  readonly world: () => Promise<KeptWorld>;
  /** All that the page is told when it opens the world. */
  readonly told: () => Promise<string>;
  readonly close: () => Promise<void>;
}

export interface KeptWorld {
  readonly file: string;
  readonly entries: readonly Entry[];
}

const bundle = path.resolve(process.env['COMPANION_FOLDER'] ?? 'dist-companion', 'main.js');

type Variables = Readonly<Record<string, string>>;

/** Starts a companion with TLS and a file for its world, and fills the world by official requests. */
export async function startHostile(): Promise<HostileCompanion> {
  if (!existsSync(bundle)) throw new Error('dist-companion is missing: run node src/build/run.mjs companion.');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'companion-hostile-'));
  const file = path.join(folder, 'world.jsonl');
  const started = await startOnFreePorts(folder, file);
  try {
    return await prepared(started, folder, file);
  } catch (error) {
    started.child.kill();
    throw error;
  }
}

async function prepared(
  { child, variables, base, said }: Started,
  folder: string,
  file: string,
): Promise<HostileCompanion> {
  const ca = readFileSync(variables['CA_FILE'] ?? '', 'utf8');
  let hasEnded = false;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      hasEnded = true;
      resolve();
    });
  });
  const client = clientOf(variables);
  const shop = await newShop({ variable: (name) => variables[name] ?? '', arm: client.arm });
  const machine = await shop.machine('vm-hostile', { system: true });
  const app = await shop.site('app-hostile', { system: true });
  await shop.grant('Key Vault Secrets Officer', machine.principalId, await shop.vault(names.vault));
  await shop.grant('Storage Blob Data Contributor', machine.principalId, await shop.account(names.account));
  const machineEnv = await client.environmentOf(machine.id);
  const appEnv = await client.environmentOf(app.id);
  const portOf = (url: string | undefined): number => Number(new URL(url ?? '').port);
  const ports: Readonly<Record<ListenerName, number>> = {
    main: base + offsets.main,
    blob: base + offsets.blob,
    machine: portOf(machineEnv.env['AZURE_POD_IDENTITY_AUTHORITY_HOST']),
    app: portOf(appEnv.env['IDENTITY_ENDPOINT']),
    proxy: base + offsets.proxy,
    'secure main': base + offsets.secureMain,
    'secure blob': base + offsets.secureBlob,
  };
  const vaultToken = await tokenOf(ports.machine, 'https://vault.azure.net');
  const blobToken = await tokenOf(ports.machine, 'https://storage.azure.com');
  await putSamples(ports, vaultToken, blobToken);
  const known: Known = {
    secret: variables['ARM_TOKEN'] ?? '',
    subscription: variables['SUBSCRIPTION_ID'] ?? '',
    tenant: variables['TENANT_ID'] ?? '',
    machine,
    app,
    identityHeader: appEnv.env['IDENTITY_HEADER'] ?? '',
    vaultToken,
    blobToken,
    port: (listener) => ports[listener],
  };
  await tokenOfApp(known);
  return {
    known,
    goodRequest: (listener) => goodRequestOf(known, listener),
    at: (listener) => ({ port: ports[listener], ca: listener.startsWith('secure') ? ca : null }),
    pid: child.pid ?? 0,
    console: () => said.join(''),
    hasEnded: () => hasEnded,
    world: async () => ({ file: readFileSync(file, 'utf8'), entries: await client.world() }),
    told: client.told,
    async close() {
      child.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Started {
  readonly child: ChildProcess;
  readonly variables: Variables;
  readonly base: number;
  readonly said: readonly string[];
}

/** On ports in a row, so that each listener is known by its place; another row where one of them is taken. */
async function startOnFreePorts(folder: string, file: string, tries = 8): Promise<Started> {
  // Below the ports that connections are given, of which one in the row could be taken at any moment.
  const base = randomInt(10_000, 32_000);
  const options = ['--json', '--https', '--port', String(base), '--role-delay', '0', '--world', file];
  const child = spawn(process.execPath, [bundle, ...options], {
    env: { ...process.env, TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  child.stderr.on('data', (text: Buffer) => said.push(text.toString()));
  for await (const line of createInterface({ input: child.stdout })) {
    return { child, variables: JSON.parse(line) as Variables, base, said };
  }
  if (tries === 0) throw new Error(`The companion does not start: ${said.join('')}`);
  return startOnFreePorts(folder, file, tries - 1);
}

interface Client {
  readonly told: () => Promise<string>;
  readonly world: () => Promise<readonly Entry[]>;
  readonly arm: (method: string, id: string, body?: unknown) => Promise<unknown>;
  readonly environmentOf: (id: string) => Promise<{ readonly env: Variables; readonly also: Variables }>;
}

function clientOf(variables: Variables): Client {
  const { origin } = new URL(variables['FAULT_URL'] ?? '');
  const authorized = { Authorization: `Bearer ${variables['ARM_TOKEN'] ?? ''}` };
  const told = async (): Promise<string> => {
    const response = await fetch(`${origin}/companion/events`, { headers: authorized });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (;;) {
      const read = await reader?.read();
      text += read?.value ?? '';
      if (read?.done !== false || text.includes('\n\n')) break;
    }
    await reader?.cancel();
    const [first = ''] = text.split('\n\n');
    return first.replaceAll(/^(?:event|data): ?/gm, '').replace(/^world\n/, '');
  };
  return {
    told,
    async world(): Promise<readonly Entry[]> {
      const read = readWorldFile((await told()).trimEnd());
      if (!read.ok) throw new Error(`The world cannot be read: ${read.problem.kind}`);
      return past(read.world.timeline).filter(({ events }) => !leavesStateAsItWas(events));
    },
    async arm(method: string, id: string, body?: unknown): Promise<unknown> {
      const response = await fetch(`${origin}/arm${id}?api-version=2025-04-01`, {
        method,
        headers: { ...authorized, 'Content-Type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${id}: ${response.status} ${text}`);
      return text === '' ? null : (JSON.parse(text) as unknown);
    },
    async environmentOf(id: string): Promise<{ readonly env: Variables; readonly also: Variables }> {
      const url = `${origin}/companion/env?resourceId=${encodeURIComponent(id)}`;
      return (await (await fetch(url, { headers: authorized })).json()) as { env: Variables; also: Variables };
    },
  };
}

async function tokenOf(port: number, resource: string): Promise<string> {
  const query = `api-version=2018-02-01&resource=${encodeURIComponent(resource)}`;
  const url = `http://127.0.0.1:${port}/metadata/identity/oauth2/token?${query}`;
  const body = (await (await fetch(url, { headers: { Metadata: 'true' } })).json()) as { access_token: string };
  return body.access_token;
}

/** Asked for once, so that what is asked for later comes from a cache and changes nothing. */
async function tokenOfApp({ port, identityHeader }: Known): Promise<void> {
  const url = `http://127.0.0.1:${port('app')}/msi/token?api-version=2019-08-01&resource=https://vault.azure.net`;
  const answer = await fetch(url, { headers: { 'X-IDENTITY-HEADER': identityHeader } });
  if (!answer.ok) throw new Error(`The app gets no token: ${answer.status}`);
}

async function putSamples(ports: Readonly<Record<ListenerName, number>>, vaultToken: string, blobToken: string) {
  const secret = `http://127.0.0.1:${ports.main}/keyvault/${names.vault}/secrets/sample?api-version=7.4`;
  const blob = `http://127.0.0.1:${ports.blob}/${names.account}/box`;
  const forBlob = { Authorization: `Bearer ${blobToken}`, 'x-ms-version': '2026-04-06' };
  const answers = [
    await fetch(secret, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${vaultToken}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ value: names.secretValue }),
    }),
    await fetch(`${blob}?restype=container`, { method: 'PUT', headers: forBlob }),
    await fetch(`${blob}/sample.txt`, {
      method: 'PUT',
      headers: { ...forBlob, 'x-ms-blob-type': 'BlockBlob' },
      body: 'sample',
    }),
  ];
  for (const answer of answers) if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
}

/** Asks every listener for what it is there for. */
export async function answersOf(companion: HostileCompanion): Promise<Readonly<Record<ListenerName, WireAnswer>>> {
  const { known, at, goodRequest } = companion;
  const answers = await Promise.all(
    listeners.map(async (listener) => {
      const [answer] = (await sendBytes(at(listener), written(known, listener, goodRequest(listener)))).answers;
      if (answer === undefined) throw new Error(`${listener} does not answer.`);
      return [listener, answer] as const;
    }),
  );
  return Object.fromEntries(answers) as Record<ListenerName, WireAnswer>;
}

/** What a listener is there for. */
function goodRequestOf(known: Known, listener: ListenerName): Written {
  const vault: Written = {
    target: targetOf('main'),
    headers: [['Authorization', `Bearer ${known.vaultToken}`]],
  };
  const blob: Written = {
    target: targetOf('blob'),
    headers: [
      ['Authorization', `Bearer ${known.blobToken}`],
      ['x-ms-version', '2026-04-06'],
    ],
  };
  switch (listener) {
    case 'main':
    case 'secure main':
      return vault;
    case 'blob':
    case 'secure blob':
      return blob;
    case 'machine':
      return {
        target: targetOf('machine'),
        headers: [['Metadata', 'true']],
      };
    case 'app':
      return {
        target: targetOf('app'),
        headers: [['X-IDENTITY-HEADER', known.identityHeader]],
      };
    case 'proxy': {
      const main = `127.0.0.1:${known.port('main')}`;
      return { ...vault, target: `http://${main}${targetOf('main')}`, host: main };
    }
  }
}
