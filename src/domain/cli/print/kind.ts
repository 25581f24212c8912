import { resourceKinds } from '#domain/arm/kinds.ts';
import type { ResourceKind } from '#domain/arm/resource.ts';

/** The kind that the type in an id stands for; null where it is none. Sites are taken for web apps. */
export function kindOfId(id: string): ResourceKind | null {
  const type = armTypeIn(id)?.toLowerCase();
  const found = Object.entries(resourceKinds).find(([, { armType }]) => armType.toLowerCase() === type);
  return found === undefined ? null : (found[0] as ResourceKind);
}

/** `Microsoft.Sql/servers/databases` of an id. */
function armTypeIn(id: string): string | null {
  const path = /\/providers\/(?<path>[^?]+)$/i.exec(id)?.groups?.['path'];
  if (path === undefined) return null;
  return path
    .split('/')
    .filter((_, index) => index === 0 || index % 2 === 1)
    .join('/');
}
