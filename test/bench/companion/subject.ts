import { startCompanion } from '#test/support/sdk/companion.ts';
import { newShop } from '#test/support/sdk/shop.ts';
import type { Served } from './rounds.ts';

/** A companion with a machine that reads a secret. */
export interface Subject {
  /** A token that the machine's endpoint has in its cache. */
  readonly token: Measured;
  /** A secret, with a token that was given before. */
  readonly secret: Measured;
  /** Asks for a token for an audience, as code on the machine does. */
  readonly askFor: (audience: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** A request, and how long its answer's body is. */
export interface Measured extends Served {
  readonly bytes: number;
}

const vaultAudience = 'https://vault.azure.net';
/** As long as the key of a storage account, which is what people keep there. */
const secretValue = 'v'.repeat(88);

export async function openSubject(built: string): Promise<Subject> {
  const companion = await startCompanion({ built });
  const shop = await newShop(companion);
  const machine = await shop.machine('vm-web', { system: true });
  await shop.grant('Key Vault Secrets Officer', machine.principalId, await shop.vault('kv-shop'));
  const { env } = await companion.environmentOf(machine.id);
  const imds = new URL(env['AZURE_POD_IDENTITY_AUTHORITY_HOST'] ?? '');
  const pathFor = (audience: string) =>
    `/metadata/identity/oauth2/token?api-version=2018-02-01&resource=${encodeURIComponent(audience)}`;
  const askFor = async (audience: string): Promise<string> => {
    const response = await fetch(new URL(pathFor(audience), imds), { headers: { Metadata: 'true' } });
    return ((await response.json()) as { readonly access_token: string }).access_token;
  };
  const authorization = `Bearer ${await askFor(vaultAudience)}`;
  const vault = companion.variable('KEYVAULT_URL').replace('{vaultName}', 'kv-shop');
  const secret = new URL(`${vault}/secrets/db-password?api-version=7.6`);
  await fetch(secret, {
    method: 'PUT',
    headers: { Authorization: authorization, 'Content-Type': 'application/json' },
    body: JSON.stringify({ value: secretValue }),
  });
  return {
    token: await measured(new URL(pathFor(vaultAudience), imds), { Metadata: 'true' }),
    secret: await measured(secret, { Authorization: authorization }),
    askFor,
    close: companion.close,
  };
}

/** The headers are what the SDKs of Azure send, and no more. */
async function measured(url: URL, headers: Readonly<Record<string, string>>): Promise<Measured> {
  const response = await fetch(url, { headers });
  const bytes = (await response.arrayBuffer()).byteLength;
  if (!response.ok) throw new Error(`${url.href} answers ${response.status}.`);
  const lines = Object.entries({ Host: url.host, ...headers, Accept: 'application/json', Connection: 'keep-alive' });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return { port: Number(url.port), request: `GET ${url.pathname}${url.search} HTTP/1.1\r\n${head}\r\n`, bytes };
}
