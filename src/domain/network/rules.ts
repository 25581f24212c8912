import { idKey } from '#domain/arm/resource-id.ts';
import { fraction } from '#domain/kernel/guid.ts';
import type { Gate } from '#domain/rbac/access.ts';
import type { Firewall } from './state.ts';

/** Where a request comes from, as far as its address tells. */
type Sender =
  | { readonly kind: 'laptop' | 'external' }
  | { readonly kind: 'host'; readonly resourceId: string }
  | { readonly kind: 'pod'; readonly clusterId: string };

/** The public IPv4 address under which a request from there arrives; hosts have one each, derived from the seed. */
export function addressOf(seed: string, from: Sender): string {
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

/**
 * Whether the target's network rules let the request in. Nothing that this simulator runs is a trusted service for
 * a vault or an account: neither a machine nor App Service is one (facts: corrections, classes 1).
 */
export function networkGate(firewall: Firewall, address: string): Gate {
  const { publicAccess, defaultAction, allowedAddresses } = firewall;
  if (!publicAccess) return gate(false, 'a private endpoint', address);
  if (defaultAction === 'Allow') return gate(true, 'all networks', address);
  const expected = allowedAddresses.length === 0 ? 'no address' : allowedAddresses.join(', ');
  return gate(
    allowedAddresses.some((rule) => covers(rule, address)),
    expected,
    address,
  );
}

/**
 * The firewall of a SQL server lets in every address of Azure where it trusts Azure services: not those of one
 * subscription, those of all (docs: Azure SQL, IP firewall rules).
 */
export function sqlNetworkGate(firewall: Firewall, address: string, from: Sender): Gate {
  const isOfAzure = from.kind === 'host' || from.kind === 'pod';
  const listed = networkGate(firewall, address);
  if (listed.passed || !firewall.publicAccess || !firewall.trustedServices || !isOfAzure) return listed;
  return gate(true, 'Azure services', address);
}

const byte = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const addressRule = new RegExp(`^(?<address>${byte}(?:\\.${byte}){3})(?:/(?<bits>[1-9]|[12]\\d|3[0-2]))?$`);

/** Whether a text is an IPv4 address or a range in CIDR notation, as network rules take them. */
export function isAddressRule(rule: string): boolean {
  return addressRule.test(rule);
}

function covers(rule: string, address: string): boolean {
  const { address: from = '', bits = '32' } = addressRule.exec(rule)?.groups ?? {};
  const spare = 32 - Number(bits);
  return from !== '' && Math.floor(numberOf(from) / 2 ** spare) === Math.floor(numberOf(address) / 2 ** spare);
}

function numberOf(address: string): number {
  return address.split('.').reduce((number, part) => number * 256 + Number(part), 0);
}

function gate(passed: boolean, expected: string, found: string): Gate {
  return { gate: 'network', passed, expected, found };
}
