import { runChain } from '#domain/credential/chain.ts';
import { credentialNames } from '#domain/credential/credentials.ts';
import type { ChainRun, Link } from '#domain/credential/credentials.ts';
import type { Caller } from '#domain/cloud/command.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { Origin } from '#domain/protocol/actor.ts';

export { credentialNames };
export type { ChainRun, Link };

export interface ChainWish {
  readonly from: Origin;
  readonly resource: string;
  /** What `AZURE_TOKEN_CREDENTIALS` says; empty where it is not set. */
  readonly selection: string;
  readonly managedIdentityClientId: string | null;
  readonly signedIn: Caller | null;
}

/** What `DefaultAzureCredential` would do from there now; nothing of it is recorded. */
export function chainRun(state: CloudState, wish: ChainWish): ChainRun {
  const { from, resource, selection, managedIdentityClientId, signedIn } = wish;
  return runChain(state, {
    from,
    resource: resource.replace(/\/$/, ''),
    environment: selection === '' ? {} : { AZURE_TOKEN_CREDENTIALS: selection },
    options: managedIdentityClientId === null ? {} : { managedIdentityClientId },
    signedIn,
  });
}
