import { blobPath, containerName } from '#domain/rbac/condition.ts';
import type { Attributes } from '#domain/rbac/condition.ts';

/** What conditions may look at of a container or a blob; a path that is empty is none. */
export function blobAttributes(container: string, blob: string): Attributes {
  const named = container === '' ? {} : { [containerName.toLowerCase()]: container };
  return blob === '' ? named : { ...named, [blobPath.toLowerCase()]: blob };
}
