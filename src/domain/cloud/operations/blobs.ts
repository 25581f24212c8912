import { fitsNameRule, nameRules } from '#domain/arm/kinds.ts';
import { idKey } from '#domain/arm/resource-id.ts';
import type { Resource } from '#domain/arm/resource.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import { guid, hexDigits } from '#domain/kernel/guid.ts';
import { containerScope } from '#domain/storage/rules.ts';
import type { BlobOperation } from '#domain/storage/rules.ts';
import { containersOf, findContainer } from '#domain/storage/state.ts';
import * as wire from '#domain/storage/wire.ts';
import type { BlobFacts } from '#domain/storage/wire.ts';
import type { Draft } from '../draft.ts';
import { ordinal, ordinalKeys } from '../ordinals.ts';
import type { CloudState } from '../state.ts';
import { removeScope } from './delete-resource.ts';

/** What the Blob service prints into each answer; the request id is derived from the number of requests so far. */
export function blobFacts(state: CloudState): BlobFacts {
  const time = String(ordinal(state, ordinalKeys.request()));
  const requestId = guid(state.seed, 'request', String(state.now), time);
  return { requestId, now: state.now, tenantId: state.tenantId };
}

type Act = (draft: Draft, account: Resource, operation: BlobOperation, content: string) => SourcedResponse;

const acts: { readonly [Kind in BlobOperation['kind']]: Act } = {
  getBlob: (draft, { id }, { container, blob }) => {
    const facts = blobFacts(draft.state);
    const blobs = findContainer(draft.state.storage, id, container);
    if (blobs === undefined) return wire.containerNotFound(facts);
    const found = dictionary.get(blobs, blob);
    return found === undefined ? wire.blobNotFound(facts) : wire.blobAnswer(found, facts);
  },
  putBlob,
  deleteBlob: (draft, { id }, { container, blob }) => {
    const facts = blobFacts(draft.state);
    const blobs = findContainer(draft.state.storage, id, container);
    if (blobs === undefined) return wire.containerNotFound(facts);
    if (!dictionary.has(blobs, blob)) return wire.blobNotFound(facts);
    draft.emit({ type: 'BlobDeleted', accountId: id, container, name: blob });
    return wire.done(202, facts);
  },
  listBlobs: (draft, { id, name }, { container }) => {
    const facts = blobFacts(draft.state);
    const blobs = findContainer(draft.state.storage, id, container);
    if (blobs === undefined) return wire.containerNotFound(facts);
    const sorted = [...dictionary.values(blobs)].sort((a, b) => compare(a.name, b.name));
    return wire.blobList(name, container, sorted, facts);
  },
  getContainer: (draft, { id }, { container }) => {
    const facts = blobFacts(draft.state);
    const isThere = findContainer(draft.state.storage, id, container) !== undefined;
    return isThere ? wire.done(200, facts) : wire.containerNotFound(facts);
  },
  createContainer: (draft, { id }, { container }) => {
    const facts = blobFacts(draft.state);
    if (!fitsNameRule(container, nameRules.container)) {
      return wire.nameInvalid(facts, invalid('container', container, nameRules.container.says));
    }
    if (findContainer(draft.state.storage, id, container) !== undefined) return wire.containerExists(facts);
    draft.emit({ type: 'ContainerCreated', accountId: id, name: container });
    return wire.done(201, facts);
  },
  deleteContainer: (draft, { id }, { container }) => {
    const facts = blobFacts(draft.state);
    if (findContainer(draft.state.storage, id, container) === undefined) return wire.containerNotFound(facts);
    draft.emit({ type: 'ContainerDeleted', accountId: id, name: container });
    removeScope(draft, containerScope(id, container) as ResourceId);
    return wire.done(202, facts);
  },
  listContainers: (draft, { id, name }) => {
    const names = [...dictionary.entries(containersOf(draft.state.storage, id))].map(([each]) => each);
    return wire.containerList(name, names.sort(compare), blobFacts(draft.state));
  },
};

/** Performs what was permitted. `content` is that of a blob to write. */
export function performBlobOperation(
  draft: Draft,
  account: Resource,
  operation: BlobOperation,
  content: string,
): SourcedResponse {
  return acts[operation.kind](draft, account, operation, content);
}

function putBlob(draft: Draft, { id }: Resource, { container, blob }: BlobOperation, content: string): SourcedResponse {
  const facts = blobFacts(draft.state);
  if (findContainer(draft.state.storage, id, container) === undefined) return wire.containerNotFound(facts);
  if (!fitsNameRule(blob, nameRules.blob)) {
    return wire.nameInvalid(facts, invalid('blob', blob, nameRules.blob.says));
  }
  writeBlob(draft, id, container, blob, content);
  return wire.done(201, facts);
}

function writeBlob(draft: Draft, accountId: ResourceId, container: string, name: string, content: string): void {
  const { state } = draft;
  const time = String(ordinal(state, ordinalKeys.blob(accountId, container, name)));
  const tag = hexDigits(15, state.seed, 'etag', idKey(accountId), container, name, time);
  const etag = `"0x${tag.toUpperCase()}"`;
  const written = { name, content, etag, lastModified: state.now };
  draft.emit({ type: 'BlobUploaded', accountId, container, blob: written });
}

function invalid(what: string, name: string, rule: string): string {
  return `The ${what} name '${name}' is invalid. Use ${rule}.`;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
