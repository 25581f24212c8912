import { SignJWT, compactVerify, decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import type { PresentedToken, TokenClaims, TokenHeader } from '#domain/entra/token.ts';
import type { CarriedToken } from '#domain/protocol/hops.ts';
import { createLatest } from './latest.ts';

/**
 * Signs tokens as they leave the simulated Azure and reads them when they come back. Keys are made when
 * first needed and never saved: a world that is opened again signs with new ones.
 */
export interface TokenSigner {
  /** The token as a compact JWT; the same text each time. */
  readonly sign: (token: CarriedToken) => Promise<string>;
  /** What an `Authorization` header presents, in either of its forms. A token whose key is not ours is `unknown`, one that was changed `broken`. */
  readonly read: (authorization: string | null) => Promise<PresentedToken>;
  /** The public key under this id, as a JWKS publishes it; never its private parts. */
  readonly publicKey: (kid: string) => Promise<JWK>;
}

interface KeyPair {
  readonly publicKey: CryptoKey;
  readonly privateKey: CryptoKey;
}

/** Tokens that are remembered; about 3 kB each. Beyond it the same is worked out again. */
const mostRemembered = 1_000;

interface Signed {
  readonly claims: TokenClaims;
  readonly text: Promise<string>;
}

export function createTokenSigner(): TokenSigner {
  const keys = new Map<string, Promise<KeyPair>>();
  const signed = createLatest<Signed>(mostRemembered);
  /** By the header that presented them; only what was verified. */
  const verified = createLatest<PresentedToken>(mostRemembered);

  function keyOf(kid: string): Promise<KeyPair> {
    const known = keys.get(kid) ?? generateKeyPair('RS256');
    keys.set(kid, known);
    return known;
  }

  async function signNow({ header, claims }: CarriedToken): Promise<string> {
    const { privateKey } = await keyOf(header.kid);
    return new SignJWT({ ...claims }).setProtectedHeader({ ...header }).sign(privateKey);
  }

  return {
    sign(token) {
      const { claims } = token;
      const known = signed.get(claims.uti);
      // Another world may have a token of that id too.
      if (known?.claims === claims) return known.text;
      const text = signNow(token);
      signed.set(claims.uti, { claims, text });
      return text;
    },
    async read(authorization) {
      if (authorization === null) return { kind: 'none' };
      const known = verified.get(authorization);
      if (known !== undefined) return known;
      const text = tokenIn(authorization);
      const claims = text === undefined ? null : readClaims(text);
      if (text === undefined || claims === null) return { kind: 'malformed' };
      const signature = await signatureOf(text, keys);
      const token: PresentedToken = { kind: 'jwt', claims, signature, ...readHeader(text) };
      if (signature === 'valid') verified.set(authorization, token);
      return token;
    },
    async publicKey(kid) {
      const jwk = await exportJWK((await keyOf(kid)).publicKey);
      return { ...jwk, use: 'sig', alg: 'RS256', kid };
    },
  };
}

/** The token of a bearer header, or of Cosmos DB's own: `type=aad&ver=1.0&sig=…`, URL-encoded (facts: tokens §7.4). */
function tokenIn(authorization: string): string | undefined {
  return (
    /^Bearer (\S+)$/i.exec(authorization)?.[1] ??
    /^type(?:=|%3d)aad(?:&|%26)ver(?:=|%3d)1\.0(?:&|%26)sig(?:=|%3d)(\S+)$/i.exec(authorization)?.[1]
  );
}

async function signatureOf(
  text: string,
  keys: ReadonlyMap<string, Promise<KeyPair>>,
): Promise<'valid' | 'unknown' | 'broken'> {
  const { kid } = decodeProtectedHeader(text);
  const key = kid === undefined ? undefined : keys.get(kid);
  if (key === undefined) return 'unknown';
  try {
    // The signature alone: lifetime and audience are the target's affair, by the world's own clock.
    await compactVerify(text, (await key).publicKey);
    return 'valid';
  } catch {
    return 'broken';
  }
}

/** The header, where it is one of a token of Microsoft Entra ID: targets print it when they do not know its key. */
function readHeader(text: string): { readonly header?: TokenHeader } {
  const { typ, alg, kid, x5t } = decodeProtectedHeader(text);
  const isEntras = typ === 'JWT' && alg === 'RS256' && typeof kid === 'string' && typeof x5t === 'string';
  return isEntras ? { header: { typ, alg, x5t, kid } } : {};
}

/** The claims of a JWT that can be read, its header too, checked as far as the gates rely on them. */
function readClaims(text: string): TokenClaims | null {
  try {
    decodeProtectedHeader(text);
    const claims = decodeJwt(text);
    return isTokenClaims(claims) ? claims : null;
  } catch {
    return null;
  }
}

function isTokenClaims(claims: unknown): claims is TokenClaims {
  const { aud, iss, nbf, exp, oid, appid } = claims as Record<string, unknown>;
  return (
    [aud, iss, oid, appid].every((value) => typeof value === 'string') &&
    [nbf, exp].every((value) => typeof value === 'number')
  );
}
