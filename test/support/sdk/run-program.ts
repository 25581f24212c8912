import { execFile } from 'node:child_process';
import path from 'node:path';
import type { Companion } from './companion.ts';
import type { Host } from './shop.ts';

/** How a program reaches Azure: at the companion's addresses, or at Azure's own names through the host's proxy. */
export type Way = 'http' | 'https' | 'proxy';

/** What one step of a program came to. */
export interface Outcome {
  readonly value?: unknown;
  readonly error?: Failure;
  readonly seconds: number;
}

/** What an SDK threw. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  readonly statusCode?: number;
  /** The code within the body's error. */
  readonly inner?: string;
  /** What the members of a chain threw. */
  readonly errors?: readonly Failure[];
}

const folder = path.join(process.cwd(), 'test/support/sdk/programs');

/** Whatever of the surroundings would lead an SDK elsewhere. */
const ofAzure = /^(AZURE_|IDENTITY_|MSI_|IMDS_|HTTPS?_PROXY$|ALL_PROXY$|NO_PROXY$|NODE_)/i;

/**
 * Runs a program of official clients in a process of its own, for their statics know one machine only, as code on that
 * host; null for code that needs none. Gives back what each of its steps came to.
 */
export async function runProgram(
  companion: Companion,
  program: 'tokens' | 'secrets' | 'write' | 'read' | 'blobs' | 'msal' | 'verify' | 'management',
  host: Host | null,
  {
    way = 'http',
    env = {},
    wants,
  }: { readonly way?: Way; readonly env?: Record<string, string>; readonly wants?: unknown } = {},
): Promise<Readonly<Record<string, Outcome>>> {
  const around = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofAzure.test(name)));
  const reached = host === null ? wayFrom(companion, way) : await wayOn(companion, host, way);
  const given = wants === undefined ? {} : { WANTS: JSON.stringify(wants) };
  const output = await new Promise<string>((resolve, reject) => {
    const script = path.join(folder, `${program}.mjs`);
    const options = { env: { ...around, ...reached, ...given, ...env, WAY: way } };
    execFile(process.execPath, [script], options, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new Error(`${program}: ${stderr}`));
    });
  });
  return JSON.parse(output) as Readonly<Record<string, Outcome>>;
}

async function wayOn(companion: Companion, host: Host, way: Way): Promise<Record<string, string>> {
  const { env, also } = await companion.environmentOf(host.id);
  const { AZURE_TOKEN_CREDENTIALS = '', HTTPS_PROXY = '', NO_PROXY = '' } = also;
  if (way !== 'proxy') return { ...env, AZURE_TOKEN_CREDENTIALS, ...wayFrom(companion, way) };
  // Nothing says where IMDS is: it is asked at its own address.
  const { AZURE_POD_IDENTITY_AUTHORITY_HOST: _imds, ...left } = env;
  return { ...left, AZURE_TOKEN_CREDENTIALS, HTTPS_PROXY, NO_PROXY, ...wayFrom(companion, way) };
}

function wayFrom(companion: Companion, way: Way): Record<string, string> {
  if (way === 'proxy') return { NODE_EXTRA_CA_CERTS: companion.variable('CA_FILE') };
  const addresses = {
    ARM_URL: companion.variable('ARM_URL'),
    KEYVAULT_URL: companion.variable('KEYVAULT_URL'),
    BLOB_URL: companion.variable('BLOB_URL'),
    ENTRA_URL: companion.variable('ENTRA_URL'),
  };
  return way === 'http' ? addresses : { ...addresses, NODE_EXTRA_CA_CERTS: companion.variable('CA_FILE') };
}
