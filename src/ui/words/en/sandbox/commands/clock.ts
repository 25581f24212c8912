import type { ClockCommand } from '#domain/cloud/commands/clock.ts';
import { span } from '../../time.ts';
import type { Sentences } from './sentence.ts';

export const clockCommands: Sentences<ClockCommand['type']> = {
  AdvanceClock: ({ seconds }) => `let ${span(seconds)} pass`,
  SetRoleDelay: ({ delay }) =>
    delay.kind === 'seeded'
      ? 'let roles take up to ten minutes, as in Azure'
      : `let roles take ${delay.seconds === 0 ? 'no time' : span(delay.seconds)}`,
  SetReplicationDelay: ({ seconds }) =>
    seconds === 0 ? 'let new principals be known at once' : `let new principals be unknown for ${span(seconds)}`,
};
