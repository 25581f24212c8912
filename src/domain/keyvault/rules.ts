import type { TokenClaims } from '#domain/entra/token.ts';
import { actsAs } from '#domain/entra/token.ts';
import type { HttpMethod } from '#domain/http/message.ts';
import type { Uri } from '#domain/kernel/uri.ts';
import type { Gate } from '#domain/rbac/access.ts';
import type { SecretPermission, VaultSettings } from './settings.ts';

/** What a token for Key Vault is asked for. */
export const keyVaultAudience = 'https://vault.azure.net';

/** What Key Vault calls its audience; the final slash of other services is refused (facts: tokens §6, §7.1). */
export const keyVaultAudiences: readonly string[] = [keyVaultAudience, 'cfa8b339-82a2-471a-a3c9-0fc0be7a4093'];

export const keyVaultSuffix = '.vault.azure.net';
export const keyVaultApiVersion = '2025-07-01';

const secretActions = 'Microsoft.KeyVault/vaults/secrets';

/** The data action of reading a secret's value. */
export const getSecretAction = `${secretActions}/getSecret/action`;
const readMetadataAction = `${secretActions}/readMetadata/action`;

/**
 * What each operation needs: a data action in the RBAC model, a secret permission in the other
 * (docs: Key Vault REST, Azure RBAC for Key Vault data plane).
 */
export const secretNeeds = {
  getSecret: { action: getSecretAction, permission: 'get' },
  listSecrets: { action: readMetadataAction, permission: 'list' },
  listVersions: { action: readMetadataAction, permission: 'list' },
  updateSecret: { action: `${secretActions}/update/action`, permission: 'set' },
  setSecret: { action: `${secretActions}/setSecret/action`, permission: 'set' },
  deleteSecret: { action: `${secretActions}/delete`, permission: 'delete' },
  getDeletedSecret: { action: readMetadataAction, permission: 'get' },
  listDeletedSecrets: { action: readMetadataAction, permission: 'list' },
  recoverDeletedSecret: { action: `${secretActions}/recover/action`, permission: 'recover' },
  purgeDeletedSecret: { action: `${secretActions}/purge/action`, permission: 'purge' },
} as const satisfies Readonly<Record<string, { action: string; permission: SecretPermission }>>;

export interface SecretOperation {
  readonly kind: keyof typeof secretNeeds;
  /** Empty for a list of all. */
  readonly name: string;
  /** Null for the present one. */
  readonly version: string | null;
}

/** The first that fits counts: a version cannot be named `versions`. */
const routes: readonly (readonly [HttpMethod, string, SecretOperation['kind']])[] = [
  ['GET', 'secrets', 'listSecrets'],
  ['GET', 'secrets/{name}', 'getSecret'],
  ['GET', 'secrets/{name}/versions', 'listVersions'],
  ['GET', 'secrets/{name}/{version}', 'getSecret'],
  ['PUT', 'secrets/{name}', 'setSecret'],
  ['PATCH', 'secrets/{name}', 'updateSecret'],
  ['PATCH', 'secrets/{name}/{version}', 'updateSecret'],
  ['DELETE', 'secrets/{name}', 'deleteSecret'],
  ['GET', 'deletedsecrets', 'listDeletedSecrets'],
  ['GET', 'deletedsecrets/{name}', 'getDeletedSecret'],
  ['POST', 'deletedsecrets/{name}/recover', 'recoverDeletedSecret'],
  ['DELETE', 'deletedsecrets/{name}', 'purgeDeletedSecret'],
];

/** Reads a request to the data plane; null for what this simulator does not answer. */
export function readSecretOperation(method: HttpMethod, uri: Uri): SecretOperation | null {
  const parts = uri.path.split('/').filter((part) => part !== '');
  for (const [verb, path, kind] of routes) {
    const pattern = path.split('/');
    const fits = pattern.every((part, at) => part.startsWith('{') || part === parts[at]?.toLowerCase());
    if (verb !== method || pattern.length !== parts.length || !fits) continue;
    const version = pattern.includes('{version}') ? (parts[2] ?? null) : null;
    return { kind, name: parts[1] ?? '', version };
  }
  return null;
}

/** What the caller's access policies allow; a policy may name a group. Null where none is about the caller. */
function permissionsOf({ policies }: VaultSettings, claims: TokenClaims): readonly SecretPermission[] | null {
  const about = policies.filter(({ objectId }) => actsAs(claims, objectId));
  return about.length === 0 ? null : [...new Set(about.flatMap(({ secrets }) => secrets))];
}

/** The gate of a vault in the access policy model. What was found is empty where no policy is about the caller. */
export function policyGate(settings: VaultSettings, claims: TokenClaims, permission: SecretPermission): Gate {
  const held = permissionsOf(settings, claims);
  return {
    gate: 'policy',
    passed: held?.includes(permission) ?? false,
    expected: `secrets ${permission}`,
    found: held === null ? '' : `secrets ${held.join(', ')}`,
  };
}
