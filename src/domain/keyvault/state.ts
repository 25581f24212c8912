import * as dictionary from '#domain/kernel/dictionary.ts';
import type { Dictionary } from '#domain/kernel/dictionary.ts';
import { idKey } from '#domain/arm/resource-id.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { assertNever, invariant } from '#domain/kernel/invariant.ts';
import { rekey } from '#domain/kernel/keyed.ts';
import { defaultVaultSettings } from './settings.ts';
import type { VaultSettings } from './settings.ts';

export interface Secret {
  readonly name: string;
  readonly value: string;
  /** 32 hexadecimal digits. */
  readonly version: string;
  readonly createdAt: Instant;
  /** What was written beside the value; absent where nothing was. */
  readonly properties?: SecretProperties;
  /** When the properties were changed last; absent where they never were. */
  readonly updatedAt?: Instant;
}

/** What a version says of itself. Times are for readers to heed: the vault gives the value all the same (docs: about secrets). */
export interface SecretProperties {
  readonly contentType?: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** False where nobody may read the value. */
  readonly enabled?: boolean;
  readonly notBefore?: Instant;
  readonly expires?: Instant;
}

type Secrets = Dictionary<Secret>;

/** A deleted secret holds its name until it is purged (facts: corrections 5). */
export interface DeletedSecret {
  /** The versions that it had, oldest first. */
  readonly versions: readonly Secret[];
  readonly deletedAt: Instant;
  readonly purgeAt: Instant;
}

/** What is in a vault, and how it decides. */
export interface Vault {
  /** The present version of each secret. */
  readonly secrets: Secrets;
  /** Earlier versions by secret, oldest first. */
  readonly older: Dictionary<readonly Secret[]>;
  readonly deletedSecrets: Dictionary<DeletedSecret>;
  readonly settings: VaultSettings;
}

/** A deleted vault keeps its contents and its name until it is purged (facts: corrections 4, 5). */
export interface DeletedVault {
  readonly vaultId: ResourceId;
  readonly name: string;
  readonly location: string;
  readonly deletedAt: Instant;
  readonly purgeAt: Instant;
  readonly contents: Vault;
}

export type KeyVaultEvent =
  | { readonly type: 'SecretSet'; readonly vaultId: ResourceId; readonly secret: Secret }
  /** One version has other properties from then on: all that it has. */
  | {
      readonly type: 'SecretPropertiesSet';
      readonly vaultId: ResourceId;
      readonly name: string;
      readonly version: string;
      readonly properties: SecretProperties;
      readonly updatedAt: Instant;
    }
  | {
      readonly type: 'VaultSoftDeleted';
      readonly vaultId: ResourceId;
      readonly name: string;
      readonly location: string;
      readonly deletedAt: Instant;
      readonly purgeAt: Instant;
    }
  | { readonly type: 'DeletedVaultPurged'; readonly name: string }
  /** A deleted vault is a resource again, under the id that it had. */
  | { readonly type: 'VaultRecovered'; readonly name: string }
  | { readonly type: 'VaultConfigured'; readonly vaultId: ResourceId; readonly settings: VaultSettings }
  | {
      readonly type: 'SecretDeleted';
      readonly vaultId: ResourceId;
      readonly name: string;
      readonly deletedAt: Instant;
      readonly purgeAt: Instant;
    }
  | { readonly type: 'SecretRecovered'; readonly vaultId: ResourceId; readonly name: string }
  | { readonly type: 'DeletedSecretPurged'; readonly vaultId: ResourceId; readonly name: string };

export interface KeyVaultState {
  /** Vaults that differ from a new one, by id. */
  readonly vaults: Dictionary<Vault>;
  /** Soft-deleted vaults by name: names are held by the whole cloud. */
  readonly deleted: Dictionary<DeletedVault>;
}

export const emptyKeyVault: KeyVaultState = {
  vaults: dictionary.empty(),
  deleted: dictionary.empty(),
};

const newVault: Vault = {
  secrets: dictionary.empty(),
  older: dictionary.empty(),
  deletedSecrets: dictionary.empty(),
  settings: defaultVaultSettings,
};

export function vaultOf(state: KeyVaultState, vaultId: string): Vault {
  return dictionary.get(state.vaults, idKey(vaultId)) ?? newVault;
}

export function secretsOf(state: KeyVaultState, vaultId: ResourceId): Secrets {
  return vaultOf(state, vaultId).secrets;
}

/** The present version; secret names are compared without case. */
export function findSecret(state: KeyVaultState, vaultId: ResourceId, name: string): Secret | undefined {
  return dictionary.get(secretsOf(state, vaultId), idKey(name));
}

export function findDeletedVault(state: KeyVaultState, name: string): DeletedVault | undefined {
  return dictionary.get(state.deleted, idKey(name));
}

export function evolveKeyVault(state: KeyVaultState, event: KeyVaultEvent): KeyVaultState {
  switch (event.type) {
    case 'VaultSoftDeleted': {
      const { type: _, ...vault } = event;
      const deleted = { ...vault, contents: vaultOf(state, event.vaultId) };
      return {
        vaults: dictionary.remove(state.vaults, idKey(event.vaultId)),
        deleted: dictionary.set(state.deleted, idKey(event.name), deleted),
      };
    }
    case 'DeletedVaultPurged':
      return { ...state, deleted: dictionary.remove(state.deleted, idKey(event.name)) };
    case 'VaultRecovered': {
      const deleted = findDeletedVault(state, event.name);
      invariant(deleted !== undefined, `no deleted vault ${event.name} to recover`);
      return withVault(
        { ...state, deleted: dictionary.remove(state.deleted, idKey(event.name)) },
        deleted.vaultId,
        deleted.contents,
      );
    }
    default:
      return withVault(state, event.vaultId, evolveVault(vaultOf(state, event.vaultId), event));
  }
}

