import type { ClientId, PrincipalId, ResourceId } from '#domain/kernel/brand.ts';
import { attachedTo, systemPrincipalOf } from '#domain/arm/identity-block.ts';
import type { AttachedIdentity, Host } from '#domain/arm/resource.ts';
import { sameId } from '#domain/arm/resource-id.ts';

/** The identity that a caller names; `name` is the parameter that it used. */
export interface IdentitySelector {
  readonly by: 'clientId' | 'principalId' | 'resourceId';
  readonly value: string;
}

/** The identity that answers a token request. The client ID of a system-assigned one is not on the host: Entra ID knows it. */
export type SelectedIdentity =
  | { readonly kind: 'system'; readonly principalId: PrincipalId; readonly owner: ResourceId }
  | {
      readonly kind: 'user';
      readonly principalId: PrincipalId;
      readonly clientId: ClientId;
      readonly owner: ResourceId;
    };

export type Selection =
  | { readonly kind: 'selected'; readonly identity: SelectedIdentity }
  | { readonly kind: 'refused'; readonly reason: 'notFound' | 'several' };

/** How an endpoint chooses when the caller names nothing. */
export type DefaultRule = 'imds' | 'appService';

/**
 * Which identity answers (facts: tokens §1.4 and §3.1). Named: the attached one of that name. Not named:
 * the system-assigned one; at IMDS, where there is none, the only user-assigned one; App Service picks no
 * user-assigned one by itself.
 */
export function selectIdentity(
  host: Host,
  systemClientId: ClientId | null,
  selector: IdentitySelector | null,
  rule: DefaultRule,
): Selection {
  if (selector !== null) return selectNamed(host, systemClientId, selector);
  const system = systemPrincipalOf(host.identity);
  if (system !== null) return selected(systemIdentity(host, system));
  const attached = attachedTo(host.identity);
  const [only, ...others] = attached;
  if (rule === 'appService' || only === undefined) return { kind: 'refused', reason: 'notFound' };
  return others.length > 0 ? { kind: 'refused', reason: 'several' } : selected(userIdentity(only));
}

function selectNamed(host: Host, systemClientId: ClientId | null, { by, value }: IdentitySelector): Selection {
  const attached = attachedTo(host.identity).find((identity) => {
    if (by === 'resourceId') return sameId(identity.identityId, value);
    return sameId(by === 'clientId' ? identity.clientId : identity.principalId, value);
  });
  if (attached !== undefined) return selected(userIdentity(attached));
  const system = systemPrincipalOf(host.identity);
  const systemId = { clientId: systemClientId, principalId: system, resourceId: null }[by];
  return system !== null && systemId !== null && sameId(systemId, value)
    ? selected(systemIdentity(host, system))
    : { kind: 'refused', reason: 'notFound' };
}

function selected(identity: SelectedIdentity): Selection {
  return { kind: 'selected', identity };
}

function systemIdentity(host: Host, principalId: PrincipalId): SelectedIdentity {
  return { kind: 'system', principalId, owner: host.id };
}

function userIdentity({ principalId, clientId, identityId }: AttachedIdentity): SelectedIdentity {
  return { kind: 'user', principalId, clientId, owner: identityId };
}
