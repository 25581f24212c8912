import { imdsFaultKinds } from '#domain/imds/state.ts';
import type { ComputeStep } from '#domain/script/steps/compute.ts';
import { amount, oneOf, optional } from '../fields.ts';
import { hostName, step } from './step-of.ts';
import type { StepTable } from './step-of.ts';

export const computeSteps = {
  power: step('power', {
    on: hostName,
    action: oneOf(['start', 'powerOff', 'deallocate', 'restart'], 'say what is done'),
  }),
  fault: step('fault', {
    on: hostName,
    fault: oneOf([...imdsFaultKinds, 'none'], 'say how the metadata service fails'),
    /** For ever where absent. */
    requests: optional(amount('how many requests fail')),
  }),
} satisfies StepTable<ComputeStep>;
