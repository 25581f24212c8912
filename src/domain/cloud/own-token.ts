import * as dictionary from '#domain/kernel/dictionary.ts';
import { idKey } from '#domain/arm/resource-id.ts';
import { tokenClaims, userTokenClaims } from '#domain/entra/issue-token.ts';
import type { TokenClaims } from '#domain/entra/token.ts';
import type { ClientId, PrincipalId, ResourceId, TokenId } from '#domain/kernel/brand.ts';
import { opaqueText } from '#domain/kernel/guid.ts';
import { groupsOf, usersOf } from './directory.ts';
import { homeDirectory } from './queries.ts';
import type { CloudState } from './state.ts';

/**
 * The claims that a principal's token would have if it were issued now, with its groups of now. No token of the world:
 * for questions, and for callers, whose tokens are not simulated one by one.
 */
export function ownClaims(state: CloudState, principalId: PrincipalId, resource: string): TokenClaims {
  const { seed, now, tenantId } = state;
  const id = idKey(principalId) as PrincipalId;
  const tokenId = opaqueText(22, seed, 'own token', id, resource, String(now)) as TokenId;
  const grant = { seed, now, tenantId, tokenId, resource, access: { roles: [], groups: groupsOf(state, id) } };
  const user = usersOf(state).find((each) => each.id === id);
  if (user !== undefined) return userTokenClaims({ ...grant, user, scope: 'user_impersonation' });
  const directory = homeDirectory(state);
  const identity = dictionary.get(directory.servicePrincipals, id);
  const application = [...dictionary.values(directory.applications)].find((each) => each.id === id);
  const { xms_mirid, ...claims } = tokenClaims({
    ...grant,
    principalId: id,
    clientId: identity?.appId ?? application?.appId ?? (id as string as ClientId),
    identityResource: identity?.ownerId ?? ('' as ResourceId),
    askingHost: null,
  });
  return xms_mirid === undefined || xms_mirid === '' ? claims : { ...claims, xms_mirid };
}
