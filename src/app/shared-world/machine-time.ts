import type { Entry } from '#domain/timeline/timeline.ts';
import { machineClock } from '#edge/shared-world/protocol.ts';

/** Whether an entry is only that the companion's clock went on, or what it remembers of earlier entries: nobody did it. */
export function isMachineTime({ by, command }: Entry): boolean {
  return command.type === 'AdvanceClock' && by.displayName === machineClock.displayName && by.principalId === undefined;
}

/** Whether nothing happened but that time went on. */
export function isBareTick(entry: Entry): boolean {
  return isMachineTime(entry) && entry.events.every(({ type }) => type === 'ClockAdvanced');
}

/** Entries after others, with the ticks that follow each other in one: there is one for each second. */
export function withFewTicks(entries: readonly Entry[], more: readonly Entry[]): readonly Entry[] {
  const all = [...entries];
  for (const entry of more) {
    const last = all.at(-1);
    if (last !== undefined && isBareTick(last) && isBareTick(entry)) all[all.length - 1] = together(last, entry);
    else all.push(entry);
  }
  return all;
}

function together({ command: earlier }: Entry, later: Entry): Entry {
  const { command } = later;
  if (earlier.type !== 'AdvanceClock' || command.type !== 'AdvanceClock') return later;
  return { ...later, command: { type: 'AdvanceClock', seconds: earlier.seconds + command.seconds } };
}

/** Whether anybody did anything in a world yet, beside setting how long things take in it. */
export function isUntouched(entries: readonly Entry[]): boolean {
  return entries.every(
    (entry) =>
      (isMachineTime(entry) && !entry.events.some(({ type }) => type === 'ResourceGroupCreated')) ||
      entry.command.type === 'SetRoleDelay' ||
      entry.command.type === 'SetReplicationDelay',
  );
}
