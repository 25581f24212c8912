import * as v from 'valibot';
import { clientId, name, principalId, tenantId, text, tokenId } from './primitives.ts';

export const tokenHeader = v.object({
  typ: v.literal('JWT'),
  alg: v.literal('RS256'),
  x5t: name,
  kid: name,
});

const seconds = v.pipe(v.number(), v.safeInteger());

export const tokenClaims = v.object({
  aud: text,
  iss: text,
  iat: seconds,
  nbf: seconds,
  exp: seconds,
  aio: name,
  appid: clientId,
  appidacr: v.literal('2'),
  idp: text,
  idtyp: v.literal('app'),
  oid: principalId,
  rh: name,
  sub: principalId,
  tid: tenantId,
  uti: tokenId,
  ver: v.literal('1.0'),
  xms_mirid: text,
  xms_az_rid: v.exactOptional(text),
});

export const presentedToken = v.variant('kind', [
  v.object({ kind: v.literal('none') }),
  v.object({ kind: v.literal('malformed') }),
  v.object({
    kind: v.literal('jwt'),
    claims: tokenClaims,
    signature: v.picklist(['valid', 'unknown', 'broken']),
  }),
]);
