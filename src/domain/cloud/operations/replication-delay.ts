import type { CommandOf } from '../command.ts';
import { longestReplicationDelay } from '../delays.ts';
import type { Draft } from '../draft.ts';

/** Sets how long new principals stay unknown outside Entra ID. Anything but whole seconds up to ten minutes changes nothing. */
export function setReplicationDelay(draft: Draft, { seconds }: CommandOf<'SetReplicationDelay'>): void {
  if (!Number.isInteger(seconds) || seconds < 0 || seconds > longestReplicationDelay) return;
  // JSON knows no −0, and an entry has to survive it.
  draft.emit({ type: 'ReplicationDelaySet', seconds: Math.abs(seconds) });
}
