import * as dictionary from '#domain/kernel/dictionary.ts';
import type { Dictionary } from '#domain/kernel/dictionary.ts';
import { idKey } from '#domain/arm/resource-id.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { assertNever } from '#domain/kernel/invariant.ts';
import { rekey, setList } from '#domain/kernel/keyed.ts';

/** The trust of a user-assigned identity in tokens of another issuer (facts: control-plane §9, in ten lines). */
export interface FederatedCredential {
  readonly name: string;
  readonly issuer: string;
  readonly subject: string;
  readonly audiences: readonly string[];
  /** When Entra ID begins to honor it. */
  readonly effectiveAt: Instant;
}

/** A Kubernetes service account; pods under it can exchange their token where `clientId` says for whom. */
export interface ServiceAccount {
  readonly namespace: string;
  readonly name: string;
  readonly clientId: string | null;
}

export type FederationEvent =
  | {
      readonly type: 'FederatedCredentialSet';
      readonly identityId: ResourceId;
      readonly credential: FederatedCredential;
    }
  /** Entra ID honors the credential from now on. */
  | { readonly type: 'FederatedCredentialTookEffect'; readonly identityId: ResourceId; readonly name: string }
  | { readonly type: 'FederatedCredentialDeleted'; readonly identityId: ResourceId; readonly name: string }
  | { readonly type: 'ServiceAccountSet'; readonly clusterId: ResourceId; readonly account: ServiceAccount }
  | {
      readonly type: 'ServiceAccountDeleted';
      readonly clusterId: ResourceId;
      readonly namespace: string;
      readonly name: string;
    };

export interface FederationState {
  /** By user-assigned identity. */
  readonly credentials: Dictionary<readonly FederatedCredential[]>;
  /** By AKS cluster. */
  readonly serviceAccounts: Dictionary<readonly ServiceAccount[]>;
}

export const emptyFederation: FederationState = {
  credentials: dictionary.empty(),
  serviceAccounts: dictionary.empty(),
};

export function credentialsOf(federation: FederationState, identityId: string): readonly FederatedCredential[] {
  return dictionary.get(federation.credentials, idKey(identityId)) ?? [];
}

export function serviceAccountsOf(federation: FederationState, clusterId: string): readonly ServiceAccount[] {
  return dictionary.get(federation.serviceAccounts, idKey(clusterId)) ?? [];
}

export function evolveFederation(federation: FederationState, event: FederationEvent): FederationState {
  switch (event.type) {
    case 'FederatedCredentialSet': {
      const others = without(credentialsOf(federation, event.identityId), event.credential.name);
      return withCredentials(federation, event.identityId, [...others, event.credential]);
    }
    case 'FederatedCredentialTookEffect':
      return federation;
    case 'FederatedCredentialDeleted':
      return withCredentials(
        federation,
        event.identityId,
        without(credentialsOf(federation, event.identityId), event.name),
      );
    case 'ServiceAccountSet': {
      const { clusterId, account } = event;
      return withAccounts(federation, clusterId, [...otherAccounts(federation, clusterId, account), account]);
    }
    case 'ServiceAccountDeleted':
      return withAccounts(federation, event.clusterId, otherAccounts(federation, event.clusterId, event));
    default:
      return assertNever(event);
  }
}

function without(credentials: readonly FederatedCredential[], name: string): readonly FederatedCredential[] {
  return credentials.filter((held) => idKey(held.name) !== idKey(name));
}

function otherAccounts(
  federation: FederationState,
  clusterId: ResourceId,
  { namespace, name }: { readonly namespace: string; readonly name: string },
): readonly ServiceAccount[] {
  return serviceAccountsOf(federation, clusterId).filter((held) => held.namespace !== namespace || held.name !== name);
}

function withCredentials(
  federation: FederationState,
  identityId: ResourceId,
  held: readonly FederatedCredential[],
): FederationState {
  return { ...federation, credentials: setList(federation.credentials, idKey(identityId), held) };
}

function withAccounts(
  federation: FederationState,
  clusterId: ResourceId,
  held: readonly ServiceAccount[],
): FederationState {
  return { ...federation, serviceAccounts: setList(federation.serviceAccounts, idKey(clusterId), held) };
}

export function forgetFederation(federation: FederationState, id: ResourceId): FederationState {
  return {
    credentials: dictionary.remove(federation.credentials, idKey(id)),
    serviceAccounts: dictionary.remove(federation.serviceAccounts, idKey(id)),
  };
}

export function moveFederation(federation: FederationState, from: ResourceId, to: ResourceId): FederationState {
  return {
    credentials: rekey(federation.credentials, idKey(from), idKey(to)),
    serviceAccounts: rekey(federation.serviceAccounts, idKey(from), idKey(to)),
  };
}

/** The shortest list of events that folds to this slice. */
export function* checkpointFederation(federation: FederationState): Generator<FederationEvent> {
  for (const [id, held] of dictionary.entries(federation.credentials)) {
    for (const credential of held) {
      yield { type: 'FederatedCredentialSet', identityId: id as ResourceId, credential };
    }
  }
  for (const [id, held] of dictionary.entries(federation.serviceAccounts)) {
    for (const account of held) yield { type: 'ServiceAccountSet', clusterId: id as ResourceId, account };
  }
}
