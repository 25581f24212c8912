import * as dictionary from '#domain/kernel/dictionary.ts';
import type { Dictionary } from '#domain/kernel/dictionary.ts';
import { idKey } from '#domain/arm/resource-id.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { assertNever } from '#domain/kernel/invariant.ts';

export interface Secret {
  readonly name: string;
  readonly value: string;
  /** 32 hexadecimal digits. */
  readonly version: string;
  readonly createdAt: Instant;
}

type Secrets = Dictionary<Secret>;

/** A deleted vault keeps its secrets and its name until it is purged (facts: corrections 4, 5). */
export interface DeletedVault {
  readonly vaultId: ResourceId;
  readonly name: string;
  readonly location: string;
  readonly deletedAt: Instant;
  readonly purgeAt: Instant;
  readonly secrets: Secrets;
}

export type KeyVaultEvent =
  | { readonly type: 'SecretSet'; readonly vaultId: ResourceId; readonly secret: Secret }
  | {
      readonly type: 'VaultSoftDeleted';
      readonly vaultId: ResourceId;
      readonly name: string;
      readonly location: string;
      readonly deletedAt: Instant;
      readonly purgeAt: Instant;
    }
  | { readonly type: 'DeletedVaultPurged'; readonly name: string };

export interface KeyVaultState {
  /** Present versions of the secrets of each vault, by the vault's id. */
  readonly vaults: Dictionary<Secrets>;
  /** Soft-deleted vaults by name: names are held by the whole cloud. */
  readonly deleted: Dictionary<DeletedVault>;
}

export const emptyKeyVault: KeyVaultState = {
  vaults: dictionary.empty(),
  deleted: dictionary.empty(),
};

export function secretsOf(state: KeyVaultState, vaultId: ResourceId): Secrets {
  return dictionary.get(state.vaults, idKey(vaultId)) ?? dictionary.empty();
}

/** Secret names are compared without case. */
export function findSecret(state: KeyVaultState, vaultId: ResourceId, name: string): Secret | undefined {
  return dictionary.get(secretsOf(state, vaultId), idKey(name));
}

export function findDeletedVault(state: KeyVaultState, name: string): DeletedVault | undefined {
  return dictionary.get(state.deleted, idKey(name));
}

export function evolveKeyVault(state: KeyVaultState, event: KeyVaultEvent): KeyVaultState {
  switch (event.type) {
    case 'SecretSet': {
      const secrets = secretsOf(state, event.vaultId);
      const changed = dictionary.set(secrets, idKey(event.secret.name), event.secret);
      return { ...state, vaults: dictionary.set(state.vaults, idKey(event.vaultId), changed) };
    }
    case 'VaultSoftDeleted': {
      const { type: _, ...vault } = event;
      const deleted = { ...vault, secrets: secretsOf(state, event.vaultId) };
      return {
        vaults: dictionary.remove(state.vaults, idKey(event.vaultId)),
        deleted: dictionary.set(state.deleted, idKey(event.name), deleted),
      };
    }
    case 'DeletedVaultPurged':
      return { ...state, deleted: dictionary.remove(state.deleted, idKey(event.name)) };
    default:
      return assertNever(event);
  }
}

/** The shortest list of events that folds to this slice: deleted vaults first, for a live one may have the same id. */
export function* checkpointKeyVault(state: KeyVaultState): Generator<KeyVaultEvent> {
  for (const { secrets, ...vault } of dictionary.values(state.deleted)) {
    yield* setSecrets(vault.vaultId, secrets);
    yield { type: 'VaultSoftDeleted', ...vault };
  }
  for (const [vaultId, secrets] of dictionary.entries(state.vaults)) {
    yield* setSecrets(vaultId as ResourceId, secrets);
  }
}

function* setSecrets(vaultId: ResourceId, secrets: Secrets): Generator<KeyVaultEvent> {
  for (const secret of dictionary.values(secrets)) yield { type: 'SecretSet', vaultId, secret };
}
