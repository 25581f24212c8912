import type { AccessStep } from '#domain/script/steps/access.ts';
import { text } from '../fields.ts';
import { principal, scope, step } from './step-of.ts';
import type { StepTable } from './step-of.ts';

const role = text('name the role, such as Key Vault Secrets User');

export const accessSteps = {
  'assign-role': step('assign-role', { role, to: principal, at: scope }),
  'remove-role': step('remove-role', { role, from: principal, at: scope }),
} satisfies StepTable<AccessStep>;
