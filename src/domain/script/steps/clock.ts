import { day, hour, minute } from '#domain/kernel/instant.ts';
import type { Meanings } from '../meaning.ts';

/** Time, and how long a role takes. */
export type ClockStep =
  | { readonly do: 'advance'; readonly minutes?: number; readonly hours?: number; readonly days?: number }
  | { readonly do: 'set-role-delay'; readonly minutes: number };

export const clockMeanings: Meanings<ClockStep> = {
  advance: (_state, { minutes = 0, hours = 0, days = 0 }) => ({
    type: 'AdvanceClock',
    seconds: minutes * minute + hours * hour + days * day,
  }),
  'set-role-delay': (_state, { minutes }) => ({
    type: 'SetRoleDelay',
    delay: { kind: 'fixed', seconds: minutes * minute },
  }),
};
