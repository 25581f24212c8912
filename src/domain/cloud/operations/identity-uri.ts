import { isStale } from '#domain/compute/rules.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import type { Draft } from '../draft.ts';

/** Any write to a machine that was moved mends the identity URI that keeps it from starting (facts: control-plane §2.4). */
export function refreshIdentityUri(draft: Draft, resourceId: ResourceId): void {
  if (isStale(draft.state.compute, resourceId)) draft.emit({ type: 'IdentityUriChanged', resourceId, stale: false });
}
