import { minute } from '#domain/kernel/instant.ts';
import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';

/** As long as a learner may wish to wait; in Azure it is seconds to a couple of minutes (facts: control-plane §2.6). */
const longestDelay = 10 * minute;

/** Sets how long new principals stay unknown outside Entra ID. Anything but whole seconds up to ten minutes changes nothing. */
export function setReplicationDelay(draft: Draft, { seconds }: CommandOf<'SetReplicationDelay'>): void {
  if (!Number.isInteger(seconds) || seconds < 0 || seconds > longestDelay) return;
  // JSON knows no −0, and an entry has to survive it.
  draft.emit({ type: 'ReplicationDelaySet', seconds: Math.abs(seconds) });
}