type ContentEvent = Extract<
  KeyVaultEvent,
  {
    type:
      | 'SecretSet'
      | 'SecretPropertiesSet'
      | 'VaultConfigured'
      | 'SecretDeleted'
      | 'SecretRecovered'
      | 'DeletedSecretPurged';
  }
>;

function evolveVault(vault: Vault, event: ContentEvent): Vault {
  switch (event.type) {
    case 'SecretSet':
      return addVersion(vault, event.secret);
    case 'SecretPropertiesSet': {
      const { name, version, properties, updatedAt } = event;
      return changeVersion(vault, name, (each) =>
        each.version === version ? { ...each, properties, updatedAt } : each,
      );
    }
    case 'VaultConfigured':
      return { ...vault, settings: event.settings };
    case 'SecretDeleted': {
      const key = idKey(event.name);
      const { deletedAt, purgeAt } = event;
      const deleted = { versions: versionsOf(vault, event.name), deletedAt, purgeAt };
      return {
        ...vault,
        secrets: dictionary.remove(vault.secrets, key),
        older: dictionary.remove(vault.older, key),
        deletedSecrets: dictionary.set(vault.deletedSecrets, key, deleted),
      };
    }
    case 'SecretRecovered': {
      const key = idKey(event.name);
      const versions = dictionary.get(vault.deletedSecrets, key)?.versions ?? [];
      const without = { ...vault, deletedSecrets: dictionary.remove(vault.deletedSecrets, key) };
      return versions.reduce(addVersion, without);
    }
    case 'DeletedSecretPurged':
      return { ...vault, deletedSecrets: dictionary.remove(vault.deletedSecrets, idKey(event.name)) };
    default:
      return assertNever(event);
  }
}

/** All versions of a secret, oldest first. */
export function versionsOf(vault: Vault, name: string): readonly Secret[] {
  const present = dictionary.get(vault.secrets, idKey(name));
  const older = dictionary.get(vault.older, idKey(name)) ?? [];
  return present === undefined ? older : [...older, present];
}

function addVersion(vault: Vault, secret: Secret): Vault {
  const key = idKey(secret.name);
  const earlier = versionsOf(vault, secret.name);
  return {
    ...vault,
    secrets: dictionary.set(vault.secrets, key, secret),
    older: earlier.length === 0 ? vault.older : dictionary.set(vault.older, key, earlier),
  };
}

function changeVersion(vault: Vault, name: string, change: (secret: Secret) => Secret): Vault {
  const key = idKey(name);
  const present = dictionary.get(vault.secrets, key);
  const older = dictionary.get(vault.older, key);
  return {
    ...vault,
    secrets: present === undefined ? vault.secrets : dictionary.set(vault.secrets, key, change(present)),
    older: older === undefined ? vault.older : dictionary.set(vault.older, key, older.map(change)),
  };
}

function withVault(state: KeyVaultState, vaultId: ResourceId, vault: Vault): KeyVaultState {
  const isNew =
    dictionary.size(vault.secrets) + dictionary.size(vault.deletedSecrets) === 0 && isDefault(vault.settings);
  const { vaults } = state;
  const key = idKey(vaultId);
  return { ...state, vaults: isNew ? dictionary.remove(vaults, key) : dictionary.set(vaults, key, vault) };
}

function isDefault({ model, retentionDays, policies }: VaultSettings): boolean {
  const { model: usual, retentionDays: days } = defaultVaultSettings;
  return model === usual && retentionDays === days && policies.length === 0;
}

export function moveKeyVault(state: KeyVaultState, from: ResourceId, to: ResourceId): KeyVaultState {
  return { ...state, vaults: rekey(state.vaults, idKey(from), idKey(to)) };
}

/** The shortest list of events that folds to this slice: deleted vaults first, for a live one may have the same id. */
export function* checkpointKeyVault(state: KeyVaultState): Generator<KeyVaultEvent> {
  for (const { contents, ...vault } of dictionary.values(state.deleted)) {
    yield* vaultEvents(vault.vaultId, contents);
    yield { type: 'VaultSoftDeleted', ...vault };
  }
  for (const [vaultId, vault] of dictionary.entries(state.vaults)) {
    yield* vaultEvents(vaultId as ResourceId, vault);
  }
}

function* vaultEvents(vaultId: ResourceId, vault: Vault): Generator<KeyVaultEvent> {
  if (!isDefault(vault.settings)) yield { type: 'VaultConfigured', vaultId, settings: vault.settings };
  for (const { versions, deletedAt, purgeAt } of dictionary.values(vault.deletedSecrets)) {
    for (const secret of versions) yield { type: 'SecretSet', vaultId, secret };
    const name = versions[0]?.name ?? '';
    yield { type: 'SecretDeleted', vaultId, name, deletedAt, purgeAt };
  }
  for (const { name } of dictionary.values(vault.secrets)) {
    for (const secret of versionsOf(vault, name)) yield { type: 'SecretSet', vaultId, secret };
  }
}
