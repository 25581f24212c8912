import { attachedTo, systemPrincipalOf } from '#domain/arm/identity-block.ts';
import { isHost, resourceKinds } from '#domain/arm/kinds.ts';
import type { Host, HostKind, Resource, UserAssignedIdentity } from '#domain/arm/resource.ts';
import { findResource } from '#domain/arm/state.ts';
import { armAudience, permitsClaims } from '#domain/cloud/guard/permits.ts';
import { assignAction } from '#domain/cloud/guard/wire.ts';
import { ownClaims } from '#domain/cloud/own-token.ts';
import { resourcesOf } from '#domain/cloud/queries.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { findPrincipal } from '#domain/entra/state.ts';
import type { TokenClaims } from '#domain/entra/token.ts';
import type { PrincipalId, ResourceId } from '#domain/kernel/brand.ts';
import { opened } from './opened.ts';
import type { Opened } from './opened.ts';

/** From where somebody starts: as a principal, or with code that runs on a host. */
export type Foothold =
  | { readonly kind: 'principal'; readonly principalId: PrincipalId }
  | { readonly kind: 'code'; readonly hostId: ResourceId };

/** One step of a way from one identity to the next (facts: control-plane §4.2, corrections 8, 9). */
export type ReachStep =
  /** The caller's rights let it run code there: by run-command, or by deploying its own. */
  | { readonly kind: 'runCode'; readonly hostId: ResourceId; readonly action: string }
  /** Code on a host gets tokens of every identity that the host carries. */
  | { readonly kind: 'codeOnHost'; readonly hostId: ResourceId }
  /** The right to assign an identity, and to write a host to which it can be attached. */
  | { readonly kind: 'attach'; readonly identityId: ResourceId; readonly hostId: ResourceId }
  /** A federated credential of one's own signs in as the identity from anywhere. */
  | { readonly kind: 'federatedCredential'; readonly identityId: ResourceId };

export interface ReachedIdentity {
  readonly principalId: PrincipalId;
  /** Its host or user-assigned identity; null for the principal that was started from. */
  readonly owner: ResourceId | null;
  /** One shortest way. */
  readonly path: readonly ReachStep[];
}

export interface Reach {
  readonly identities: readonly ReachedIdentity[];
  readonly hosts: readonly { readonly hostId: ResourceId; readonly path: readonly ReachStep[] }[];
  /** What can be opened, by each identity that opens it. */
  readonly data: readonly (Opened & { readonly as: PrincipalId; readonly path: readonly ReachStep[] })[];
}

/** The operation by which code is brought onto a host of each kind. */
const codeActions: Readonly<Record<HostKind, string>> = {
  virtualMachine: 'Microsoft.Compute/virtualMachines/runCommand/action',
  vmScaleSet: 'Microsoft.Compute/virtualMachineScaleSets/virtualMachines/runCommand/action',
  webApp: 'Microsoft.Web/sites/publishxml/action',
  webAppSlot: 'Microsoft.Web/sites/slots/publishxml/action',
  functionApp: 'Microsoft.Web/sites/publishxml/action',
  containerApp: 'Microsoft.App/containerApps/write',
};

const writeCredential = 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write';

/**
 * Whom somebody can act as, by which way, and what that opens: with the roles that are effective now, and whatever
 * the firewalls say. A query: nothing is recorded.
 */
export function reach(state: CloudState, from: Foothold): Reach {
  return new Search(state).from(from);
}

/** Everybody who can act as an identity, of these footholds, with one shortest way each. */
export function whoReaches(
  state: CloudState,
  principalId: PrincipalId,
  footholds: readonly Foothold[],
): readonly { readonly from: Foothold; readonly path: readonly ReachStep[] }[] {
  return footholds.flatMap((from) => {
    const found = new Search(state).identitiesFrom(from).find((each) => each.principalId === principalId);
    return found === undefined || found.path.length === 0 ? [] : [{ from, path: found.path }];
  });
}

