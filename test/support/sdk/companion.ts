import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** The addresses that a companion prints with `--json`, by the names of its variables. */
type Variables = Readonly<Record<string, string>>;

export interface Companion {
  /** One of the printed variables; throws for a name that was not printed. */
  readonly variable: (name: string) => string;
  /** Calls Azure Resource Manager as the operator; `id` begins with a slash. Gives the body of a success back. */
  readonly arm: (method: 'GET' | 'PUT' | 'PATCH' | 'POST' | 'DELETE', id: string, body?: unknown) => Promise<unknown>;
  /** The variables that a program on that host finds. */
  readonly environmentOf: (hostId: string) => Promise<HostEnvironment>;
  /** Lets the metadata service of a machine answer the next requests with a status. */
  readonly fail: (machineId: string, fault: Fault) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface Fault {
  readonly status: number;
  /** How many requests; 0 mends it. */
  readonly count: number;
  /** Seconds. */
  readonly retryAfter?: number;
}

export interface HostEnvironment {
  readonly env: Variables;
  readonly also: Variables;
}

/** Starts the built companion on ports of its own; role assignments take effect at once. `built`: another folder than its own. */
export async function startCompanion({ https = false, built = 'dist-companion' } = {}): Promise<Companion> {
  const bundle = path.resolve(built, 'main.js');
  if (!existsSync(bundle)) throw new Error(`${built} is missing: run node src/build/run.mjs companion.`);
  // What it leaves for `npm run companion -- env` is nobody else's business.
  const folder = mkdtempSync(path.join(os.tmpdir(), 'companion-test-'));
  const options = ['--json', '--port', '0', '--role-delay', '0', '--quiet', ...(https ? ['--https'] : [])];
  const child = spawn(process.execPath, [bundle, ...options], {
    env: { ...process.env, TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const variables = JSON.parse(await firstLine(child)) as Variables;
  const variable = (name: string): string => {
    const value = variables[name];
    if (value === undefined) throw new Error(`The companion printed no ${name}.`);
    return value;
  };
  return {
    variable,
    arm: (method, id, body) => callArm(variables, method, id, body),
    async environmentOf(hostId) {
      const response = await fetch(`${variable('ENDPOINTS_URL')}?resourceId=${encodeURIComponent(hostId)}`);
      if (!response.ok) throw new Error(`${hostId} has no environment: ${await response.text()}`);
      return (await response.json()) as HostEnvironment;
    },
    async fail(resourceId, fault) {
      const body = JSON.stringify({ target: 'imds', resourceId, ...fault });
      const response = await fetch(variable('FAULT_URL'), { method: 'POST', body });
      if (!response.ok) throw new Error(`The fault was not taken: ${await response.text()}`);
    },
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The first line that a process prints; rejects where it ends without one. */
async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('The output is not read.');
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('The companion ended before it said where it is.');
}

/** Azure Resource Manager is asked over plain HTTP, where the main listener always answers. */
async function callArm(variables: Variables, method: string, id: string, body: unknown): Promise<unknown> {
  const { origin } = new URL(variables['FAULT_URL'] ?? '');
  const url = `${origin}/arm${id}${id.includes('?') ? '&' : '?'}api-version=2025-04-01`;
  const response = await fetch(url, {
    method,
    headers: { Authorization: `Bearer ${variables['ARM_TOKEN'] ?? ''}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${id}: ${response.status} ${text}`);
  return text === '' ? null : (JSON.parse(text) as unknown);
}
