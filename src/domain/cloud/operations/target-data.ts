import { fitsNameRule, nameRules } from '#domain/arm/kinds.ts';
import type { Resource } from '#domain/arm/resource.ts';
import { idKey } from '#domain/arm/resource-id.ts';
import { findResource } from '#domain/arm/state.ts';
import { armJson, invalidName, resourceNotFound } from '#domain/arm/wire.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { guid, hexDigits } from '#domain/kernel/guid.ts';
import { keyVaultApiVersion, keyVaultSuffix } from '#domain/keyvault/rules.ts';
import { secretBody } from '#domain/keyvault/wire.ts';
import { blobSuffix } from '#domain/storage/rules.ts';
import { findContainer } from '#domain/storage/state.ts';
import * as blob from '#domain/storage/wire.ts';
import type { BlobFacts } from '#domain/storage/wire.ts';
import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';
import { ordinal, ordinalKeys } from '../ordinals.ts';
import type { CloudState } from '../state.ts';
import { answer } from './answer.ts';

/** Puts a secret into a vault on the caller's own authority; the same name again is a new version. */
export function setSecret(draft: Draft, command: CommandOf<'SetSecret'>): void {
  const { state } = draft;
  const { vaultId, name, value } = command;
  const vault = findTarget(state, vaultId, 'keyVault');
  const url = `https://${vault?.name ?? 'unknown'}${keyVaultSuffix}/secrets/${name}?api-version=${keyVaultApiVersion}`;
  if (vault === undefined) return answer(draft, 'PUT', url, resourceNotFound(vaultId));
  if (!fitsNameRule(name, nameRules.secret)) {
    return answer(draft, 'PUT', url, invalidName('secret', name, nameRules.secret.says));
  }
  const time = String(ordinal(state, ordinalKeys.secret(vault.id, name)));
  const version = hexDigits(32, state.seed, 'secret', idKey(vault.id), idKey(name), time);
  const secret = { name, value, version, createdAt: state.now };
  draft.emit({ type: 'SecretSet', vaultId: vault.id, secret });
  answer(draft, 'PUT', url, armJson(200, secretBody(vault.name, secret), 'docs'));
}

export function createContainer(draft: Draft, command: CommandOf<'CreateContainer'>): void {
  const { state } = draft;
  const { accountId, name } = command;
  const account = findTarget(state, accountId, 'storageAccount');
  const url = `https://${account?.name ?? 'unknown'}${blobSuffix}/${name}?restype=container`;
  if (account === undefined) return answer(draft, 'PUT', url, resourceNotFound(accountId));
  if (!fitsNameRule(name, nameRules.container)) {
    return answer(draft, 'PUT', url, invalidName('container', name, nameRules.container.says));
  }
  if (findContainer(state.storage, account.id, name) !== undefined) {
    return answer(draft, 'PUT', url, blob.containerExists(blobFacts(state)));
  }
  draft.emit({ type: 'ContainerCreated', accountId: account.id, name });
  answer(draft, 'PUT', url, blob.created(blobFacts(state)));
}

export function uploadBlob(draft: Draft, command: CommandOf<'UploadBlob'>): void {
  const { state } = draft;
  const { accountId, container, name, content } = command;
  const account = findTarget(state, accountId, 'storageAccount');
  const url = `https://${account?.name ?? 'unknown'}${blobSuffix}/${container}/${name}`;
  if (account === undefined) return answer(draft, 'PUT', url, resourceNotFound(accountId));
  if (!fitsNameRule(name, nameRules.blob)) {
    return answer(draft, 'PUT', url, invalidName('blob', name, nameRules.blob.says));
  }
  if (findContainer(state.storage, account.id, container) === undefined) {
    return answer(draft, 'PUT', url, blob.containerNotFound(blobFacts(state)));
  }
  putBlob(draft, account.id, container, name, content);
  answer(draft, 'PUT', url, blob.created(blobFacts(state)));
}

/** Writes a blob into a container that exists. */
export function putBlob(draft: Draft, accountId: ResourceId, container: string, name: string, content: string): void {
  const { state } = draft;
  const time = String(ordinal(state, ordinalKeys.blob(accountId, container, name)));
  const tag = hexDigits(15, state.seed, 'etag', idKey(accountId), container, name, time);
  const etag = `"0x${tag.toUpperCase()}"`;
  const written = { name, content, etag, lastModified: state.now };
  draft.emit({ type: 'BlobUploaded', accountId, container, blob: written });
}

/** What the Blob service prints into each answer; the request id is derived from the number of requests so far. */
export function blobFacts(state: CloudState): BlobFacts {
  const time = String(ordinal(state, ordinalKeys.request()));
  const requestId = guid(state.seed, 'request', String(state.now), time);
  return { requestId, now: state.now, tenantId: state.tenantId };
}

function findTarget(state: CloudState, id: ResourceId, kind: 'keyVault' | 'storageAccount'): Resource | undefined {
  const resource = findResource(state.arm, id);
  return resource?.kind === kind ? resource : undefined;
}