/** Breadth first, so that the first way found is a shortest one. */
class Search {
  readonly #state: CloudState;
  readonly #resources: readonly Resource[];
  readonly #hosts: readonly Host[];
  readonly #userAssigned: readonly UserAssignedIdentity[];
  readonly #reached = new Map<PrincipalId, ReachedIdentity>();
  readonly #reachedHosts = new Map<ResourceId, readonly ReachStep[]>();

  constructor(state: CloudState) {
    this.#state = state;
    this.#resources = resourcesOf(state);
    this.#hosts = this.#resources.filter(isHost);
    this.#userAssigned = this.#resources.filter((each) => each.kind === 'userAssignedIdentity');
  }

  from(foothold: Foothold): Reach {
    const identities = this.identitiesFrom(foothold);
    return {
      identities,
      hosts: [...this.#reachedHosts].map(([hostId, path]) => ({ hostId, path })),
      data: identities.flatMap(({ principalId, path }) =>
        opened(this.#state, principalId, this.#resources).map((each) => ({ ...each, as: principalId, path })),
      ),
    };
  }

  identitiesFrom(foothold: Foothold): readonly ReachedIdentity[] {
    if (foothold.kind === 'principal') this.#reach(foothold.principalId, null, []);
    else this.#enter(foothold.hostId, []);
    // What is reached on the way is appended, and followed in its turn.
    for (const { principalId, path } of this.#reached.values()) this.#goOn(principalId, path);
    return [...this.#reached.values()];
  }

  #goOn(principalId: PrincipalId, path: readonly ReachStep[]): void {
    const claims = ownClaims(this.#state, principalId, armAudience);
    for (const host of this.#hosts) {
      const action = codeActions[host.kind];
      if (this.#reachedHosts.has(host.id) || !this.#may(claims, action, host.id)) continue;
      this.#enter(host.id, [...path, { kind: 'runCode', hostId: host.id, action }]);
    }
    for (const identity of this.#userAssigned) {
      if (this.#reached.has(identity.principalId)) continue;
      const step = this.#takes(claims, identity);
      if (step !== null) this.#reach(identity.principalId, identity.id, [...path, ...step]);
    }
  }

  /** How a caller gets hold of a user-assigned identity that no host of its own carries; null where it does not. */
  #takes(claims: TokenClaims, { id }: UserAssignedIdentity): readonly ReachStep[] | null {
    if (this.#may(claims, writeCredential, id)) return [{ kind: 'federatedCredential', identityId: id }];
    if (!this.#may(claims, assignAction, id)) return null;
    const host = this.#hosts.find((each) => this.#may(claims, `${resourceKinds[each.kind].armType}/write`, each.id));
    if (host === undefined) return null;
    return [
      { kind: 'attach', identityId: id, hostId: host.id },
      { kind: 'codeOnHost', hostId: host.id },
    ];
  }

  /** Code runs on a host: it has all identities of the host. A reference to one that is gone gives none. */
  #enter(hostId: ResourceId, path: readonly ReachStep[]): void {
    const host = findResource(this.#state.arm, hostId);
    if (host === undefined || !isHost(host)) return;
    this.#reachedHosts.set(host.id, path);
    const way: readonly ReachStep[] = [...path, { kind: 'codeOnHost', hostId: host.id }];
    const system = systemPrincipalOf(host.identity);
    if (system !== null) this.#reach(system, host.id, way);
    for (const { principalId, identityId } of attachedTo(host.identity)) {
      const owner = findResource(this.#state.arm, identityId);
      if (owner !== undefined) this.#reach(principalId, owner.id, way);
    }
  }

  #reach(principalId: PrincipalId, owner: ResourceId | null, path: readonly ReachStep[]): void {
    const isAlive = owner === null || findPrincipal(this.#state.entra, this.#state.tenantId, principalId) !== undefined;
    if (isAlive && !this.#reached.has(principalId)) this.#reached.set(principalId, { principalId, owner, path });
  }

  #may(claims: TokenClaims, action: string, resource: ResourceId): boolean {
    return permitsClaims(this.#state, claims, { plane: 'control', action, resource });
  }
}
