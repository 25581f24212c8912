import { groupNameOf, readResourceId } from '#domain/arm/resource-id.ts';
import type { Width } from './fix.ts';

/** How wide a scope is. */
export function widthOf(scope: string): Width {
  if (/^\/providers\//i.test(scope)) return 5;
  if (groupNameOf(scope) === null) return 4;
  const read = readResourceId(scope);
  if (read === null) return 3;
  return read.armType.includes('/blobServices/') ? 1 : 2;
}
