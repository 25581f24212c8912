import type { ClientId, PrincipalId, ResourceId, TenantId, TokenId } from '#domain/kernel/brand.ts';
import { opaqueText } from '#domain/kernel/guid.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { day, minute } from '#domain/kernel/instant.ts';
import type { TokenClaims, TokenHeader } from './token.ts';

/** A token lives 24 hours from its issue; `iat` lies five minutes back, so `exp − iat` is 86,700 s (facts: tokens §1.3). */
const lifetime = day;
const issuedInThePast = 5 * minute;

export interface TokenGrant {
  readonly seed: string;
  readonly now: Instant;
  readonly tenantId: TenantId;
  readonly tokenId: TokenId;
  readonly resource: string;
  readonly principalId: PrincipalId;
  readonly clientId: ClientId;
  /** The identity's ARM id: the host of a system-assigned one, else the user-assigned identity. */
  readonly identityResource: ResourceId;
  /** The host that asked, where the identity is user-assigned. */
  readonly askingHost: ResourceId | null;
}

/** The issuer of v1.0 tokens. */
export function issuerOf(tenantId: TenantId): string {
  return `https://sts.windows.net/${tenantId}/`;
}

/** The id of the simulator's signing key, one per world; `edge/tokens` holds the key itself. */
function signingKeyId(seed: string): string {
  return opaqueText(27, seed, 'signing key');
}

export function tokenHeader(seed: string): TokenHeader {
  const kid = signingKeyId(seed);
  return { typ: 'JWT', alg: 'RS256', x5t: kid, kid };
}

/** The claims of a managed identity's token (facts: tokens §5.2). Roles are not among them. */
export function tokenClaims(grant: TokenGrant): TokenClaims {
  const { seed, now, tenantId, tokenId } = grant;
  const issuer = issuerOf(tenantId);
  return {
    aud: grant.resource,
    iss: issuer,
    iat: now - issuedInThePast,
    nbf: now - issuedInThePast,
    exp: now + lifetime,
    aio: opaqueText(22, seed, 'aio', tokenId),
    appid: grant.clientId,
    appidacr: '2',
    idp: issuer,
    idtyp: 'app',
    oid: grant.principalId,
    rh: `1.${opaqueText(30, seed, 'rh', tokenId)}.`,
    sub: grant.principalId,
    tid: tenantId,
    uti: tokenId,
    ver: '1.0',
    xms_mirid: lowerCaseGroups(grant.identityResource),
    ...(grant.askingHost === null ? {} : { xms_az_rid: lowerCaseGroups(grant.askingHost) }),
  };
}

/** Entra ID prints `resourcegroups` in lower case. */
function lowerCaseGroups(id: ResourceId): string {
  return id.replace('/resourceGroups/', '/resourcegroups/');
}
