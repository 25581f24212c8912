import type { Caller } from '#domain/cloud/command.ts';
import { azureRules } from '#domain/cloud/rules.ts';
import type { Rules } from '#domain/cloud/rules.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import { readerFor } from './may-read.ts';
import type { Hearer, Reader } from './may-read.ts';
import { accessReaders } from './reads/access.ts';
import type { AccessRead } from './reads/access.ts';
import { identityReaders } from './reads/identity.ts';
import type { IdentityRead } from './reads/identity.ts';
import { resourceReaders } from './reads/resources.ts';
import type { ResourceRead } from './reads/resources.ts';
import { targetReaders } from './reads/targets.ts';
import type { TargetRead } from './reads/targets.ts';

/** What is asked of Azure Resource Manager without changing anything. */
export type Read = ResourceRead | AccessRead | IdentityRead | TargetRead;

type ReadOf<Kind extends Read['kind']> = Extract<Read, { readonly kind: Kind }>;

const readers: {
  readonly [Kind in Read['kind']]: (state: CloudState, asked: ReadOf<Kind>, reader: Reader) => SourcedResponse;
} = { ...resourceReaders, ...accessReaders, ...identityReaders, ...targetReaders };

/** The answer to a read for this caller: who may not read a thing is refused, and lists leave it out. */
export function answerRead(
  state: CloudState,
  read: Read,
  caller: Caller,
  hear: Hearer = () => {},
  rules: Rules = azureRules,
): SourcedResponse {
  // The table pairs each read with its reader; a look-up loses the pairing, so it is said once here.
  const answer = readers[read.kind] as (state: CloudState, asked: Read, reader: Reader) => SourcedResponse;
  return answer(state, read, readerFor(state, caller, hear, rules));
}
