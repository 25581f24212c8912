import type { Resource } from '#domain/arm/resource.ts';
import { armJson } from '#domain/arm/wire.ts';
import type { Draft } from '../draft.ts';
import { bodyOf } from '../resource-body.ts';
import { answer, resourceUrl } from './answer.ts';

/** The answer to a PATCH: the resource as it is now. */
export function answerPatched(draft: Draft, resource: Resource): void {
  const { id, kind } = resource;
  answer(draft, 'PATCH', resourceUrl(id, kind), armJson(200, bodyOf(draft.state, resource), 'docs'));
}
