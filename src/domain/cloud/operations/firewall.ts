import type { Resource, ResourceKind } from '#domain/arm/resource.ts';
import { findResource } from '#domain/arm/state.ts';
import { armError, resourceNotFound } from '#domain/arm/wire.ts';
import { isAddressRule } from '#domain/network/rules.ts';
import type { Firewall } from '#domain/network/state.ts';
import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';
import { answer, resourceUrl } from './answer.ts';
import { answerPatched } from './answer-patched.ts';

const protectedKinds: readonly ResourceKind[] = ['keyVault', 'storageAccount', 'sqlServer'];

/** Replaces the network rules of a target. They count at once. */
export function setFirewall(draft: Draft, { resourceId, firewall }: CommandOf<'SetFirewall'>): void {
  const target = findResource(draft.state.arm, resourceId);
  const url = resourceUrl(resourceId, target?.kind ?? 'keyVault');
  if (target === undefined) return answer(draft, 'PATCH', url, resourceNotFound(resourceId));
  const refusal = refusalOf(target, firewall);
  if (refusal !== null) return answer(draft, 'PATCH', url, armError(400, 'BadRequest', refusal, 'unconfirmed'));
  draft.emit({ type: 'FirewallSet', resourceId: target.id, firewall });
  answerPatched(draft, target);
}

function refusalOf({ kind, name }: Resource, { allowedAddresses }: Firewall): string | null {
  if (!protectedKinds.includes(kind)) {
    return `This simulator keeps network rules of vaults, storage accounts and SQL servers, not of ${name}.`;
  }
  const wrong = allowedAddresses.find((rule) => !isAddressRule(rule));
  return wrong === undefined ? null : `'${wrong}' is neither an IPv4 address nor a range such as 20.1.2.0/24.`;
}
