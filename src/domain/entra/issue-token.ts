import type { ClientId, PrincipalId, ResourceId, TenantId, TokenId } from '#domain/kernel/brand.ts';
import { opaqueText } from '#domain/kernel/guid.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { day, hour, minute } from '#domain/kernel/instant.ts';
import { azureCliAppId } from './built-in.ts';
import type { User } from './state.ts';
import type { TokenClaims, TokenHeader } from './token.ts';

/** A token lives 24 hours from its issue; `iat` lies five minutes back, so `exp − iat` is 86,700 s (facts: tokens §1.3). */
export const lifetime = day;
/** A user's token lives for an hour (facts: control-plane §2.6); Entra ID varies it, the simulator does not. */
export const userLifetime = hour;
export const issuedInThePast = 5 * minute;

/** What every token is made of, whoever it is for. */
interface Grant {
  readonly seed: string;
  readonly now: Instant;
  readonly tenantId: TenantId;
  readonly tokenId: TokenId;
  readonly resource: string;
  readonly access: GrantedAccess;
}

/** What the directory says about a principal at the moment of issue; later changes reach later tokens only. */
export interface GrantedAccess {
  /** App roles in the API that the token is for. */
  readonly roles: readonly string[];
  readonly groups: readonly PrincipalId[];
}

export interface TokenGrant extends Grant {
  readonly principalId: PrincipalId;
  readonly clientId: ClientId;
  /** The identity's ARM id: the host of a system-assigned one, else the user-assigned identity. */
  readonly identityResource: ResourceId;
  /** The host that asked, where the identity is user-assigned; null also for workloads that no host stands for. */
  readonly askingHost: ResourceId | null;
}

export interface UserGrant extends Grant {
  readonly user: User;
  /** What the user lets the Azure CLI do. */
  readonly scope: string;
}

/** The issuer of v1.0 tokens. */
export function issuerOf(tenantId: string): string {
  return `https://sts.windows.net/${tenantId}/`;
}

/** The id of the simulator's signing key, one per world; `edge/tokens` holds the key itself. */
export function signingKeyId(seed: string): string {
  return opaqueText(27, seed, 'signing key');
}

export function tokenHeader(seed: string): TokenHeader {
  const kid = signingKeyId(seed);
  return { typ: 'JWT', alg: 'RS256', x5t: kid, kid };
}

/** The claims of a managed identity's token (facts: tokens §5.2). Azure roles are not among them. */
export function tokenClaims(grant: TokenGrant): TokenClaims {
  const { principalId, clientId, identityResource, askingHost } = grant;
  return claimsFor(grant, lifetime, {
    appid: clientId,
    appidacr: '2',
    idtyp: 'app',
    oid: principalId,
    sub: principalId,
    xms_mirid: lowerCaseGroups(identityResource),
    ...(askingHost === null ? {} : { xms_az_rid: lowerCaseGroups(askingHost) }),
  });
}

/** The claims of a user's token, asked for by the Azure CLI: a public client, which proves nothing of itself. */
export function userTokenClaims(grant: UserGrant): TokenClaims {
  const { user, seed, scope } = grant;
  return claimsFor(grant, userLifetime, {
    appid: azureCliAppId,
    appidacr: '0',
    idtyp: 'user',
    oid: user.id,
    sub: opaqueText(43, seed, 'subject', user.id, azureCliAppId),
    upn: user.userPrincipalName,
    scp: scope,
  });
}

type Holder = Pick<
  TokenClaims,
  'appid' | 'appidacr' | 'idtyp' | 'oid' | 'sub' | 'upn' | 'scp' | 'xms_mirid' | 'xms_az_rid'
>;

/** All claims in the order in which Entra ID writes them; those that say nothing are absent. */
function claimsFor(
  { seed, now, tenantId, tokenId, resource, access: { roles, groups } }: Grant,
  seconds: number,
  { appid, appidacr, idtyp, oid, sub, upn, scp, ...origin }: Holder,
): TokenClaims {
  const issuer = issuerOf(tenantId);
  return {
    aud: resource,
    iss: issuer,
    iat: now - issuedInThePast,
    nbf: now - issuedInThePast,
    exp: now + seconds,
    aio: opaqueText(22, seed, 'aio', tokenId),
    appid,
    appidacr,
    ...(groups.length === 0 ? {} : { groups }),
    idp: issuer,
    idtyp,
    oid,
    rh: `1.${opaqueText(30, seed, 'rh', tokenId)}.`,
    ...(roles.length === 0 ? {} : { roles }),
    ...(scp === undefined ? {} : { scp }),
    sub,
    tid: tenantId,
    ...(upn === undefined ? {} : { upn }),
    uti: tokenId,
    ver: '1.0',
    ...origin,
  };
}

/** Entra ID prints `resourcegroups` in lower case. */
function lowerCaseGroups(id: ResourceId): string {
  return id.replace('/resourceGroups/', '/resourcegroups/');
}
