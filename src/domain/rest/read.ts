import type { Caller } from '#domain/cloud/command.ts';
import { azureRules } from '#domain/cloud/rules.ts';
import type { Rules } from '#domain/cloud/rules.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import { readerFor } from './may-read.ts';
import type { Hearer, Reader } from './may-read.ts';
import { armEmpty } from '#domain/arm/wire.ts';
import { accessReaders } from './reads/access.ts';
import type { AccessRead } from './reads/access.ts';
import { containerReaders } from './reads/containers.ts';
import type { ContainerRead } from './reads/containers.ts';
import { denyReaders } from './reads/deny.ts';
import type { DenyRead } from './reads/deny.ts';
import { identityReaders } from './reads/identity.ts';
import type { IdentityRead } from './reads/identity.ts';
import { providerReaders } from './reads/providers.ts';
import type { ProviderRead } from './reads/providers.ts';
import { resourceReaders } from './reads/resources.ts';
import type { ResourceRead } from './reads/resources.ts';
import { targetReaders } from './reads/targets.ts';
import type { TargetRead } from './reads/targets.ts';

/** What is asked of Azure Resource Manager without changing anything. */
export type Read =
  | ResourceRead
  | AccessRead
  | DenyRead
  | IdentityRead
  | TargetRead
  | ContainerRead
  | ProviderRead
  | ExistenceRead;

/** HEAD: whether there is what a read would show. */
interface ExistenceRead {
  readonly kind: 'existence';
  readonly of: Read;
}

type ReadOf<Kind extends Read['kind']> = Extract<Read, { readonly kind: Kind }>;

const readers: {
  readonly [Kind in Read['kind']]: (state: CloudState, asked: ReadOf<Kind>, reader: Reader) => SourcedResponse;
} = {
  ...resourceReaders,
  ...accessReaders,
  ...denyReaders,
  ...identityReaders,
  ...targetReaders,
  ...containerReaders,
  ...providerReaders,
  existence: (state, { of }, reader) => {
    const found = readFor(state, of, reader);
    return found.response.status < 300 ? armEmpty(204) : found;
  },
};

/** The answer to a read for this caller: who may not read a thing is refused, and lists leave it out. */
export function answerRead(
  state: CloudState,
  read: Read,
  caller: Caller,
  hear: Hearer = () => {},
  rules: Rules = azureRules,
): SourcedResponse {
  return readFor(state, read, readerFor(state, caller, hear, rules));
}

function readFor(state: CloudState, read: Read, reader: Reader): SourcedResponse {
  // The table pairs each read with its reader; a look-up loses the pairing, so it is said once here.
  const answer = readers[read.kind] as (state: CloudState, asked: Read, reader: Reader) => SourcedResponse;
  return answer(state, read, reader);
}
