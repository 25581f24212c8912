import * as dictionary from '#domain/kernel/dictionary.ts';
import { idKey } from '#domain/arm/resource-id.ts';
import type { CloudEvent } from './event.ts';
import type { CloudState } from './state.ts';

/**
 * Ids are derived from seed, kind, owner and the how-manieth time. The counters live in the state and are
 * moved by the events that use an id up, so that one id more elsewhere never shifts the rest.
 */
export const ordinalKeys = {
  principal: (ownerId: string) => `principal|${idKey(ownerId)}`,
  assignment: (scope: string, roleId: string, principalId: string) =>
    `assignment|${idKey(scope)}|${roleId}|${principalId}`,
  secret: (vaultId: string, name: string) => `secret|${idKey(vaultId)}|${idKey(name)}`,
  blob: (accountId: string, container: string, name: string) => `blob|${idKey(accountId)}|${container}|${name}`,
  token: (host: string, principalId: string, resource: string) => `token|${idKey(host)}|${principalId}|${resource}`,
  request: () => 'request',
} as const;

/** How often an id under this key has been used. */
export function ordinal(state: CloudState, key: string): number {
  return dictionary.get(state.ordinals, key) ?? 0;
}

/** The counter that an event moves, or null. */
export function ordinalMovedBy(event: CloudEvent): string | null {
  switch (event.type) {
    case 'ServicePrincipalCreated':
      return ordinalKeys.principal(event.principal.ownerId);
    case 'RoleAssignmentCreated': {
      const { scope, roleId, principalId } = event.assignment;
      return ordinalKeys.assignment(scope, roleId, principalId);
    }
    case 'SecretSet':
      return ordinalKeys.secret(event.vaultId, event.secret.name);
    case 'BlobUploaded':
      return ordinalKeys.blob(event.accountId, event.container, event.blob.name);
    case 'TokenIssued':
      return ordinalKeys.token(event.host, event.claims.oid, event.resource);
    case 'RequestSent':
      return ordinalKeys.request();
    default:
      return null;
  }
}
