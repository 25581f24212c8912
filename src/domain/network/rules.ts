import { idKey } from '#domain/arm/resource-id.ts';
import { fraction } from '#domain/kernel/guid.ts';
import type { Gate } from '#domain/rbac/access.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import type { Firewall } from './state.ts';

/** The public IPv4 address under which a request from there arrives; hosts have one each, derived from the seed. */
export function addressOf(seed: string, from: Origin): string {
  switch (from.kind) {
    case 'laptop':
      return '203.0.113.7';
    case 'external':
      return '192.0.2.44';
    case 'host':
      return hostAddress(seed, from.resourceId);
    case 'pod':
      return hostAddress(seed, from.clusterId);
  }
}

function hostAddress(seed: string, id: string): string {
  const octet = (place: string) => 1 + Math.floor(fraction(seed, 'address', place, idKey(id)) * 254);
  return `20.${octet('second')}.${octet('third')}.${octet('fourth')}`;
}

/** Whether the target's network rules let the request in. */
export function networkGate(firewall: Firewall, address: string): Gate {
  const { publicAccess, defaultAction, allowedAddresses } = firewall;
  if (!publicAccess) return gate(false, 'a private endpoint', address);
  if (defaultAction === 'Allow') return gate(true, 'all networks', address);
  const expected = allowedAddresses.length === 0 ? 'no address' : allowedAddresses.join(', ');
  return gate(allowedAddresses.includes(address), expected, address);
}

function gate(passed: boolean, expected: string, found: string): Gate {
  return { gate: 'network', passed, expected, found };
}
