import type { CommandOf } from '#domain/cloud/command.ts';
import { moments } from '#domain/cloud/moments.ts';
import { day, hour, minute, toIso } from '#domain/kernel/instant.ts';
import { tableText } from '../output/table.ts';
import { failed, give, giveSilently, text } from '../reply.ts';
import type { LabCommand } from './command.ts';

const units: Readonly<Record<string, number>> = { s: 1, m: minute, h: hour, d: day };

/** `90s`, `10m`, `2h`, `30d` in seconds; a plain number is minutes, null what is no span. */
export function readSpan(typed: string): number | null {
  const parts = /^\+?(?<count>\d{1,7})(?<unit>[smhd]?)$/.exec(typed)?.groups;
  if (parts === undefined) return null;
  return Number(parts['count']) * (units[parts['unit'] === '' ? 'm' : (parts['unit'] ?? 'm')] ?? minute);
}

const clock: LabCommand = {
  name: 'clock',
  usage: 'lab clock [+10m]',
  help: 'Shows the time of this world, or moves it on.',
  run(context, [span]) {
    if (span === undefined) return text(toIso(context.state.now));
    const seconds = readSpan(span);
    if (seconds === null || seconds === 0) return failed('usage: lab clock +10m (s, m, h or d)');
    return give(
      context,
      () => ({ type: 'AdvanceClock', seconds }),
      ({ after }) => ({ text: toIso(after.now) }),
    );
  },
};

const roleDelay: LabCommand = {
  name: 'role-delay',
  usage: 'lab role-delay 5m|0|seeded',
  help: 'How long a role assignment takes to count: fixed, or drawn from the seed up to ten minutes.',
  run(context, [typed = '']) {
    const seconds = readSpan(typed);
    if (typed !== 'seeded' && seconds === null) return failed(`usage: ${roleDelay.usage}`);
    const delay: CommandOf<'SetRoleDelay'>['delay'] =
      seconds === null ? { kind: 'seeded' } : { kind: 'fixed', seconds };
    return giveSilently(context, () => ({ type: 'SetRoleDelay', delay }));
  },
};

const replicationDelay: LabCommand = {
  name: 'replication-delay',
  usage: 'lab replication-delay 30s',
  help: 'How long a new principal takes to be known outside Microsoft Entra ID.',
  run(context, [typed = '']) {
    const seconds = readSpan(typed);
    if (seconds === null) return failed(`usage: ${replicationDelay.usage}`);
    return giveSilently(context, () => ({ type: 'SetReplicationDelay', seconds }));
  },
};

const due: LabCommand = {
  name: 'moments',
  usage: 'lab moments',
  help: 'What time alone will bring, soonest first.',
  run({ state }) {
    const rows = moments(state).map(({ at, event }) => ({ at: toIso(at), what: event.type }));
    return text(rows.length === 0 ? 'Nothing is due.' : tableText(rows, true));
  },
};

export const timeCommands: readonly LabCommand[] = [clock, roleDelay, replicationDelay, due];
