import { armUrl } from '#domain/arm/address.ts';
import { groupBody } from '#domain/arm/body.ts';
import { groupApiVersion } from '#domain/arm/kinds.ts';
import { findGroup, findResource } from '#domain/arm/state.ts';
import { isGroupId, nameOf } from '#domain/arm/resource-id.ts';
import { armJson, resourceGroupNotFound, resourceNotFound } from '#domain/arm/wire.ts';
import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';
import { bodyOf } from '../resource-body.ts';
import { answer, resourceUrl } from './answer.ts';
import { refreshIdentityUri } from './identity-uri.ts';

/** PATCH of the tags: those given replace those held. A write like any other: it mends a moved machine. */
export function setTags(draft: Draft, { id, tags }: CommandOf<'SetTags'>): void {
  const group = findGroup(draft.state.arm, id);
  if (group !== undefined) {
    draft.emit({ type: 'TagsSet', resourceId: group.id, tags });
    const body = groupBody({ ...group, tags });
    return answer(draft, 'PATCH', armUrl(group.id, groupApiVersion), armJson(200, body, 'docs'));
  }
  const resource = findResource(draft.state.arm, id);
  if (resource === undefined && isGroupId(id)) {
    return answer(draft, 'PATCH', armUrl(id, groupApiVersion), resourceGroupNotFound(nameOf(id)));
  }
  if (resource === undefined) return answer(draft, 'PATCH', resourceUrl(id, 'virtualMachine'), resourceNotFound(id));
  draft.emit({ type: 'TagsSet', resourceId: resource.id, tags });
  refreshIdentityUri(draft, resource.id);
  const changed = findResource(draft.state.arm, id) ?? resource;
  answer(draft, 'PATCH', resourceUrl(resource.id, resource.kind), armJson(200, bodyOf(draft.state, changed), 'docs'));
}
