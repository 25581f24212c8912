import type { TokenClaims, TokenHeader } from '#domain/entra/token.ts';
import type { Headers, HttpRequest, SourcedResponse, WireSource } from '#domain/http/message.ts';
import { encodeText } from '#domain/kernel/base64url.ts';
import type { ResourceId, TenantId } from '#domain/kernel/brand.ts';
import { keyVaultApiVersion, keyVaultSuffix } from './rules.ts';
import type { SecretPermission } from './settings.ts';
import type { DeletedSecret, Secret } from './state.ts';

/** `GET https://<vault>.vault.azure.net/secrets/<name>` with the token, where there is one (facts: tokens §7.1). */
export function getSecretRequest(vault: string, secret: string, authorization: string | null): HttpRequest {
  return {
    method: 'GET',
    url: secretUrl(vault, `secrets/${secret}`),
    headers: authorization === null ? [] : [['Authorization', authorization]],
    body: '',
  };
}

/** The address of a secret, or of whatever else lies under that path of a vault. */
export function secretUrl(vault: string, path: string): string {
  return `https://${vault}${keyVaultSuffix}/${path}?api-version=${keyVaultApiVersion}`;
}

/** What an answer of a vault needs to know of it, and of the call. */
export interface VaultFacts {
  readonly id: ResourceId;
  readonly name: string;
  readonly location: string;
  readonly tenantId: TenantId;
  readonly retentionDays: number;
  readonly requestId: string;
  /** The IPv4 address under which the request arrived. */
  readonly address: string;
}

/** facts: tokens §7.1, usual headers */
function headers(vault: VaultFacts): Headers {
  return [
    ['Cache-Control', 'no-cache'],
    ['Pragma', 'no-cache'],
    ['Content-Type', 'application/json; charset=utf-8'],
    ['Expires', '-1'],
    ['x-ms-keyvault-region', vault.location],
    ['x-ms-client-request-id', vault.requestId],
    ['x-ms-request-id', vault.requestId],
    ['x-ms-keyvault-service-version', '1.9.2784.1'],
    ['x-ms-keyvault-network-info', `conn_type=Ipv4;addr=${vault.address};act_addr_fam=InterNetwork;`],
    ['X-Content-Type-Options', 'nosniff'],
    ['Strict-Transport-Security', 'max-age=31536000;includeSubDomains'],
  ];
}

function answer(status: number, body: unknown, vault: VaultFacts, source: WireSource): SourcedResponse {
  return { response: { status, headers: headers(vault), body: JSON.stringify(body) }, source };
}

