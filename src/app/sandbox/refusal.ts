import type { Lock } from '#domain/arm/lock.ts';
import { resourceKinds } from '#domain/arm/kinds.ts';
import { sameId } from '#domain/arm/resource-id.ts';
import type { ResourceKind } from '#domain/arm/resource.ts';
import { owner } from '#domain/cloud/command.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { scopeLabel, locksAt } from './scopes.ts';

/** The learner, whom nothing but a lock stops. */
export const you = owner;

/** An operation of Azure Resource Manager, taken apart for a sentence. */
export interface Permission {
  readonly action: string;
  /** What is done: `write`, `delete`, or the name of an action such as `start`. */
  readonly verb: string;
  /** To what kind of thing; null where it is no resource of this world, and `part` names it. */
  readonly kind: ResourceKind | null;
  /** The last part of the type: `roleAssignments`. */
  readonly part: string;
  /** Where; null for the subscription. */
  readonly at: string | null;
}

/** What stands in the way of a command that Azure refused. */
export type Obstacle =
  /** Nobody whose role allows it gave the command; no permission where the service names none. */
  | { readonly kind: 'permission'; readonly missing: readonly Permission[] }
  | { readonly kind: 'lock'; readonly scopes: readonly string[] };

/** Reads out of a refusal what is missing; null where another person or another lock would change nothing. */
export function obstacleIn(state: CloudState, code: string, message: string): Obstacle | null {
  const quoted = /'([^']*)'/g;
  switch (code) {
    case 'AuthorizationFailed': {
      const [, action = '', scope = ''] = /perform action '([^']*)' over scope '([^']*)'/.exec(message) ?? [];
      return { kind: 'permission', missing: [permission(state, action, scope)] };
    }
    case 'LinkedAuthorizationFailed': {
      const [, action = '', scopes = ''] =
        /not have permission to perform action '([^']*)' on the linked scope\(s\) '([^']*)'/.exec(message) ?? [];
      return { kind: 'permission', missing: scopes.split(',').map((scope) => permission(state, action, scope)) };
    }
    case 'ScopeLocked':
      return { kind: 'lock', scopes: [...message.matchAll(quoted)].at(-1)?.[1]?.split(',') ?? [] };
    case 'Authorization_RequestDenied':
    case 'Forbidden':
    case 'AuthorizationPermissionMismatch':
      return { kind: 'permission', missing: [] };
    default:
      return null;
  }
}

/** The locks of an obstacle that are there still. */
export function locksLeft(state: CloudState, scopes: readonly string[]): readonly Lock[] {
  return scopes.flatMap((scope) => locksAt(state, scope).filter((lock) => sameId(lock.scope, scope)));
}

function permission(state: CloudState, action: string, scope: string): Permission {
  const parts = action.split('/');
  const isAction = parts.at(-1) === 'action';
  const type = parts.slice(0, isAction ? -2 : -1).join('/');
  const verb = parts.at(isAction ? -2 : -1) ?? '';
  const kinds = Object.entries(resourceKinds) as [ResourceKind, { armType: string }][];
  const kind = kinds.find(([, { armType }]) => armType.toLowerCase() === type.toLowerCase())?.[0] ?? null;
  return { action, verb, kind, part: type.slice(type.lastIndexOf('/') + 1), at: scopeLabel(state, around(scope)) };
}

/** An assignment or a lock hangs on its scope, which has a name that people know. */
function around(scope: string): string {
  const end = scope.toLowerCase().lastIndexOf('/providers/microsoft.authorization/');
  return end === -1 ? scope : scope.slice(0, end);
}
