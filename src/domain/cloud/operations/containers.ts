import { armUrl } from '#domain/arm/address.ts';
import { fitsNameRule, nameRules, resourceKinds } from '#domain/arm/kinds.ts';
import type { Resource } from '#domain/arm/resource.ts';
import { armEmpty, armJson, invalidName, resourceNotFound } from '#domain/arm/wire.ts';
import type { HttpMethod, SourcedResponse } from '#domain/http/message.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { containerBody } from '#domain/storage/arm.ts';
import { containerScope } from '#domain/storage/rules.ts';
import { findContainer } from '#domain/storage/state.ts';
import type { Draft } from '../draft.ts';
import { answer } from './answer.ts';
import { removeScope } from './delete-resource.ts';
import { findTarget } from './find-target.ts';

/* Containers as Azure Resource Manager makes and deletes them: no token for the account is asked, and no firewall. */

/** PUT of a container: what is there stays as it is. */
export function putContainer(draft: Draft, accountId: ResourceId, name: string): void {
  onAccount(draft, 'PUT', accountId, name, ({ id }) => {
    if (!fitsNameRule(name, nameRules.container)) return invalidName('container', name, nameRules.container.says);
    const isNew = findContainer(draft.state.storage, id, name) === undefined;
    if (isNew) draft.emit({ type: 'ContainerCreated', accountId: id, name });
    return armJson(isNew ? 201 : 200, containerBody(id, name), 'docs');
  });
}

/** DELETE of a container with its blobs and what is assigned at it: 204 where there is none. */
export function dropContainer(draft: Draft, accountId: ResourceId, name: string): void {
  onAccount(draft, 'DELETE', accountId, name, ({ id }) => {
    if (findContainer(draft.state.storage, id, name) === undefined) return armEmpty(204);
    draft.emit({ type: 'ContainerDeleted', accountId: id, name });
    removeScope(draft, containerScope(id, name) as ResourceId);
    return armEmpty(200);
  });
}

function onAccount(
  draft: Draft,
  method: HttpMethod,
  accountId: ResourceId,
  name: string,
  act: (account: Resource) => SourcedResponse,
): void {
  const account = findTarget(draft.state, accountId, 'storageAccount');
  const url = armUrl(containerScope(account?.id ?? accountId, name), resourceKinds.storageAccount.apiVersion);
  answer(draft, method, url, account === undefined ? resourceNotFound(accountId) : act(account));
}
