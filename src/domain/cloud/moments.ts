import * as dictionary from '#domain/kernel/dictionary.ts';
import type { TenantId } from '#domain/kernel/brand.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import type { CloudEvent } from './event.ts';
import type { CloudState } from './state.ts';

/** Something that is due, and the event by which it will have happened. */
export interface Moment {
  readonly at: Instant;
  readonly event: Extract<
    CloudEvent,
    {
      type:
        | 'RoleAssignmentTookEffect'
        | 'RoleRemovalTookEffect'
        | 'TokenExpired'
        | 'ServicePrincipalPurged'
        | 'DeletedVaultPurged';
    }
  >;
}

/** Everything that will happen by time alone, soonest first. */
export function moments(state: CloudState): readonly Moment[] {
  return [...roleMoments(state), ...tokenMoments(state), ...principalMoments(state), ...vaultMoments(state)].sort(
    (a, b) => a.at - b.at,
  );
}

function* roleMoments({ rbac, now }: CloudState): Generator<Moment> {
  for (const { id, effectiveAt } of dictionary.values(rbac.assignments)) {
    if (effectiveAt > now) yield { at: effectiveAt, event: { type: 'RoleAssignmentTookEffect', id } };
  }
  for (const { assignment, endsAt } of dictionary.values(rbac.ending)) {
    yield { at: endsAt, event: { type: 'RoleRemovalTookEffect', id: assignment.id } };
  }
}

function* tokenMoments({ tokens }: CloudState): Generator<Moment> {
  for (const { tokenId, claims } of dictionary.values(tokens.live)) {
    yield { at: claims.exp as Instant, event: { type: 'TokenExpired', tokenId } };
  }
}

function* principalMoments({ entra }: CloudState): Generator<Moment> {
  for (const [tenant, directory] of dictionary.entries(entra)) {
    for (const { principal, purgeAt } of dictionary.values(directory.deleted)) {
      const tenantId = tenant as TenantId;
      yield {
        at: purgeAt,
        event: { type: 'ServicePrincipalPurged', tenantId, principalId: principal.id },
      };
    }
  }
}

function* vaultMoments({ keyVault }: CloudState): Generator<Moment> {
  for (const { name, purgeAt } of dictionary.values(keyVault.deleted)) {
    yield { at: purgeAt, event: { type: 'DeletedVaultPurged', name } };
  }
}
