import { idKey } from '#domain/arm/resource-id.ts';
import { microsoftGraphAppId } from '#domain/entra/built-in.ts';
import { rolesOfPrincipal, rolesOfUser } from '#domain/entra/directory.ts';
import { tokenClaims, tokenHeader, userTokenClaims } from '#domain/entra/issue-token.ts';
import type { GrantedAccess } from '#domain/entra/issue-token.ts';
import type { User } from '#domain/entra/state.ts';
import type { TokenClaims } from '#domain/entra/token.ts';
import * as wire from '#domain/entra/wire.ts';
import type { EntraError } from '#domain/entra/wire.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import type { ClientId, PrincipalId, ResourceId, TokenId } from '#domain/kernel/brand.ts';
import { guid, opaqueText } from '#domain/kernel/guid.ts';
import { groupsOf } from '../directory.ts';
import type { Draft } from '../draft.ts';
import { ordinal, ordinalKeys } from '../ordinals.ts';
import { homeDirectory } from '../queries.ts';
import type { CloudState } from '../state.ts';
import { findAudience } from './audience.ts';
import type { Audience } from './audience.ts';

/** A managed identity that asks for a token, by whatever way it proved itself. */
export interface AppRequest {
  readonly principalId: PrincipalId;
  readonly clientId: ClientId;
  readonly displayName: string;
  readonly resource: string;
  /** The ARM id behind the identity. */
  readonly owner: ResourceId;
  /** Who keeps the token: the host, or what stands for a workload that has none. */
  readonly holder: ResourceId;
  /** The host that asked for a user-assigned identity, else null. */
  readonly askingHost: ResourceId | null;
}

export type Issued =
  | { readonly kind: 'issued'; readonly claims: TokenClaims }
  | { readonly kind: 'refused'; readonly error: EntraError };

/** A token for an identity that exists: its audience has to exist too, and may require an app role. */
export function issueToApp(draft: Draft, request: AppRequest): Issued {
  const { state } = draft;
  const { principalId, clientId, resource, owner, holder, askingHost } = request;
  const audience = findAudience(state, resource);
  if (audience === null) return refused(wire.resourceNotKnown(resource, state.tenantId));
  const access = accessOf(state, audience, principalId, rolesOfPrincipal);
  if (isBarred(audience, access)) {
    const client = { id: clientId, name: request.displayName };
    return refused(wire.notAssigned(client, resource, audience.application.displayName));
  }
  const { tokenId, grant } = nextToken(state, holder, principalId, resource, access);
  const claims = tokenClaims({ ...grant, principalId, clientId, identityResource: owner, askingHost });
  draft.emit({ type: 'TokenIssued', tokenId, header: tokenHeader(state.seed), claims, host: holder, resource });
  return { kind: 'issued', claims };
}

/** A token for a user, by the Azure CLI. */
export function issueToUser(draft: Draft, user: User, resource: string): Issued {
  const { state } = draft;
  const audience = findAudience(state, resource);
  if (audience === null) return refused(wire.resourceNotKnown(resource, state.tenantId));
  const access = accessOf(state, audience, user.id, rolesOfUser);
  if (isBarred(audience, access)) return refused(wire.userNotAssigned(user.userPrincipalName, audience.application));
  const holder = userHolder(state, user.id);
  const { tokenId, grant } = nextToken(state, holder, user.id, resource, access);
  const claims = userTokenClaims({ ...grant, user, scope: scopeFor(audience) });
  draft.emit({ type: 'TokenIssued', tokenId, header: tokenHeader(state.seed), claims, host: holder, resource });
  return { kind: 'issued', claims };
}

/** The answer that a refused client reads, with the ids by which support would find it. */
export function refusalAnswer({ seed, now }: CloudState, error: EntraError, requestNumber: number): SourcedResponse {
  const time = String(requestNumber);
  const traceId = guid(seed, 'trace', time);
  const correlationId = guid(seed, 'correlation', time);
  return wire.entraErrorResponse(error, { traceId, correlationId, now });
}

/** The number of the request that was sent last, from 0. */
export function requestNumber(state: CloudState): number {
  return ordinal(state, ordinalKeys.request()) - 1;
}

function refused(error: EntraError): Issued {
  return { kind: 'refused', error };
}

function isBarred(
  audience: Audience,
  { roles }: GrantedAccess,
): audience is Extract<Audience, { kind: 'application' }> {
  return audience.kind === 'application' && audience.application.assignmentRequired && roles.length === 0;
}

/** Azure's own services are told the groups (facts: corrections 14), APIs their app roles; both as of now. */
function accessOf(
  state: CloudState,
  audience: Audience,
  principalId: PrincipalId,
  rolesIn: typeof rolesOfPrincipal,
): GrantedAccess {
  return audience.kind === 'azure'
    ? { roles: [], groups: groupsOf(state, principalId) }
    : { roles: rolesIn(homeDirectory(state), principalId, audience.application.appId), groups: [] };
}

/** What users let the Azure CLI do: everything that they may do themselves. Graph's own scope is one of several. */
function scopeFor(audience: Audience): string {
  const isGraph = audience.kind === 'application' && audience.application.appId === microsoftGraphAppId;
  return isGraph ? 'Directory.AccessAsUser.All' : 'user_impersonation';
}

/** A user's tokens are kept under a name that no ARM id can have. */
function userHolder({ tenantId }: CloudState, userId: PrincipalId): ResourceId {
  return `/tenants/${tenantId}/users/${userId}` as ResourceId;
}

function nextToken(
  state: CloudState,
  holder: ResourceId,
  principalId: PrincipalId,
  resource: string,
  access: GrantedAccess,
) {
  const { seed, now, tenantId } = state;
  const time = String(ordinal(state, ordinalKeys.token(holder, principalId, resource)));
  const tokenId = opaqueText(22, seed, 'token', idKey(holder), principalId, resource, time) as TokenId;
  return { tokenId, grant: { seed, now, tenantId, tokenId, resource, access } };
}