function failure(
  status: number,
  code: string,
  message: string,
  vault: VaultFacts,
  source: WireSource,
  inner?: string,
): SourcedResponse {
  const innererror = inner === undefined ? {} : { innererror: { code: inner } };
  return answer(status, { error: { code, message, ...innererror } }, vault, source);
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

/** facts: tokens §7.1, §10; the header is the first part of the JWT that was presented. */
export function keyUnknown(vault: VaultFacts, header: TokenHeader): SourcedResponse {
  const encoded = encodeText(JSON.stringify(header));
  const message = `AKV10046: Unable to resolve the key used for signature validation. EncodedJwtHeader: '${encoded}'`;
  return unauthorized(message, vault, 'capture');
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

/** The caller as refusals name it: by its ids, and by the issuer that vouches for them. */
function callerOf({ appid, oid, iss }: TokenClaims): string {
  return `appid=${appid};oid=${oid};iss=${iss}`;
}

function vaultLine({ name, location }: VaultFacts): string {
  return `${name};location=${location}`;
}

/**
 * facts: tokens §7.1, template A; the lines end in `\r\n`, one of them after a space. How it reads with a deny
 * assignment is not confirmed.
 */
export function forbiddenByRbac(
  vault: VaultFacts,
  claims: TokenClaims,
  { action, secret, denyId }: { readonly action: string; readonly secret: string; readonly denyId: string | null },
): SourcedResponse {
  const { xms_mirid: identity, xms_az_rid: host } = claims;
  const caller = [
    callerOf(claims),
    ...(identity === undefined ? [] : [`xms_mirid=${identity}`]),
    ...(host === undefined ? [] : [`xms_az_rid=${host}`]),
  ].join(';');
  const resource = `${vault.id}${secret === '' ? '' : `/secrets/${secret}`}`
    .replace('/resourceGroups/', '/resourcegroups/')
    .replace('Microsoft.KeyVault', 'microsoft.keyvault');
  const message = [
    'Caller is not authorized to perform action on resource.',
    'If role assignments, deny assignments or role definitions were changed recently, please observe propagation time.',
    `Caller: ${caller}`,
    `Action: '${action}'`,
    `Resource: '${resource}'`,
    'Assignment: (not found)',
    `DenyAssignmentId: ${denyId === null ? 'null' : `'${denyId}'`}`,
    `DecisionReason: '${denyId === null ? 'DeniedWithNoValidRBAC' : 'DeniedByDenyAssignment'}' `,
    `Vault: ${vaultLine(vault)}`,
    '',
  ].join('\r\n');
  return failure(403, 'Forbidden', message, vault, denyId === null ? 'capture' : 'unconfirmed', 'ForbiddenByRbac');
}

/** facts: tokens §7.1, template B: `AccessDenied` without any policy, `ForbiddenByPolicy` with one of other permissions. */
export function forbiddenByPolicy(
  vault: VaultFacts,
  claims: TokenClaims,
  permission: SecretPermission,
  inner: 'AccessDenied' | 'ForbiddenByPolicy',
): SourcedResponse {
  const message = `The user, group or application '${callerOf(claims)}' does not have secrets ${permission} permission on key vault '${vaultLine(vault)}'. For help resolving this issue, please see https://go.microsoft.com/fwlink/?linkid=2125287`;
  return failure(403, 'Forbidden', message, vault, 'capture', inner);
}

/** facts: tokens §7.1; the lines after the first are those of AzureTRE#3789. */
export function forbiddenByFirewall(vault: VaultFacts, claims: TokenClaims): SourcedResponse {
  const message = [
    'Client address is not authorized and caller is not a trusted service.',
    `Client address: ${vault.address}`,
    `Caller: ${callerOf(claims)}`,
    `Vault: ${vaultLine(vault)}`,
  ].join('\r\n');
  return failure(403, 'Forbidden', message, vault, 'capture', 'ForbiddenByFirewall');
}

/** Public access is off (facts: tokens §7.1; the words are those of microsoft/multimodal-ai#171). */
export function forbiddenByConnection(vault: VaultFacts, claims: TokenClaims): SourcedResponse {
  const message = [
    'Public network access is disabled and request is not from a trusted service nor via an approved private link.',
    `Caller: ${callerOf(claims)}`,
    `Vault: ${vaultLine(vault)}`,
  ].join('\r\n');
  return failure(403, 'Forbidden', message, vault, 'capture', 'ForbiddenByConnection');
}

/** facts: tokens §7.1, for a secret; how it reads where a version is named is unconfirmed */
export function secretNotFound(vault: VaultFacts, secret: string, source: WireSource = 'capture'): SourcedResponse {
  const message = `A secret with (name/id) ${secret} was not found in this key vault. If you recently deleted this secret you may be able to recover it using the correct recovery command. For help resolving this issue, please see https://go.microsoft.com/fwlink/?linkid=2125182`;
  return failure(404, 'SecretNotFound', message, vault, source);
}

export function deletedSecretNotFound(vault: VaultFacts, secret: string): SourcedResponse {
  return failure(404, 'SecretNotFound', `Deleted Secret not found: ${secret}`, vault, 'unconfirmed');
}

/** The codes are confirmed, the words are not (facts: corrections 5). */
export function secretNameHeld(vault: VaultFacts, secret: string): SourcedResponse {
  const message = `Secret ${secret} is currently in a deleted but recoverable state, and its name cannot be reused; in this state, the secret can only be recovered or purged.`;
  return failure(409, 'Conflict', message, vault, 'unconfirmed', 'ObjectIsDeletedButRecoverable');
}

/** Code and words as in public reports; the number of such a report was not kept. */
export function secretDisabled(vault: VaultFacts): SourcedResponse {
  return failure(
    403,
    'Forbidden',
    'Operation get is not allowed on a disabled secret.',
    vault,
    'unconfirmed',
    'SecretDisabled',
  );
}

export function badParameter(vault: VaultFacts, message: string): SourcedResponse {
  return failure(400, 'BadParameter', message, vault, 'unconfirmed');
}

export function operationUnknown(vault: VaultFacts): SourcedResponse {
  const message = 'This simulator answers the operations on /secrets and /deletedsecrets.';
  return failure(404, 'NotFound', message, vault, 'unconfirmed');
}

export function secretAnswer(vault: VaultFacts, { value, ...secret }: Secret): SourcedResponse {
  return answer(200, { value, ...secretProperties(vault, secret) }, vault, 'docs');
}

/** Everything of a secret but its value; times are numbers (facts: tokens §7.1). */
export function secretWithoutValue(vault: VaultFacts, secret: Secret): SourcedResponse {
  return answer(200, secretProperties(vault, secret), vault, 'docs');
}

function secretProperties(vault: VaultFacts, secret: Omit<Secret, 'value'>): object {
  return { id: `${idIn(vault, secret)}/${secret.version}`, ...described(vault, secret) };
}

/** What every answer about a secret says of it. */
function described(vault: VaultFacts, secret: Omit<Secret, 'value'>): object {
  const { contentType, tags = {} } = secret.properties ?? {};
  const content = contentType === undefined ? {} : { contentType };
  return { ...content, attributes: attributes(vault, secret), tags };
}

function idIn({ name }: VaultFacts, secret: Omit<Secret, 'value'>): string {
  return `https://${name}${keyVaultSuffix}/secrets/${secret.name}`;
}

function attributes(
  { retentionDays }: VaultFacts,
  { createdAt, updatedAt = createdAt, properties = {} }: Omit<Secret, 'value'>,
): unknown {
  const recoveryLevel = retentionDays < 90 ? 'CustomizedRecoverable+Purgeable' : 'Recoverable+Purgeable';
  const { enabled = true, notBefore, expires } = properties;
  const from = notBefore === undefined ? {} : { nbf: notBefore };
  const until = expires === undefined ? {} : { exp: expires };
  return { enabled, ...from, ...until, created: createdAt, updated: updatedAt, recoveryLevel };
}

/** A page of secrets without their values; all fit on one (docs: Get Secrets, Get Secret Versions). */
export function secretList(
  vault: VaultFacts,
  secrets: readonly Secret[],
  kind: 'secrets' | 'versions',
): SourcedResponse {
  const value = secrets.map((secret) => ({
    id: kind === 'secrets' ? idIn(vault, secret) : `${idIn(vault, secret)}/${secret.version}`,
    ...described(vault, secret),
  }));
  return answer(200, { value, nextLink: null }, vault, 'docs');
}

/** A deleted secret: when it goes by itself, and the address for its recovery (docs: Delete Secret). */
export function deletedSecretAnswer(vault: VaultFacts, deleted: DeletedSecret): SourcedResponse {
  return answer(200, deletedSecretBody(vault, deleted), vault, 'docs');
}

export function deletedSecretList(vault: VaultFacts, held: readonly DeletedSecret[]): SourcedResponse {
  return answer(200, { value: held.map((each) => deletedSecretBody(vault, each)), nextLink: null }, vault, 'docs');
}

function deletedSecretBody(vault: VaultFacts, { versions, deletedAt, purgeAt }: DeletedSecret): unknown {
  const secret = versions.at(-1);
  if (secret === undefined) return {};
  return {
    recoveryId: `https://${vault.name}${keyVaultSuffix}/deletedsecrets/${secret.name}`,
    deletedDate: deletedAt,
    scheduledPurgeDate: purgeAt,
    id: idIn(vault, secret),
    ...described(vault, secret),
  };
}

/** 204 of a purge: no body. */
export function purged(vault: VaultFacts): SourcedResponse {
  return { response: { status: 204, headers: headers(vault), body: '' }, source: 'docs' };
}
