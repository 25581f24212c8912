import type { Command } from '#domain/cloud/command.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { Meanings, TokenChoice } from './meaning.ts';
import type { Step } from './script.ts';
import { accessMeanings } from './steps/access.ts';
import { appServiceMeanings } from './steps/app-service.ts';
import { armMeanings } from './steps/arm.ts';
import { clockMeanings } from './steps/clock.ts';
import { computeMeanings } from './steps/compute.ts';
import { dataMeanings } from './steps/data.ts';
import { directoryMeanings } from './steps/directory.ts';
import { identityMeanings } from './steps/identity.ts';
import { requestMeanings } from './steps/requests.ts';

export { originNamed } from './origins.ts';

const meanings: Meanings<Step> = {
  ...armMeanings,
  ...identityMeanings,
  ...accessMeanings,
  ...directoryMeanings,
  ...computeMeanings,
  ...appServiceMeanings,
  ...dataMeanings,
  ...requestMeanings,
  ...clockMeanings,
};

/** The command that a step means in this world. Throws `ScriptError` for a name that is not there. */
export function toCommand(state: CloudState, step: Step, tokenOf: TokenChoice): Command {
  // The table pairs each step with its meaning; a look-up loses the pairing, so it is said once here.
  const meaning = meanings[step.do] as (state: CloudState, step: Step, tokenOf: TokenChoice) => Command;
  return meaning(state, step, tokenOf);
}
