import { owner } from '#domain/cloud/command.ts';
import { runChain, runManagedIdentityCredential } from '#domain/credential/chain.ts';
import type { ChainQuestion, CredentialQuestion } from '#domain/credential/chain.ts';
import type { ChainRun, CredentialName, Link, ManagedIdentityOptions } from '#domain/credential/credentials.ts';
import { originNamed } from '#domain/script/to-command.ts';
import { vaultAudience } from '#test/support/engine.ts';
import type { Played } from '#test/support/engine.ts';

type Ran = Extract<ChainRun, { kind: 'ran' }>;

/** Asks the chain on a host or `laptop`, for Key Vault; somebody is signed in there where nothing else is said. */
export function askChain({ state }: Played, from: string, more: Partial<ChainQuestion> = {}): ChainRun {
  return runChain(state, {
    from: originNamed(state, from),
    resource: vaultAudience,
    environment: {},
    options: {},
    signedIn: owner,
    ...more,
  });
}

/** Asks a bare managed identity credential. */
export function askBare(
  { state }: Played,
  from: string,
  more: Partial<CredentialQuestion<ManagedIdentityOptions>> = {},
): ChainRun {
  const question = { from: originNamed(state, from), resource: vaultAudience, environment: {}, options: {} };
  return runManagedIdentityCredential(state, { ...question, ...more });
}

export function ran(run: ChainRun): Ran {
  if (run.kind !== 'ran') throw new Error(`The credential was not asked: ${JSON.stringify(run)}`);
  return run;
}

export function linkOf(run: ChainRun, credential: CredentialName): Link {
  const link = ran(run).links.find((each) => each.credential === credential);
  if (link === undefined) throw new Error(`${credential} is not in the chain.`);
  return link;
}

/** The members with their verdicts, `EnvironmentCredential: unavailable` and so on. */
export function verdictsOf(run: ChainRun): string[] {
  return ran(run).links.map(({ credential, verdict }) => `${credential.replace('Credential', '')}: ${verdict.kind}`);
}

/** Makes the requests of a run happen in the world. */
export function playRun(played: Played, run: ChainRun): Played {
  return played.goOn(...ran(run).links.flatMap(({ attempts }) => attempts.map(({ command }) => command)));
}

/** The addresses that a member asked, in order. */
export function askedBy({ attempts }: Link): string[] {
  return attempts.map(({ command }) => (command.type === 'RequestToken' ? command.request.url : 'az'));
}
