import type { TokenClaims } from '#domain/entra/token.ts';
import type { Headers, HttpRequest, SourcedResponse, WireSource } from '#domain/http/message.ts';
import type { ResourceId, TenantId } from '#domain/kernel/brand.ts';
import { keyVaultApiVersion, keyVaultSuffix } from './rules.ts';
import type { Secret } from './state.ts';

/** `GET https://<vault>.vault.azure.net/secrets/<name>` with the token, where there is one (facts: tokens §7.1). */
export function getSecretRequest(vault: string, secret: string, authorization: string | null): HttpRequest {
  return {
    method: 'GET',
    url: `https://${vault}${keyVaultSuffix}/secrets/${secret}?api-version=${keyVaultApiVersion}`,
    headers: authorization === null ? [] : [['Authorization', authorization]],
    body: '',
  };
}

/** What an answer of a vault needs to know of it. */
export interface VaultFacts {
  readonly id: ResourceId;
  readonly name: string;
  readonly location: string;
  readonly tenantId: TenantId;
}

function headers(vault: VaultFacts): Headers {
  return [
    ['Content-Type', 'application/json; charset=utf-8'],
    ['Cache-Control', 'no-cache'],
    ['x-ms-keyvault-region', vault.location],
    ['x-ms-keyvault-service-version', '1.9.2784.1'],
  ];
}

function answer(status: number, body: unknown, vault: VaultFacts, source: WireSource): SourcedResponse {
  return { response: { status, headers: headers(vault), body: JSON.stringify(body) }, source };
}

/** Every 401 carries the challenge that tells a client where to get which token (facts: tokens §7.1). */
function unauthorized(message: string, vault: VaultFacts, source: WireSource): SourcedResponse {
  const challenge = `Bearer authorization="https://login.microsoftonline.com/${vault.tenantId}", resource="https://vault.azure.net"`;
  const body = JSON.stringify({ error: { code: 'Unauthorized', message } });
  const withChallenge: Headers = [...headers(vault), ['WWW-Authenticate', challenge]];
  return { response: { status: 401, headers: withChallenge, body }, source };
}

export function tokenMissing(vault: VaultFacts): SourcedResponse {
  return unauthorized('AKV10000: Request is missing a Bearer or PoP token.', vault, 'capture');
}

export function tokenUnreadable(vault: VaultFacts): SourcedResponse {
  return unauthorized('The bearer token cannot be read.', vault, 'unconfirmed');
}

export function keyUnknown(vault: VaultFacts): SourcedResponse {
  return unauthorized('AKV10046: Unable to resolve the key used for signature validation.', vault, 'capture');
}

export function signatureBroken(vault: VaultFacts): SourcedResponse {
  return unauthorized('The signature of the token is not valid.', vault, 'unconfirmed');
}

export function wrongIssuer(vault: VaultFacts, expected: string, found: string): SourcedResponse {
  return unauthorized(`AKV10032: Invalid issuer. Expected one of ${expected}, found ${found}.`, vault, 'capture');
}

export function wrongAudience(vault: VaultFacts, found: string): SourcedResponse {
  return unauthorized(
    `AKV10022: Invalid audience. Expected https://vault.azure.net, found: ${found}.`,
    vault,
    'capture',
  );
}

export function tokenExpired(vault: VaultFacts): SourcedResponse {
  return unauthorized("[TokenExpired] Error validating token: 'S2S12086'.", vault, 'capture');
}

/** The text was seen at Managed HSM, its wrapper was not (facts: tokens §7.1). */
export function tokenNotYetValid(vault: VaultFacts): SourcedResponse {
  return unauthorized('Token not yet valid', vault, 'unconfirmed');
}

/** facts: tokens §7.1, template A; the lines end in `\r\n`, one of them after a space. */
export function forbiddenByRbac(
  vault: VaultFacts,
  claims: TokenClaims,
  action: string,
  secret: string,
): SourcedResponse {
  const caller = [
    `appid=${claims.appid}`,
    `oid=${claims.oid}`,
    `iss=${claims.iss}`,
    `xms_mirid=${claims.xms_mirid}`,
    ...(claims.xms_az_rid === undefined ? [] : [`xms_az_rid=${claims.xms_az_rid}`]),
  ].join(';');
  const resource = `${vault.id}/secrets/${secret}`
    .replace('/resourceGroups/', '/resourcegroups/')
    .replace('Microsoft.KeyVault', 'microsoft.keyvault');
  const message = [
    'Caller is not authorized to perform action on resource.',
    'If role assignments, deny assignments or role definitions were changed recently, please observe propagation time.',
    `Caller: ${caller}`,
    `Action: '${action}'`,
    `Resource: '${resource}'`,
    'Assignment: (not found)',
    'DenyAssignmentId: null',
    "DecisionReason: 'DeniedWithNoValidRBAC' ",
    `Vault: ${vault.name};location=${vault.location}`,
    '',
  ].join('\r\n');
  const body = {
    error: { code: 'Forbidden', message, innererror: { code: 'ForbiddenByRbac' } },
  };
  return answer(403, body, vault, 'capture');
}

/** facts: tokens §7.1 */
export function secretNotFound(vault: VaultFacts, secret: string): SourcedResponse {
  const message = `A secret with (name/id) ${secret} was not found in this key vault. If you recently deleted this secret you may be able to recover it using the correct recovery command. For help resolving this issue, please see https://go.microsoft.com/fwlink/?linkid=2125182`;
  return answer(404, { error: { code: 'SecretNotFound', message } }, vault, 'capture');
}

export function operationUnknown(vault: VaultFacts): SourcedResponse {
  const message = 'This simulator answers GET /secrets/{name} and GET /secrets/{name}/{version}.';
  return answer(404, { error: { code: 'NotFound', message } }, vault, 'unconfirmed');
}

export function secretAnswer(vault: VaultFacts, secret: Secret): SourcedResponse {
  return answer(200, secretBody(vault.name, secret), vault, 'docs');
}

/** A secret as the data plane prints it; times are numbers (facts: tokens §7.1). */
export function secretBody(vault: string, secret: Secret): unknown {
  return {
    value: secret.value,
    id: `https://${vault}${keyVaultSuffix}/secrets/${secret.name}/${secret.version}`,
    attributes: {
      enabled: true,
      created: secret.createdAt,
      updated: secret.createdAt,
      recoveryLevel: 'Recoverable+Purgeable',
    },
    tags: {},
  };
}
