import type { ClockCommand } from '#domain/cloud/commands/clock.ts';
import { span } from '../../time.ts';
import type { Sentences } from './sentence.ts';

export const clockCommands: Sentences<ClockCommand['type']> = {
  AdvanceClock: ({ seconds }) => `${span(seconds)} vergehen lassen`,
  SetRoleDelay: ({ delay }) => {
    if (delay.kind === 'seeded') return 'Rollen bis zu zehn Minuten brauchen lassen, wie in Azure';
    return delay.seconds === 0 ? 'Rollen sofort wirken lassen' : `Rollen ${span(delay.seconds)} brauchen lassen`;
  },
  SetReplicationDelay: ({ seconds }) =>
    seconds === 0 ? 'Neue Prinzipale sofort bekannt machen' : `Neue Prinzipale ${span(seconds)} lang unbekannt lassen`,
};
