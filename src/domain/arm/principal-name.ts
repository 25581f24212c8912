import type { Resource } from './resource.ts';

/**
 * The display name of the principal of a resource's identity: the resource's own name. A slot is named by its app
 * and the path to it, `<app>/slots/<slot>` (facts: control-plane §1.3).
 */
export function principalNameOf({ kind, name }: Pick<Resource, 'kind' | 'name'>): string {
  return kind === 'webAppSlot' ? name.replace('/', '/slots/') : name;
}
