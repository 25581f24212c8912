import type { ClientId, PrincipalId, TenantId, TokenId } from '#domain/kernel/brand.ts';

export interface TokenHeader {
  readonly typ: 'JWT';
  readonly alg: 'RS256';
  readonly x5t: string;
  readonly kid: string;
}

/** The claims of a managed identity's v1.0 access token; times are Unix seconds (facts: tokens §5.2). */
export interface TokenClaims {
  readonly aud: string;
  readonly iss: string;
  readonly iat: number;
  readonly nbf: number;
  readonly exp: number;
  readonly aio: string;
  readonly appid: ClientId;
  readonly appidacr: '2';
  readonly idp: string;
  readonly idtyp: 'app';
  readonly oid: PrincipalId;
  readonly rh: string;
  readonly sub: PrincipalId;
  readonly tid: TenantId;
  readonly uti: TokenId;
  readonly ver: '1.0';
  readonly xms_mirid: string;
  /** The host that asked; carried by tokens of user-assigned identities only. */
  readonly xms_az_rid?: string;
}

/** What a caller presented, read from its `Authorization` header before the command is made. */
export type PresentedToken =
  | { readonly kind: 'none' }
  | { readonly kind: 'malformed' }
  | {
      readonly kind: 'jwt';
      readonly claims: TokenClaims;
      readonly signature: 'valid' | 'unknown' | 'broken';
    };

/** The text that stands for a token in recorded requests and responses; `edge/tokens` replaces it by the signed JWT. */
export function tokenReference(id: TokenId): string {
  return `{token:${id}}`;
}
