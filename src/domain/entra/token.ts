import type { ClientId, PrincipalId, TenantId, TokenId } from '#domain/kernel/brand.ts';

export interface TokenHeader {
  readonly typ: 'JWT';
  readonly alg: 'RS256';
  readonly x5t: string;
  readonly kid: string;
}

/** The claims of a v1.0 access token; times are Unix seconds (facts: tokens §5.2). */
export interface TokenClaims {
  readonly aud: string;
  readonly iss: string;
  readonly iat: number;
  readonly nbf: number;
  readonly exp: number;
  readonly aio: string;
  readonly appid: ClientId;
  /** How the client proved itself: 0 not at all, 1 a secret, 2 a certificate or an assertion. */
  readonly appidacr: '0' | '1' | '2';
  readonly idp: string;
  readonly idtyp: 'app' | 'user';
  readonly oid: PrincipalId;
  readonly rh: string;
  /** The object ID again; of a user, an opaque text of its own for each client. */
  readonly sub: string;
  readonly tid: TenantId;
  readonly uti: TokenId;
  readonly ver: '1.0';
  /** App roles of the principal in the API that the token is for; Azure roles are not among them. */
  readonly roles?: readonly string[];
  /** Object ids of the groups that the principal is in, directly or through others. */
  readonly groups?: readonly PrincipalId[];
  /** A user's sign-in name. */
  readonly upn?: string;
  /** What a user lets the client do. */
  readonly scp?: string;
  /** The ARM id behind a managed identity; a user's token has none. */
  readonly xms_mirid?: string;
  /** The host that asked; carried by tokens of user-assigned identities only. */
  readonly xms_az_rid?: string;
}

/** Whether a token's holder counts as this principal: itself, or a group that the token says it is in. */
export function actsAs({ oid, groups = [] }: TokenClaims, principalId: PrincipalId): boolean {
  return oid === principalId || groups.includes(principalId);
}

/** What a caller presented, read from its `Authorization` header before the command is made. */
export type PresentedToken =
  | { readonly kind: 'none' }
  | { readonly kind: 'malformed' }
  | {
      readonly kind: 'jwt';
      readonly claims: TokenClaims;
      readonly signature: 'valid' | 'unknown' | 'broken';
      /** As it was presented; absent where nothing read it. */
      readonly header?: TokenHeader;
    }
  /** A storage account's key instead of a token. */
  | { readonly kind: 'sharedKey'; readonly account: string; readonly key: string };

/** A token of another issuer that stands for a client's secret: of a Kubernetes service account, or of GitHub. */
export interface PresentedAssertion {
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
}

/** The text that stands for a token in recorded requests and responses; `edge/tokens` replaces it by the signed JWT. */
export function tokenReference(id: TokenId): string {
  return `{token:${id}}`;
}

/** The text that stands for the modulus of a public key; `edge/tokens`, which holds the keys, knows it. */
export function publicKeyReference(kid: string): string {
  return `{key:${kid}}`;
}
