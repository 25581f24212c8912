import { nameOf } from '#domain/arm/resource-id.ts';
import type { Moment } from '#domain/cloud/moments.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import { findAssignment } from '#domain/rbac/state.ts';
import { principalNameOf } from '#app/world/graph/content.ts';
import { roleNameOf } from './catalogue.ts';

/** What a moment is about, by name: a role, an audience, somebody, a vault. */
export function momentSubject(state: CloudState, { event }: Moment): string {
  switch (event.type) {
    case 'RoleAssignmentTookEffect': {
      const found = findAssignment(state.rbac, event.id);
      return found === undefined ? '' : roleNameOf(found.roleId);
    }
    case 'RoleRemovalTookEffect': {
      const found = [...dictionary.values(state.rbac.ending)].find(({ assignment }) => assignment.id === event.id);
      return found === undefined ? '' : roleNameOf(found.assignment.roleId);
    }
    case 'TokenExpired': {
      const found = [...dictionary.values(state.tokens.live)].find(({ tokenId }) => tokenId === event.tokenId);
      return found?.claims.aud ?? '';
    }
    case 'ServicePrincipalReplicated':
    case 'ServicePrincipalPurged':
      return principalNameOf(state, event.principalId) ?? '';
    case 'FederatedCredentialTookEffect':
    case 'DeletedVaultPurged':
      return event.name;
    case 'DeletedSecretPurged':
      return `${nameOf(event.vaultId)}/${event.name}`;
  }
}
