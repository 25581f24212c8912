import type { OfferedAction } from '#content/types.ts';
import type { ResourceKind } from '#domain/arm/resource.ts';

/** Forms that stand together under one tab. */
export type OfferGroup =
  | 'create'
  | 'identity'
  | 'role'
  | 'token'
  | 'call'
  | 'delete'
  | 'time'
  | 'chain'
  | 'workflow'
  | 'sdk'
  | 'terminal';

const groups: Readonly<Record<OfferedAction, OfferGroup>> = {
  'create-host': 'create',
  'create-identity': 'create',
  'create-target': 'create',
  'system-assigned': 'identity',
  attach: 'identity',
  'assign-role': 'role',
  'request-token': 'token',
  call: 'call',
  delete: 'delete',
  clock: 'time',
  chain: 'chain',
  workflow: 'workflow',
  sdk: 'sdk',
  terminal: 'terminal',
};

/** In the order in which one would do them. */
const inOrder: readonly OfferGroup[] = [
  'delete',
  'create',
  'identity',
  'role',
  'time',
  'token',
  'call',
  'chain',
  'workflow',
  'sdk',
  'terminal',
];

export function offerGroups(offer: readonly OfferedAction[]): readonly OfferGroup[] {
  return inOrder.filter((group) => offer.some((action) => groups[action] === group));
}

/** The kinds that may be created. */
export function kindsOffered(offer: readonly OfferedAction[]): readonly ResourceKind[] {
  return [
    ...(offer.includes('create-host') ? (['virtualMachine', 'webApp', 'functionApp'] as const) : []),
    ...(offer.includes('create-identity') ? (['userAssignedIdentity'] as const) : []),
    ...(offer.includes('create-target') ? (['keyVault', 'storageAccount'] as const) : []),
  ];
}
