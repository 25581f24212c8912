import * as dictionary from '#domain/kernel/dictionary.ts';
import type { Dictionary } from '#domain/kernel/dictionary.ts';
import { idKey } from '#domain/arm/resource-id.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { assertNever } from '#domain/kernel/invariant.ts';
import { rekey } from '#domain/kernel/keyed.ts';

export interface Blob {
  readonly name: string;
  readonly content: string;
  readonly etag: string;
  readonly lastModified: Instant;
  /** Absent where the writer named none. */
  readonly contentType?: string;
  /** What was written as `x-ms-meta-…`; absent where nothing was. */
  readonly metadata?: Readonly<Record<string, string>>;
}

type Container = Dictionary<Blob>;
type Containers = Dictionary<Container>;

export type StorageEvent =
  | { readonly type: 'ContainerCreated'; readonly accountId: ResourceId; readonly name: string }
  | {
      readonly type: 'BlobUploaded';
      readonly accountId: ResourceId;
      readonly container: string;
      readonly blob: Blob;
    }
  | { readonly type: 'StorageAccountEmptied'; readonly accountId: ResourceId }
  | { readonly type: 'BlobDeleted'; readonly accountId: ResourceId; readonly container: string; readonly name: string }
  | { readonly type: 'ContainerDeleted'; readonly accountId: ResourceId; readonly name: string }
  | { readonly type: 'SharedKeyAccessSet'; readonly accountId: ResourceId; readonly allowed: boolean }
  /** `generation` counts how often this key was made anew. */
  | {
      readonly type: 'AccountKeyRegenerated';
      readonly accountId: ResourceId;
      readonly key: 1 | 2;
      readonly generation: number;
    };

/** What else an account has: whether its keys open it, and how often each was made anew. */
export interface AccountAccess {
  readonly sharedKey: boolean;
  readonly generations: readonly [number, number];
}

const newAccount: AccountAccess = { sharedKey: true, generations: [0, 0] };

export interface StorageState {
  /** The containers of each account, by the account's id. */
  readonly containers: Dictionary<Containers>;
  /** Accounts that differ from a new one, by id. */
  readonly accounts: Dictionary<AccountAccess>;
}

export const emptyStorage: StorageState = { containers: dictionary.empty(), accounts: dictionary.empty() };

export function containersOf(storage: StorageState, accountId: ResourceId): Containers {
  return dictionary.get(storage.containers, idKey(accountId)) ?? dictionary.empty();
}

export function findContainer(storage: StorageState, accountId: ResourceId, container: string): Container | undefined {
  return dictionary.get(containersOf(storage, accountId), container);
}

export function accountAccess(storage: StorageState, accountId: string): AccountAccess {
  return dictionary.get(storage.accounts, idKey(accountId)) ?? newAccount;
}

export function evolveStorage(storage: StorageState, event: StorageEvent): StorageState {
  switch (event.type) {
    case 'ContainerCreated':
      return withContainer(storage, event.accountId, event.name, dictionary.empty<Blob>());
    case 'BlobUploaded': {
      const { accountId, container, blob } = event;
      const blobs = findContainer(storage, accountId, container) ?? dictionary.empty<Blob>();
      return withContainer(storage, accountId, container, dictionary.set(blobs, blob.name, blob));
    }
    case 'BlobDeleted': {
      const { accountId, container, name } = event;
      const blobs = findContainer(storage, accountId, container) ?? dictionary.empty<Blob>();
      return withContainer(storage, accountId, container, dictionary.remove(blobs, name));
    }
    case 'ContainerDeleted': {
      const left = dictionary.remove(containersOf(storage, event.accountId), event.name);
      return withContainers(storage, event.accountId, left);
    }
    case 'StorageAccountEmptied':
      return {
        containers: dictionary.remove(storage.containers, idKey(event.accountId)),
        accounts: dictionary.remove(storage.accounts, idKey(event.accountId)),
      };
    case 'SharedKeyAccessSet':
      return withAccess(storage, event.accountId, {
        ...accountAccess(storage, event.accountId),
        sharedKey: event.allowed,
      });
    case 'AccountKeyRegenerated': {
      const access = accountAccess(storage, event.accountId);
      const [first, second] = access.generations;
      const generations =
        event.key === 1 ? ([event.generation, second] as const) : ([first, event.generation] as const);
      return withAccess(storage, event.accountId, { ...access, generations });
    }
    default:
      return assertNever(event);
  }
}

function withContainer(storage: StorageState, accountId: ResourceId, name: string, blobs: Container): StorageState {
  return withContainers(storage, accountId, dictionary.set(containersOf(storage, accountId), name, blobs));
}

function withContainers(storage: StorageState, accountId: ResourceId, held: Containers): StorageState {
  const { containers } = storage;
  const key = idKey(accountId);
  return {
    ...storage,
    containers:
      dictionary.size(held) === 0 ? dictionary.remove(containers, key) : dictionary.set(containers, key, held),
  };
}

function withAccess(storage: StorageState, accountId: ResourceId, access: AccountAccess): StorageState {
  const { sharedKey, generations } = access;
  const isNew = sharedKey && generations[0] === 0 && generations[1] === 0;
  const { accounts } = storage;
  const key = idKey(accountId);
  return { ...storage, accounts: isNew ? dictionary.remove(accounts, key) : dictionary.set(accounts, key, access) };
}

export function moveStorage(storage: StorageState, from: ResourceId, to: ResourceId): StorageState {
  return {
    containers: rekey(storage.containers, idKey(from), idKey(to)),
    accounts: rekey(storage.accounts, idKey(from), idKey(to)),
  };
}

/** The shortest list of events that folds to this slice. */
export function* checkpointStorage(storage: StorageState): Generator<StorageEvent> {
  for (const [key, containers] of dictionary.entries(storage.containers)) {
    const accountId = key as ResourceId;
    for (const [name, blobs] of dictionary.entries(containers)) {
      if (dictionary.size(blobs) === 0) yield { type: 'ContainerCreated', accountId, name };
      for (const blob of dictionary.values(blobs)) {
        yield { type: 'BlobUploaded', accountId, container: name, blob };
      }
    }
  }
  for (const [key, { sharedKey, generations }] of dictionary.entries(storage.accounts)) {
    const accountId = key as ResourceId;
    if (!sharedKey) yield { type: 'SharedKeyAccessSet', accountId, allowed: false };
    for (const [index, generation] of generations.entries()) {
      if (generation > 0) yield { type: 'AccountKeyRegenerated', accountId, key: index === 0 ? 1 : 2, generation };
    }
  }
}
