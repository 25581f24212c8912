import * as dictionary from '#domain/kernel/dictionary.ts';
import { assignmentsOf, homeDirectory, isOrphaned, resourcesOf } from '#domain/cloud/queries.ts';
import { isHost } from '#domain/arm/kinds.ts';
import { toIso } from '#domain/kernel/instant.ts';
import type { World } from '#domain/timeline/timeline.ts';

/** What a frozen world is recorded to hold: enough to notice an id, a time or a link that changed. */
export function summarize({ timeline, state }: World): unknown {
  const { servicePrincipals, deleted } = homeDirectory(state);
  return {
    seed: timeline.seed,
    entries: timeline.entries.length,
    cursor: timeline.cursor,
    now: toIso(state.now),
    tenantId: state.tenantId,
    resources: resourcesOf(state).map((resource) => ({
      id: resource.id,
      kind: resource.kind,
      ...(isHost(resource) ? { identity: resource.identity } : {}),
    })),
    principals: [...dictionary.values(servicePrincipals)].map(({ id, appId }) => ({ id, appId })),
    deletedPrincipals: [...dictionary.values(deleted)].map(({ principal, purgeAt }) => ({
      id: principal.id,
      purgeAt: toIso(purgeAt),
    })),
    assignments: assignmentsOf(state).map((assignment) => ({
      id: assignment.id,
      effectiveAt: toIso(assignment.effectiveAt),
      orphaned: isOrphaned(state, assignment),
    })),
    tokens: [...dictionary.values(state.tokens.live)].map(({ tokenId, claims }) => ({
      tokenId,
      exp: claims.exp,
    })),
  };
}
