import * as v from 'valibot';
import { clientId, name, principalId, tenantId, text, tokenId } from './primitives.ts';

export const tokenHeader = v.object({
  typ: v.literal('JWT'),
  alg: v.literal('RS256'),
  x5t: name,
  kid: name,
});

/** Claims with ids and times of that shape: those of an issued token are held to what they have to be. */
function claimsOf<Time extends v.GenericSchema<number>>(seconds: Time) {
  return v.object({
    aud: text,
    iss: text,
    iat: seconds,
    nbf: seconds,
    exp: seconds,
    aio: name,
    appid: clientId,
    appidacr: v.picklist(['0', '1', '2']),
    idp: text,
    idtyp: v.picklist(['app', 'user']),
    oid: principalId,
    rh: name,
    sub: principalId,
    tid: tenantId,
    uti: tokenId,
    ver: v.literal('1.0'),
    roles: v.exactOptional(v.array(name)),
    groups: v.exactOptional(v.array(principalId)),
    upn: v.exactOptional(name),
    scp: v.exactOptional(name),
    xms_mirid: v.exactOptional(text),
    xms_az_rid: v.exactOptional(text),
  });
}

export const tokenClaims = claimsOf(v.pipe(v.number(), v.safeInteger()));

export const presentedToken = v.variant('kind', [
  v.object({ kind: v.literal('none') }),
  v.object({ kind: v.literal('malformed') }),
  v.object({
    kind: v.literal('jwt'),
    claims: claimsOf(v.pipe(v.number(), v.finite())),
    signature: v.picklist(['valid', 'unknown', 'broken']),
    header: v.exactOptional(tokenHeader),
  }),
  v.object({ kind: v.literal('sharedKey'), account: name, key: text }),
]);

export const presentedAssertion = v.object({ issuer: text, subject: text, audience: text });
