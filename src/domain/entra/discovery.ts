import type { HttpResponse, SourcedResponse } from '#domain/http/message.ts';
import { issuerOf, signingKeyId } from './issue-token.ts';
import { publicKeyReference } from './token.ts';

export const entraHost = 'login.microsoftonline.com';

export type EntraVersion = 'v1' | 'v2';

/** What Entra ID publishes at an address, for anybody who asks. */
export type Document =
  | { readonly kind: 'metadata'; readonly version: EntraVersion; readonly tenant: string }
  | { readonly kind: 'keys'; readonly version: EntraVersion; readonly tenant: string };

/** The document at a path, or null (facts: tokens §5.3). */
export function documentAt(path: string): Document | null {
  for (const [pattern, kind, version] of addresses) {
    const tenant = pattern.exec(path)?.[1];
    if (tenant !== undefined) return { kind, version, tenant };
  }
  return null;
}

const addresses = [
  [/^\/([^/]+)\/\.well-known\/openid-configuration$/, 'metadata', 'v1'],
  [/^\/([^/]+)\/v2\.0\/\.well-known\/openid-configuration$/, 'metadata', 'v2'],
  [/^\/([^/]+)\/discovery\/keys$/, 'keys', 'v1'],
  [/^\/([^/]+)\/discovery\/v2\.0\/keys$/, 'keys', 'v2'],
] as const satisfies readonly (readonly [RegExp, Document['kind'], EntraVersion])[];

/** The tenant in the path stands for many: whose token it is shows in `tid` alone. */
export function isForAll(tenant: string): boolean {
  return ['common', 'organizations'].includes(tenant.toLowerCase());
}

/** The metadata of a tenant; `issuer` is what a target compares `iss` with (capture: azure-workload-identity#682 for v2.0). */
function metadataBody(version: EntraVersion, tenantId: string): object {
  const base = `https://${entraHost}/${tenantId}`;
  const forAll = isForAll(tenantId);
  const issuerTenant = forAll ? '{tenantid}' : tenantId;
  const shared = {
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    http_logout_supported: true,
    frontchannel_logout_supported: true,
    kerberos_endpoint: `${base}/kerberos`,
    tenant_region_scope: forAll ? null : 'EU',
    cloud_instance_name: 'microsoftonline.com',
    cloud_graph_host_name: 'graph.windows.net',
    msgraph_host: 'graph.microsoft.com',
    rbac_url: 'https://pas.windows.net',
    mtls_endpoint_aliases: { token_endpoint: mtlsTokenEndpoint(version, tenantId) },
  };
  return version === 'v1'
    ? {
        token_endpoint: `${base}/oauth2/token`,
        jwks_uri: `https://${entraHost}/common/discovery/keys`,
        issuer: issuerOf(issuerTenant),
        authorization_endpoint: `${base}/oauth2/authorize`,
        device_authorization_endpoint: `${base}/oauth2/devicecode`,
        end_session_endpoint: `${base}/oauth2/logout`,
        userinfo_endpoint: `${base}/openid/userinfo`,
        response_types_supported: ['code', 'id_token', 'code id_token', 'token id_token', 'token'],
        scopes_supported: ['openid'],
        ...shared,
      }
    : {
        token_endpoint: `${base}/oauth2/v2.0/token`,
        jwks_uri: `${base}/discovery/v2.0/keys`,
        issuer: `https://${entraHost}/${issuerTenant}/v2.0`,
        authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
        device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
        end_session_endpoint: `${base}/oauth2/v2.0/logout`,
        userinfo_endpoint: 'https://graph.microsoft.com/oidc/userinfo',
        response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
        scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
        ...shared,
      };
}

/** Where a client that shows its certificate in the connection asks; the host is that of MSAL's sources. */
function mtlsTokenEndpoint(version: EntraVersion, tenantId: string): string {
  return `https://mtlsauth.microsoft.com/${tenantId}/oauth2/${version === 'v1' ? '' : 'v2.0/'}token`;
}

/** A public RSA key; `modulus` is base64url. */
interface PublicKey {
  readonly kid: string;
  readonly modulus: string;
}

/** The keys with which tokens are checked. The certificates that Entra ID adds as `x5c` are left out: the simulator has none. */
function keysBody(version: EntraVersion, keys: readonly PublicKey[], issuer: string): object {
  return {
    keys: keys.map(({ kid, modulus }) => ({
      kty: 'RSA',
      use: 'sig',
      kid,
      x5t: kid,
      n: modulus,
      e: 'AQAB',
      ...(version === 'v2' ? { issuer } : {}),
    })),
  };
}

/** A document as it is answered; the key's modulus is a reference, for a world knows no keys. */
export function documentAnswer({ kind, version, tenant }: Document, seed: string): SourcedResponse {
  const kid = signingKeyId(seed);
  const issuer = `https://${entraHost}/${isForAll(tenant) ? '{tenantid}' : tenant}/v2.0`;
  const body =
    kind === 'metadata'
      ? metadataBody(version, tenant)
      : keysBody(version, [{ kid, modulus: publicKeyReference(kid) }], issuer);
  return { response: { status: 200, headers, body: JSON.stringify(body) }, source: 'docs' };
}

const headers: HttpResponse['headers'] = [
  ['Content-Type', 'application/json; charset=utf-8'],
  ['Cache-Control', 'max-age=86400, private'],
];
