import { X509Certificate } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:https';
import type { Server } from 'node:https';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuthority } from '../../../src/companion/tls/authority.ts';
import type { Authority, Leaf } from '../../../src/companion/tls/authority.ts';
import { writeCaFile } from '../../../src/companion/tls/ca-file.ts';
import { loadX509 } from '../../../src/companion/tls/load-x509.ts';
import { nameConstraints, nameConstraintsId } from '../../../src/companion/tls/name-constraints.ts';
import { isPlayed } from '../../../src/companion/tls/names.ts';
import { ask, listening } from './tls-client.ts';

const now = new Date();
let authority: Authority;
let ca: X509Certificate;
let leaf: X509Certificate;

beforeAll(async () => {
  authority = await createAuthority(now);
  ca = new X509Certificate(authority.caPem);
  leaf = new X509Certificate(authority.leaf.cert);
});

const served = [
  'localhost',
  'management.azure.com',
  'login.microsoftonline.com',
  'graph.microsoft.com',
  'kv1.vault.azure.net',
  'acct.blob.core.windows.net',
  'db.documents.azure.com',
  'ns.servicebus.windows.net',
  'app.azurewebsites.net',
];

describe('the certificates', () => {
  it('are a chain of two: an authority, and a leaf that is none', () => {
    expect(ca.ca).toBe(true);
    expect(leaf.ca).toBe(false);
    expect(ca.checkIssued(ca)).toBe(true);
    expect(leaf.checkIssued(ca)).toBe(true);
    expect(ca.verify(ca.publicKey)).toBe(true);
    expect(leaf.verify(ca.publicKey)).toBe(true);
  });

  it.each(served)('are good for %s', (host) => {
    expect(leaf.checkHost(host)).toBeDefined();
  });

  it.each(['127.0.0.1', '::1'])('are good for %s', (address) => {
    expect(leaf.checkIP(address)).toBeDefined();
  });

  it.each(['example.com', 'vault.azure.net', 'a.b.vault.azure.net', 'xvault.azure.net', 'www.microsoft.com'])(
    'are not good for %s',
    (host) => {
      expect(leaf.checkHost(host)).toBeUndefined();
    },
  );

  it('are for servers, and good for thirty days from now, with a day of grace', () => {
    expect(leaf.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
    for (const { validFrom, validTo } of [ca, leaf]) {
      expect(Math.abs(Date.parse(validFrom) + 86_400_000 - now.getTime())).toBeLessThan(1_000);
      expect(Math.abs(Date.parse(validTo) - 30 * 86_400_000 - now.getTime())).toBeLessThan(1_000);
    }
  });

  it('give the key of the leaf and no other', () => {
    expect(authority.leaf.key).toMatch(/^-----BEGIN PRIVATE KEY-----/);
    expect(authority.caPem).not.toContain('PRIVATE');
    expect(authority.leaf.cert).not.toContain('PRIVATE');
  });

  it('are new ones each time', async () => {
    const other = new X509Certificate((await createAuthority(now)).caPem);
    expect(leaf.verify(other.publicKey)).toBe(false);
    expect(other.serialNumber).not.toBe(ca.serialNumber);
  });

  it('say in a critical extension what the authority may vouch for', async () => {
    const { X509Certificate: Certificate } = await loadX509();
    const extension = new Certificate(authority.caPem).getExtension(nameConstraintsId);
    expect(extension?.critical).toBe(true);
    const value = Buffer.from(extension?.value ?? new ArrayBuffer(0)).toString('latin1');
    for (const domain of ['localhost', 'vault.azure.net', 'management.azure.com']) expect(value).toContain(domain);
  });

  it('leave Reflect as it was', () => {
    expect(Reflect.has(Reflect, 'getMetadata')).toBe(false);
    expect(Reflect.has(Reflect, 'getOwnMetadata')).toBe(false);
  });
});

describe('a server with the leaf', () => {
  let server: Server;
  let port: number;

  beforeAll(async () => {
    server = createServer(authority.leaf, (_request, response) => response.end('seen'));
    port = await listening(server);
  });
  afterAll(() => server.close());

  it.each(['127.0.0.1', 'localhost'])('is trusted as %s by a client that has the authority', async (host) => {
    expect((await ask(`https://${host}:${port}/`, authority.caPem)).body).toBe('seen');
  });

  it('is not trusted without it, nor with the authority of another run', async () => {
    await expect(ask(`https://127.0.0.1:${port}/`, undefined)).rejects.toThrow(/verify|issuer/);
    const other = await createAuthority(now);
    await expect(ask(`https://127.0.0.1:${port}/`, other.caPem)).rejects.toThrow(/verify|issuer|signature/);
  });
});

describe('name constraints', () => {
  const permitted = {
    domains: ['localhost', 'vault.azure.net', ...Array.from({ length: 40 }, (_, index) => `${index}.example`)],
    addresses: [Uint8Array.of(127, 0, 0, 1)],
  };

  /** Whether a client takes `127.0.0.1` from a leaf that has `names` besides, under an authority so constrained. */
  async function askUnder(names: readonly string[], domains: readonly string[]): Promise<string> {
    const { caPem, leaf: given } = await constrained(names, { ...permitted, domains });
    const server = createServer(given, (_request, response) => response.end('seen'));
    try {
      return (await ask(`https://127.0.0.1:${await listening(server)}/`, caPem)).body;
    } finally {
      server.close();
    }
  }

  it.each([
    ['few', permitted.domains.slice(0, 2)],
    ['many', permitted.domains],
  ])('permit what they name, %s domains', async (_few, domains) => {
    expect(await askUnder(['localhost', 'kv1.vault.azure.net', 'vault.azure.net'], domains)).toBe('seen');
  });

  it.each(['example.com', 'evilvault.azure.net'])('make clients refuse a leaf for %s', async (name) => {
    await expect(askUnder(['localhost', name], permitted.domains)).rejects.toThrow('permitted subtree violation');
  });
});

async function constrained(
  names: readonly string[],
  permitted: Parameters<typeof nameConstraints>[0],
): Promise<{ readonly caPem: string; readonly leaf: Leaf }> {
  const x509 = await loadX509();
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const issued = { issuer: 'CN=Test CA', publicKey: keys.publicKey, signingKey: keys.privateKey };
  const extensions = [
    new x509.BasicConstraintsExtension(true, 0, true),
    new x509.Extension(nameConstraintsId, true, nameConstraints(permitted)),
  ];
  const signer = await x509.X509CertificateGenerator.create({ ...issued, subject: 'CN=Test CA', extensions });
  const alternatives = new x509.SubjectAlternativeNameExtension([
    { type: 'ip', value: '127.0.0.1' },
    ...names.map((value) => ({ type: 'dns', value }) as const),
  ]);
  const signed = await x509.X509CertificateGenerator.create({
    ...issued,
    subject: 'CN=Test leaf',
    extensions: [alternatives],
  });
  const key = x509.PemConverter.encode(await crypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY');
  return { caPem: signer.toString('pem'), leaf: { key, cert: signed.toString('pem') } };
}

describe('the hosts that are played', () => {
  it.each(served.slice(1))('%s', (host) => {
    expect(isPlayed(host)).toBe(true);
  });

  it.each(['localhost', '127.0.0.1', 'example.com', 'vault.azure.net', '.vault.azure.net', 'a.b.vault.azure.net', ''])(
    'not "%s"',
    (host) => {
      expect(isPlayed(host)).toBe(false);
    },
  );
});

describe('the file of the authority', () => {
  it('holds the certificate alone, for this user alone, and is gone when it is removed', () => {
    const file = writeCaFile(authority.caPem);
    const folder = path.dirname(file.path);
    expect(readFileSync(file.path, 'utf8')).toBe(authority.caPem);
    expect(readdirSync(folder)).toHaveLength(1);
    if (process.platform !== 'win32') {
      expect(statSync(file.path).mode & 0o777).toBe(0o600);
      expect(statSync(folder).mode & 0o777).toBe(0o700);
    }
    file.remove();
    expect(existsSync(folder)).toBe(false);
    expect(() => file.remove()).not.toThrow();
  });

  it('is another one for each run', () => {
    const files = [writeCaFile(authority.caPem), writeCaFile(authority.caPem)];
    expect(files[0]?.path).not.toBe(files[1]?.path);
    for (const file of files) file.remove();
  });
});
