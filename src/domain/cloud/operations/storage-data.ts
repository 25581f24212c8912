import { fitsNameRule, nameRules } from '#domain/arm/kinds.ts';
import type { Resource } from '#domain/arm/resource.ts';
import { armJson, invalidName, resourceNotFound } from '#domain/arm/wire.ts';
import type { HttpMethod, SourcedResponse } from '#domain/http/message.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { accountKeysBody } from '#domain/storage/arm.ts';
import type { BlobOperation } from '#domain/storage/rules.ts';
import { accountAccess } from '#domain/storage/state.ts';
import { blobUrl } from '#domain/storage/wire.ts';
import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';
import { answer, resourceUrl } from './answer.ts';
import { answerPatched } from './answer-patched.ts';
import { performBlobOperation } from './blobs.ts';
import { keysOf } from './call-blob.ts';
import { dropContainer, putContainer } from './containers.ts';
import { findTarget } from './find-target.ts';

const ofContainer = '?restype=container';

/** A name that Azure refuses is refused before the service looks at the container. */
export function createContainer(draft: Draft, { accountId, name, plane }: CommandOf<'CreateContainer'>): void {
  if (plane === 'control') return putContainer(draft, accountId, name);
  const isValid = fitsNameRule(name, nameRules.container);
  const refusal = isValid ? null : invalidName('container', name, nameRules.container.says);
  byCaller(draft, accountId, 'PUT', { kind: 'createContainer', container: name, blob: '' }, { refusal });
}

/** Takes its blobs with it, and the role assignments at its scope. */
export function deleteContainer(draft: Draft, { accountId, name, plane }: CommandOf<'DeleteContainer'>): void {
  if (plane === 'control') return dropContainer(draft, accountId, name);
  byCaller(draft, accountId, 'DELETE', { kind: 'deleteContainer', container: name, blob: '' });
}

/** Replaces a blob of that name. */
export function uploadBlob(draft: Draft, command: CommandOf<'UploadBlob'>): void {
  const { accountId, container, name, content } = command;
  const refusal = fitsNameRule(name, nameRules.blob) ? null : invalidName('blob', name, nameRules.blob.says);
  byCaller(draft, accountId, 'PUT', { kind: 'putBlob', container, blob: name }, { content, refusal });
}

/** At once and for good: soft delete of blobs is not simulated. */
export function deleteBlob(draft: Draft, { accountId, container, name }: CommandOf<'DeleteBlob'>): void {
  byCaller(draft, accountId, 'DELETE', { kind: 'deleteBlob', container, blob: name });
}

/** Does what a caller asks with rights of its own, and records the service's answer. */
function byCaller(
  draft: Draft,
  accountId: ResourceId,
  method: HttpMethod,
  operation: BlobOperation,
  more: { readonly content?: string; readonly refusal?: SourcedResponse | null } = {},
): void {
  const account = findTarget(draft.state, accountId, 'storageAccount');
  const { container, blob } = operation;
  const path = blob === '' ? `${container}${ofContainer}` : `${container}/${blob}`;
  const url = blobUrl(account?.name ?? 'unknown', path);
  if (account === undefined) return answer(draft, method, url, resourceNotFound(accountId));
  const refusal = more.refusal ?? null;
  const sent = { content: more.content ?? '', headers: [], query: [] };
  answer(draft, method, url, refusal ?? performBlobOperation(draft, account, operation, sent));
}

/** Whether the account's keys open it. */
export function setSharedKeyAccess(draft: Draft, { accountId, allowed }: CommandOf<'SetSharedKeyAccess'>): void {
  const account = findTarget(draft.state, accountId, 'storageAccount');
  if (account === undefined) {
    return answer(draft, 'PATCH', resourceUrl(accountId, 'storageAccount'), resourceNotFound(accountId));
  }
  if (accountAccess(draft.state.storage, account.id).sharedKey !== allowed) {
    draft.emit({ type: 'SharedKeyAccessSet', accountId: account.id, allowed });
  }
  answerPatched(draft, account);
}

/** A POST, because it hands out secrets: a lock of reading refuses it. */
export function listAccountKeys(draft: Draft, { accountId }: CommandOf<'ListAccountKeys'>): void {
  const account = findTarget(draft.state, accountId, 'storageAccount');
  answer(draft, 'POST', actionUrl(accountId, 'listKeys'), keysAnswer(draft, accountId, account));
}

/** The other key goes on working: that is how keys are changed without a gap. */
export function regenerateAccountKey(draft: Draft, { accountId, key }: CommandOf<'RegenerateAccountKey'>): void {
  const account = findTarget(draft.state, accountId, 'storageAccount');
  if (account !== undefined) {
    const generation = accountAccess(draft.state.storage, account.id).generations[key - 1] ?? 0;
    draft.emit({ type: 'AccountKeyRegenerated', accountId: account.id, key, generation: generation + 1 });
  }
  answer(draft, 'POST', actionUrl(accountId, 'regenerateKey'), keysAnswer(draft, accountId, account));
}

function keysAnswer(draft: Draft, accountId: ResourceId, account: Resource | undefined): SourcedResponse {
  if (account === undefined) return resourceNotFound(accountId);
  return armJson(200, accountKeysBody(keysOf(draft.state, account), account.createdAt), 'docs');
}

function actionUrl(accountId: ResourceId, action: string): string {
  return resourceUrl(accountId, 'storageAccount').replace('?', `/${action}?`);
}
