import * as dictionary from '#domain/kernel/dictionary.ts';
import type { Dictionary } from '#domain/kernel/dictionary.ts';
import { idKey } from '#domain/arm/resource-id.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { assertNever } from '#domain/kernel/invariant.ts';

export interface Blob {
  readonly name: string;
  readonly content: string;
  readonly etag: string;
  readonly lastModified: Instant;
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
  | { readonly type: 'StorageAccountEmptied'; readonly accountId: ResourceId };

/** The containers of each account, by the account's id. */
export type StorageState = Dictionary<Containers>;

export const emptyStorage: StorageState = dictionary.empty();

export function containersOf(storage: StorageState, accountId: ResourceId): Containers {
  return dictionary.get(storage, idKey(accountId)) ?? dictionary.empty();
}

export function findContainer(storage: StorageState, accountId: ResourceId, container: string): Container | undefined {
  return dictionary.get(containersOf(storage, accountId), container);
}

export function evolveStorage(storage: StorageState, event: StorageEvent): StorageState {
  const key = idKey(event.accountId);
  const containers = containersOf(storage, event.accountId);
  switch (event.type) {
    case 'ContainerCreated':
      return dictionary.set(storage, key, dictionary.set(containers, event.name, dictionary.empty<Blob>()));
    case 'BlobUploaded': {
      const blobs = dictionary.get(containers, event.container) ?? dictionary.empty<Blob>();
      const changed = dictionary.set(blobs, event.blob.name, event.blob);
      return dictionary.set(storage, key, dictionary.set(containers, event.container, changed));
    }
    case 'StorageAccountEmptied':
      return dictionary.remove(storage, key);
    default:
      return assertNever(event);
  }
}

/** The shortest list of events that folds to this slice. */
export function* checkpointStorage(storage: StorageState): Generator<StorageEvent> {
  for (const [key, containers] of dictionary.entries(storage)) {
    const accountId = key as ResourceId;
    for (const [name, blobs] of dictionary.entries(containers)) {
      if (dictionary.size(blobs) === 0) yield { type: 'ContainerCreated', accountId, name };
      for (const blob of dictionary.values(blobs)) {
        yield { type: 'BlobUploaded', accountId, container: name, blob };
      }
    }
  }
}
