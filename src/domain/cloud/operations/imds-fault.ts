import { faultOf } from '#domain/imds/state.ts';
import { findResource } from '#domain/arm/state.ts';
import { isMachine } from '#domain/compute/rules.ts';
import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';

/** Makes the metadata service of a machine fail, or mends it. A setting of the simulator: elsewhere nothing happens. */
export function setImdsFault(draft: Draft, { id, fault }: CommandOf<'SetImdsFault'>): void {
  const machine = findResource(draft.state.arm, id);
  if (machine === undefined || !isMachine(machine)) return;
  const held = faultOf(draft.state.imds, machine.id);
  if (fault === null && held === null) return;
  const requests = fault?.requests ?? null;
  if ([requests, fault?.retryAfter ?? null].some((each) => each !== null && !isCount(each))) return;
  draft.emit({ type: 'ImdsFaultSet', resourceId: machine.id, fault });
}

function isCount(number: number): boolean {
  return Number.isSafeInteger(number) && number >= 1;
}
