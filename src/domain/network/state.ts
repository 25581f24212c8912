import * as dictionary from '#domain/kernel/dictionary.ts';
import type { Dictionary } from '#domain/kernel/dictionary.ts';
import { idKey } from '#domain/arm/resource-id.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { rekey } from '#domain/kernel/keyed.ts';

/** Network rules of a target. */
export interface Firewall {
  readonly defaultAction: 'Allow' | 'Deny';
  /** IPv4 addresses that are let in where the default is to deny. */
  readonly allowedAddresses: readonly string[];
  /** `AzureServices`: trusted services of the platform pass. App Service is not one for Key Vault (facts: corrections, classes 1). */
  readonly trustedServices: boolean;
  /** Disabled: only a private endpoint gets in, whatever the rules say. */
  readonly publicAccess: boolean;
}

/** As a target is made: open to all networks. */
export const openFirewall: Firewall = {
  defaultAction: 'Allow',
  allowedAddresses: [],
  trustedServices: true,
  publicAccess: true,
};

export type NetworkEvent = {
  readonly type: 'FirewallSet';
  readonly resourceId: ResourceId;
  readonly firewall: Firewall;
};

export interface NetworkState {
  /** By the target that they protect; open where there is none. */
  readonly firewalls: Dictionary<Firewall>;
}

export const emptyNetwork: NetworkState = { firewalls: dictionary.empty() };

export function firewallOf(network: NetworkState, id: string): Firewall {
  return dictionary.get(network.firewalls, idKey(id)) ?? openFirewall;
}

export function evolveNetwork(network: NetworkState, event: NetworkEvent): NetworkState {
  return { firewalls: dictionary.set(network.firewalls, idKey(event.resourceId), event.firewall) };
}

export function forgetNetwork(network: NetworkState, id: ResourceId): NetworkState {
  return { firewalls: dictionary.remove(network.firewalls, idKey(id)) };
}

export function moveNetwork(network: NetworkState, from: ResourceId, to: ResourceId): NetworkState {
  return { firewalls: rekey(network.firewalls, idKey(from), idKey(to)) };
}

/** The shortest list of events that folds to this slice. */
export function* checkpointNetwork(network: NetworkState): Generator<NetworkEvent> {
  for (const [id, firewall] of dictionary.entries(network.firewalls)) {
    yield { type: 'FirewallSet', resourceId: id as ResourceId, firewall };
  }
}
