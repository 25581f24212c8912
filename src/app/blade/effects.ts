import { attachedTo, systemPrincipalOf } from '#domain/arm/identity-block.ts';
import type { Host } from '#domain/arm/resource.ts';
import { homeDirectory } from '#domain/cloud/queries.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import type { Instant } from '#domain/kernel/instant.ts';

/** A service principal that stands behind a host's identities, or did. */
export interface BladePrincipal {
  readonly id: string;
  readonly name: string;
  readonly of: 'system' | 'user';
  /** When it leaves the deleted list; null while it lives. */
  readonly purgeAt: Instant | null;
}

/** What an Identity blade has done to the world: the host's identity block, and the tenant's principals. */
export interface BladeEffects {
  readonly type: Host['identity']['type'];
  readonly principals: readonly BladePrincipal[];
}

/** Reads what there is of a host's identities; deleted principals of its name are those that it had. */
export function effectsOf(state: CloudState, { identity, name }: Host): BladeEffects {
  const { servicePrincipals, deleted } = homeDirectory(state);
  const own = systemPrincipalOf(identity);
  const ids = [...(own === null ? [] : [own]), ...attachedTo(identity).map(({ principalId }) => principalId)];
  const live = ids.flatMap((id): BladePrincipal[] => {
    const found = dictionary.get(servicePrincipals, id);
    if (found === undefined) return [];
    return [{ id, name: found.displayName, of: id === own ? 'system' : 'user', purgeAt: null }];
  });
  const gone = [...dictionary.values(deleted)].flatMap(({ principal, purgeAt }): BladePrincipal[] => {
    const isOwn = principal.identityKind === 'SystemAssigned' && principal.displayName === name;
    return isOwn ? [{ id: principal.id, name, of: 'system', purgeAt }] : [];
  });
  return { type: identity.type, principals: [...live, ...gone] };
}
