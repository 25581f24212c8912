// @ts-check
import { ManagedIdentityCredential } from '@azure/identity';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import jwt from 'jsonwebtoken';
import { JwksClient } from 'jwks-rsa';
import { report } from './report.mjs';

/** Checks a token as an API does that trusts this tenant. */
const { ENTRA_URL = '', TENANT = '' } = process.env;
const { token } = await new ManagedIdentityCredential().getToken('https://vault.azure.net/.default');

/** @param {'' | '/v2.0'} version @returns {Promise<{ issuer: string, jwks_uri: string }>} */
async function metadata(version) {
  const response = await fetch(`${ENTRA_URL}/${TENANT}${version}/.well-known/openid-configuration`);
  return /** @type {Promise<{ issuer: string, jwks_uri: string }>} */ (response.json());
}

/** @param {'' | '/v2.0'} version @param {{ issuer?: string, audience?: string, text?: string }} [expected] */
async function withJose(version, { issuer, audience = 'https://vault.azure.net', text = token } = {}) {
  const published = await metadata(version);
  const keys = createRemoteJWKSet(new URL(published.jwks_uri));
  const { payload } = await jwtVerify(text, keys, {
    issuer: issuer ?? published.issuer,
    audience,
    algorithms: ['RS256'],
  });
  return /** @type {string | undefined} */ (payload.iss);
}

/** @param {'' | '/v2.0'} version */
async function withJwksRsa(version) {
  const published = await metadata(version);
  const { kid = '' } = decodeProtectedHeader(token);
  const key = await new JwksClient({ jwksUri: published.jwks_uri }).getSigningKey(kid);
  const claims = jwt.verify(token, key.getPublicKey(), { algorithms: ['RS256'], audience: 'https://vault.azure.net' });
  return typeof claims === 'object' ? claims.iss : claims;
}

const [signed = '', signature = ''] = token.split(/\.(?=[^.]*$)/);
const v1 = `https://sts.windows.net/${TENANT}/`;

await report({
  metadataV1: () => metadata(''),
  metadataV2: () => metadata('/v2.0'),
  joseV1: () => withJose(''),
  joseV2: () => withJose('/v2.0', { issuer: v1 }),
  jwksRsaV1: () => withJwksRsa(''),
  jwksRsaV2: () => withJwksRsa('/v2.0'),
  wrongIssuer: () => withJose('/v2.0'),
  wrongAudience: () => withJose('', { audience: 'https://storage.azure.com' }),
  changed: () => withJose('', { text: `${signed}.${signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))}` }),
  common: async () => (await fetch(`${ENTRA_URL}/common/discovery/keys`)).status,
  otherTenant: async () => {
    const response = await fetch(`${ENTRA_URL}/00000000-0000-4000-8000-000000000000/.well-known/openid-configuration`);
    const { error } = /** @type {{ error: string }} */ (await response.json());
    return [response.status, error];
  },
});
