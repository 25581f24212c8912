import { describe, expect, it } from 'vitest';
import { issuedTokens } from '#domain/script/tokens.ts';
import { runScript } from '#domain/script/run.ts';
import { newWorld, pastEvents } from '#domain/timeline/timeline.ts';
import type { CarriedToken } from '#domain/protocol/hops.ts';
import { createTokenSigner } from '#edge/tokens/signer.ts';

function aToken(seed = 'tokens'): CarriedToken {
  const world = runScript(newWorld(seed), [
    { do: 'create-group', name: 'rg-shop' },
    { do: 'create', kind: 'virtualMachine', name: 'vm-web', in: 'rg-shop', systemAssigned: true },
    { do: 'request-token', from: 'vm-web', resource: 'https://vault.azure.net' },
  ]);
  const [token] = issuedTokens(pastEvents(world.timeline)).values();
  if (token === undefined) throw new Error('No token was issued.');
  return token;
}

function changed(jwt: string): string {
  const [header = '', payload = '', signature = ''] = jwt.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
  const other = JSON.stringify({ ...claims, aud: 'https://storage.azure.com' });
  return [header, Buffer.from(other).toString('base64url'), signature].join('.');
}

function named({ header, claims }: CarriedToken, uti: string): CarriedToken {
  return { header, claims: { ...claims, uti: uti as typeof claims.uti } };
}

describe('signing', () => {
  it('gives a JWT of three parts whose claims are the token’s own, the same each time', async () => {
    const signer = createTokenSigner();
    const token = aToken();
    const jwt = await signer.sign(token);
    expect(jwt.split('.')).toHaveLength(3);
    expect(await signer.sign(token)).toBe(jwt);
    const read = await signer.read(`Bearer ${jwt}`);
    expect(read).toEqual({ kind: 'jwt', claims: token.claims, header: token.header, signature: 'valid' });
  });

  it('publishes the public half of the key under the header’s kid, and nothing private', async () => {
    const signer = createTokenSigner();
    const { header } = aToken();
    const key = await signer.publicKey(header.kid);
    expect(key).toMatchObject({ kty: 'RSA', use: 'sig', alg: 'RS256', kid: header.kid });
    expect(Object.keys(key)).not.toEqual(expect.arrayContaining(['d']));
    expect(Object.keys(key).filter((part) => ['d', 'p', 'q', 'dp', 'dq', 'qi'].includes(part))).toEqual([]);
  });
});

describe('remembering tokens', () => {
  it('gives the same text for a token that was forgotten in between', async () => {
    const signer = createTokenSigner();
    const token = aToken();
    const jwt = await signer.sign(token);
    const others = Array.from({ length: 1_100 }, (_none, index) => named(token, `other-${index}`));
    await Promise.all(others.map((other) => signer.sign(other)));
    expect(await signer.sign(token)).toBe(jwt);
  });

  it('does not take a token for another world’s of the same id', async () => {
    const signer = createTokenSigner();
    const token = aToken();
    const other = { ...token, claims: { ...token.claims, aud: 'https://storage.azure.com' } };
    await signer.sign(token);
    expect(await signer.read(`Bearer ${await signer.sign(other)}`)).toMatchObject({
      claims: { aud: other.claims.aud },
    });
  });

  it('verifies what it knows to be valid once, and everything else each time', async () => {
    const signer = createTokenSigner();
    const jwt = await signer.sign(aToken());
    const verified = await signer.read(`Bearer ${jwt}`);
    expect(await signer.read(`Bearer ${jwt}`)).toBe(verified);
    for (const authorization of [`Bearer ${changed(jwt)}`, `Bearer ${jwt.slice(0, -4)}AAAA`]) {
      expect(await signer.read(authorization)).toMatchObject({ signature: 'broken' });
      expect(await signer.read(authorization)).toMatchObject({ signature: 'broken' });
    }
  });

  it('does not remember that it did not know a key', async () => {
    const signer = createTokenSigner();
    const elsewhere = await createTokenSigner().sign(aToken());
    expect(await signer.read(`Bearer ${elsewhere}`)).toMatchObject({ signature: 'unknown' });
    await signer.sign(aToken());
    expect(await signer.read(`Bearer ${elsewhere}`)).toMatchObject({ signature: 'broken' });
  });
});

describe('reading what a caller presents', () => {
  it.each([
    ['no header', null, 'none'],
    ['another scheme', 'Basic abc', 'malformed'],
    ['no JWT', 'Bearer abc', 'malformed'],
    [
      'a JWT without the claims of a token',
      `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`,
      'malformed',
    ],
  ])('%s', async (_case, authorization, kind) => {
    expect((await createTokenSigner().read(authorization)).kind).toBe(kind);
  });

  it.each(['type%3Daad%26ver%3D1.0%26sig%3D', 'type=aad&ver=1.0&sig='])('Cosmos DB’s form %s', async (form) => {
    const signer = createTokenSigner();
    const token = aToken();
    const read = await signer.read(`${form}${await signer.sign(token)}`);
    expect(read).toEqual({ kind: 'jwt', claims: token.claims, header: token.header, signature: 'valid' });
  });

  it('notices a changed claim', async () => {
    const signer = createTokenSigner();
    const jwt = await signer.sign(aToken());
    expect(await signer.read(`Bearer ${changed(jwt)}`)).toMatchObject({
      kind: 'jwt',
      signature: 'broken',
      claims: { aud: 'https://storage.azure.com' },
    });
  });

  it('does not know a key of elsewhere', async () => {
    const jwt = await createTokenSigner().sign(aToken());
    expect(await createTokenSigner().read(`Bearer ${jwt}`)).toMatchObject({ signature: 'unknown' });
  });
});
