import { armUrl } from '#domain/arm/address.ts';
import { resourceKinds } from '#domain/arm/kinds.ts';
import type { ResourceKind } from '#domain/arm/resource.ts';
import type { HttpMethod, SourcedResponse } from '#domain/http/message.ts';
import type { Draft } from '../draft.ts';

/** Records what Azure answered to a caller's command. */
export function answer(draft: Draft, method: HttpMethod, url: string, { response, source }: SourcedResponse): void {
  draft.emit({ type: 'ManagementAnswered', method, url, response, source });
}

/** The address of a resource at the version of its kind. */
export function resourceUrl(id: string, kind: ResourceKind): string {
  return armUrl(id, resourceKinds[kind].apiVersion);
}
