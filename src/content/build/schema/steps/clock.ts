import * as v from 'valibot';
import type { ClockStep } from '#domain/script/steps/clock.ts';
import { amount, optional } from '../fields.ts';
import { step } from './step-of.ts';
import type { StepTable } from './step-of.ts';

export const clockSteps = {
  advance: v.pipe(
    step('advance', {
      minutes: optional(amount('how many minutes')),
      hours: optional(amount('how many hours')),
      days: optional(amount('how many days')),
    }),
    v.check(
      ({ minutes = 0, hours = 0, days = 0 }) => minutes + hours + days > 0,
      'the clock does not move; give minutes, hours or days',
    ),
  ),
  'set-role-delay': step('set-role-delay', { minutes: amount('how many minutes a role takes') }),
} satisfies StepTable<ClockStep>;
