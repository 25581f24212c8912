import { findResource } from '#domain/arm/state.ts';
import { armJson, resourceNotFound } from '#domain/arm/wire.ts';
import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';
import { bodyOf } from '../resource-body.ts';
import { answer, resourceUrl } from './answer.ts';
import { refreshIdentityUri } from './identity-uri.ts';

/** PATCH of the tags: those given replace those held. A write like any other: it mends a moved machine. */
export function setTags(draft: Draft, { id, tags }: CommandOf<'SetTags'>): void {
  const resource = findResource(draft.state.arm, id);
  if (resource === undefined) return answer(draft, 'PATCH', resourceUrl(id, 'virtualMachine'), resourceNotFound(id));
  draft.emit({ type: 'TagsSet', resourceId: resource.id, tags });
  refreshIdentityUri(draft, resource.id);
  const changed = findResource(draft.state.arm, id) ?? resource;
  answer(draft, 'PATCH', resourceUrl(resource.id, resource.kind), armJson(200, bodyOf(draft.state, changed), 'docs'));
}
