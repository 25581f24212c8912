import { resourceKinds } from '#domain/arm/kinds.ts';
import type { ResourceKind } from '#domain/arm/resource.ts';
import type { HttpMethod, SourcedResponse } from '#domain/http/message.ts';
import { encodePath } from '#domain/kernel/percent.ts';
import type { Draft } from '../draft.ts';

const armHost = 'https://management.azure.com';

/** Records what Azure answered to a caller's command. */
export function answer(draft: Draft, method: HttpMethod, url: string, { response, source }: SourcedResponse): void {
  draft.emit({ type: 'ManagementAnswered', method, url, response, source });
}

/** The address of an ARM resource at its provider's version. */
export function armUrl(path: string, apiVersion: string): string {
  return `${armHost}${encodePath(path)}?api-version=${apiVersion}`;
}

/** The address of a resource at the version of its kind. */
export function resourceUrl(id: string, kind: ResourceKind): string {
  return armUrl(id, resourceKinds[kind].apiVersion);
}
