import { fitsNameRule, nameRules } from '#domain/arm/kinds.ts';
import { idKey } from '#domain/arm/resource-id.ts';
import type { Resource } from '#domain/arm/resource.ts';
import type { Headers, SourcedResponse } from '#domain/http/message.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import { guid, hexDigits } from '#domain/kernel/guid.ts';
import type { QueryPairs } from '#domain/kernel/uri.ts';
import { unmetCondition } from '#domain/storage/conditions.ts';
import { readWritten } from '#domain/storage/written.ts';
import { pageOf, readListQuestion } from '#domain/storage/page.ts';
import { partOf } from '#domain/storage/range.ts';
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

/** What a request to the Blob service brings beside its address. */
export interface Sent {
  readonly content: string;
  readonly headers: Headers;
  readonly query: QueryPairs;
}

type Act = (draft: Draft, account: Resource, operation: BlobOperation, sent: Sent) => SourcedResponse;

const acts: { readonly [Kind in BlobOperation['kind']]: Act } = {
  getBlob,
  putBlob,
  deleteBlob: (draft, { id }, { container, blob }, { headers }) => {
    const facts = blobFacts(draft.state);
    const blobs = findContainer(draft.state.storage, id, container);
    if (blobs === undefined) return wire.containerNotFound(facts);
    const found = dictionary.get(blobs, blob);
    if (found === undefined) return wire.blobNotFound(facts);
    if (unmetCondition(headers, found, 'write') !== null) return wire.conditionNotMet(facts);
    draft.emit({ type: 'BlobDeleted', accountId: id, container, name: blob });
    return wire.done(202, facts);
  },
  listBlobs: (draft, { id, name }, { container }, { query }) => {
    const facts = blobFacts(draft.state);
    const blobs = findContainer(draft.state.storage, id, container);
    if (blobs === undefined) return wire.containerNotFound(facts);
    const asked = readListQuestion(query);
    if (asked === null) return wire.maxResultsInvalid(facts);
    return wire.blobList(name, container, pageOf(dictionary.entries(blobs), asked), facts);
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
  listContainers: (draft, { id, name }, _operation, { query }) => {
    const facts = blobFacts(draft.state);
    const asked = readListQuestion(query);
    if (asked === null) return wire.maxResultsInvalid(facts);
    return wire.containerList(name, pageOf(dictionary.entries(containersOf(draft.state.storage, id)), asked), facts);
  },
};

/** Performs what was permitted. */
export function performBlobOperation(
  draft: Draft,
  account: Resource,
  operation: BlobOperation,
  sent: Sent,
): SourcedResponse {
  return acts[operation.kind](draft, account, operation, sent);
}

function getBlob(draft: Draft, { id }: Resource, { container, blob }: BlobOperation, sent: Sent): SourcedResponse {
  const facts = blobFacts(draft.state);
  const blobs = findContainer(draft.state.storage, id, container);
  if (blobs === undefined) return wire.containerNotFound(facts);
  const found = dictionary.get(blobs, blob);
  if (found === undefined) return wire.blobNotFound(facts);
  const unmet = unmetCondition(sent.headers, found, 'read');
  if (unmet !== null) return unmet === 'notModified' ? wire.notModified(found, facts) : wire.conditionNotMet(facts);
  const part = partOf(found.content, sent.headers);
  switch (part.kind) {
    case 'whole':
      return wire.blobAnswer(found, facts);
    case 'part':
      return wire.blobPart(found, part, facts);
    case 'outside':
      return wire.rangeInvalid(facts);
    case 'cutsCharacter':
      return wire.rangeCutsCharacter(facts);
  }
}

function putBlob(draft: Draft, { id }: Resource, { container, blob }: BlobOperation, sent: Sent): SourcedResponse {
  const facts = blobFacts(draft.state);
  const blobs = findContainer(draft.state.storage, id, container);
  if (blobs === undefined) return wire.containerNotFound(facts);
  if (!fitsNameRule(blob, nameRules.blob)) {
    return wire.nameInvalid(facts, invalid('blob', blob, nameRules.blob.says));
  }
  const read = readWritten(sent.headers);
  if (read === 'otherKind') return wire.operationUnknown(facts);
  if (read === 'metadataInvalid') return wire.metadataInvalid(facts);
  const unmet = unmetCondition(sent.headers, dictionary.get(blobs, blob), 'write');
  if (unmet !== null) return unmet === 'exists' ? wire.blobExists(facts) : wire.conditionNotMet(facts);
  const { state } = draft;
  const time = String(ordinal(state, ordinalKeys.blob(id, container, blob)));
  const tag = hexDigits(15, state.seed, 'etag', idKey(id), container, blob, time);
  const etag = `"0x${tag.toUpperCase()}"`;
  const written = { name: blob, content: sent.content, etag, lastModified: state.now, ...read };
  draft.emit({ type: 'BlobUploaded', accountId: id, container, blob: written });
  return wire.blobWritten(written, facts);
}

function invalid(what: string, name: string, rule: string): string {
  return `The ${what} name '${name}' is invalid. Use ${rule}.`;
}
