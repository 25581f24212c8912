import { armError, armJson } from '#domain/arm/wire.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import type { LockOperation, ManagementDemand } from './demand.ts';

/** How Azure Resource Manager names a caller: a user's sign-in name or a client id, and the object id. */
export interface NamedCaller {
  readonly name: string;
  readonly objectId: string;
}

const refresh = 'or the scope is invalid. If access was recently granted, please refresh your credentials.';

/** facts: control-plane §4.3; role assignments have the newer wording. */
export function authorizationFailed(caller: NamedCaller, { action, scope }: ManagementDemand): SourcedResponse {
  const isAssignment = action.startsWith('Microsoft.Authorization/roleAssignments/');
  const lacks = isAssignment
    ? 'does not have authorization or an ABAC condition not fulfilled to perform action'
    : 'does not have authorization to perform action';
  return armError(
    403,
    'AuthorizationFailed',
    `The client '${caller.name}' with object id '${caller.objectId}' ${lacks} '${action}' over scope '${scope}' ${refresh}`,
    isAssignment ? 'docs' : 'capture',
  );
}

/** facts: control-plane §4.3, where the client is named by its object id */
export function linkedAuthorizationFailed(
  { objectId }: NamedCaller,
  { action, scope }: ManagementDemand,
  linked: readonly string[],
): SourcedResponse {
  return armError(
    403,
    'LinkedAuthorizationFailed',
    `The client '${objectId}' with object id '${objectId}' has permission to perform action '${action}' on scope '${scope}'; however, it does not have permission to perform action '${assignAction}' on the linked scope(s) '${linked.join(',')}' or the linked scope(s) are invalid.`,
    'capture',
  );
}

/** Attaching a user-assigned identity, asked at the identity itself. */
export const assignAction = 'Microsoft.ManagedIdentity/userAssignedIdentities/assign/action';

/** facts: control-plane §5.1 */
export function scopeLocked(scope: string, operation: LockOperation, locked: readonly string[]): SourcedResponse {
  return armError(
    409,
    'ScopeLocked',
    `The scope '${scope}' cannot perform ${operation} operation because following scope(s) are locked: '${locked.join(',')}'. Please remove the lock and try again.`,
    'capture',
  );
}

/** Microsoft Graph to whoever has no role in the directory; the text is documented, the body's inner part is left out. */
export function graphRequestDenied(): SourcedResponse {
  const error = {
    code: 'Authorization_RequestDenied',
    message: 'Insufficient privileges to complete the operation.',
  };
  return armJson(403, { error }, 'docs');
}
