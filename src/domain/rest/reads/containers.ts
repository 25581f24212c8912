import { sameId } from '#domain/arm/resource-id.ts';
import { findResource } from '#domain/arm/state.ts';
import { armError, armJson, resourceNotFound } from '#domain/arm/wire.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import { blobServiceBody, containerBody } from '#domain/storage/arm.ts';
import { containerScope } from '#domain/storage/rules.ts';
import { containersOf } from '#domain/storage/state.ts';
import type { Reader } from '../may-read.ts';

export type ContainerRead =
  | { readonly kind: 'blobService'; readonly id: string }
  | { readonly kind: 'containers'; readonly id: string }
  | { readonly kind: 'container'; readonly id: string; readonly name: string; readonly as?: 'write' };

const service = 'Microsoft.Storage/storageAccounts/blobServices';

export const containerReaders = {
  blobService: (state: CloudState, { id }: { readonly id: string }, reader: Reader) =>
    reader.one(`${service}/read`, id, () => {
      const accountId = accountAt(state, id);
      return accountId === null ? resourceNotFound(id) : armJson(200, blobServiceBody(accountId), 'docs');
    }),
  containers: (state: CloudState, { id }: { readonly id: string }, reader: Reader) =>
    reader.one(`${service}/containers/read`, id, () => {
      const accountId = accountAt(state, id);
      if (accountId === null) return resourceNotFound(id);
      const value = namesIn(state, accountId).map((name) => containerBody(accountId, name));
      return armJson(200, { value }, 'docs');
    }),
  container: (state: CloudState, asked: Extract<ContainerRead, { kind: 'container' }>, reader: Reader) =>
    reader.one(`${service}/containers/${asked.as ?? 'read'}`, containerScope(asked.id, asked.name), () => {
      const accountId = accountAt(state, asked.id);
      if (accountId === null) return resourceNotFound(asked.id);
      const name = namesIn(state, accountId).find((each) => sameId(each, asked.name));
      return name === undefined ? containerNotFound() : armJson(200, containerBody(accountId, name), 'docs');
    }),
};

function accountAt({ arm }: CloudState, id: string): ResourceId | null {
  const account = findResource(arm, id);
  return account?.kind === 'storageAccount' ? account.id : null;
}

function namesIn({ storage }: CloudState, accountId: ResourceId): readonly string[] {
  return [...dictionary.entries(containersOf(storage, accountId))].map(([name]) => name).sort();
}

function containerNotFound(): SourcedResponse {
  return armError(404, 'ContainerNotFound', 'The specified container does not exist.', 'unconfirmed');
}
