import * as v from 'valibot';
import type { Step } from '#domain/script/script.ts';
import { isMap, listOf, refusal, shown } from './fields.ts';
import { accessSteps } from './steps/access.ts';
import { appServiceSteps } from './steps/app-service.ts';
import { armSteps } from './steps/arm.ts';
import { clockSteps } from './steps/clock.ts';
import { computeSteps } from './steps/compute.ts';
import { dataSteps } from './steps/data.ts';
import { directorySteps } from './steps/directory.ts';
import { identitySteps } from './steps/identity.ts';
import { requestSteps } from './steps/requests.ts';
import type { StepTable } from './steps/step-of.ts';

/** Every step that a script can take, by its `do`. The compiler holds this table to the domain's `Step`. */
const steps = {
  ...armSteps,
  ...identitySteps,
  ...accessSteps,
  ...directorySteps,
  ...computeSteps,
  ...appServiceSteps,
  ...dataSteps,
  ...requestSteps,
  ...clockSteps,
} satisfies StepTable<Step>;

type Do = Step['do'];

/** One step of a script, of any kind or of the kinds named. */
function stepOf<const Allowed extends Do>(allowed: readonly Allowed[]) {
  type Output = Extract<Step, { readonly do: Allowed }>;
  return v.lazy((input): v.GenericSchema<unknown, Output> => {
    if (!isMap(input) || input['do'] === undefined)
      return refusal(`${shown(input)} is not a step; begin it with \`do:\``);
    const chosen = allowed.find((name) => name === input['do']);
    if (chosen === undefined)
      return refusal(`${shown(input['do'])} is not a step here; known are ${allowed.join(', ')}`);
    // The compiler does not follow a table whose key is a union; `satisfies` above checks each entry.
    return steps[chosen] as unknown as v.GenericSchema<unknown, Output>;
  });
}

const all = Object.keys(steps) as readonly Do[];

/** A script: steps in order. */
export const script = listOf(stepOf(all), 'list the steps');
/** A script that does something. */
export const someScript = v.pipe(script, v.minLength(1, 'empty; list the steps'));
/** What can be watched in the theatre: what sends messages, and time. */
export const watchedScript = v.pipe(
  listOf(
    stepOf(['request-token', 'run-command', 'get-access-token', 'call', 'reference', 'connect', 'advance']),
    'list the steps that are watched',
  ),
  v.minLength(1, 'empty; list the steps that are watched'),
  v.description('list the steps that are watched'),
);
