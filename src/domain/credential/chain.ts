import type { Caller } from '#domain/cloud/command.ts';
import { cannotSend } from '#domain/cloud/operations/can-send.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import type {
  ChainOptions,
  ChainRun,
  CredentialName,
  Environment,
  Link,
  ManagedIdentityOptions,
  Outcome,
} from './credentials.ts';
import { credentialNames, groupsOfCredentials } from './credentials.ts';
import { askEnvironment } from './environment-credential.ts';
import { environmentOf, variable } from './environment.ts';
import { askManagedIdentity, refuseOptions } from './managed-identity.ts';
import { tokenFrom, unavailable } from './outcomes.ts';
import { openSession } from './session.ts';
import type { Session } from './session.ts';
import * as wire from './wire.ts';
import { askWorkloadIdentity } from './workload-identity.ts';

/** Code that asks a credential for a token. */
export interface CredentialQuestion<Options> {
  readonly from: Origin;
  /** The scope without `/.default`. */
  readonly resource: string;
  /** What the process sets itself, over what its platform sets. */
  readonly environment: Environment;
  readonly options: Options;
}

export interface ChainQuestion extends CredentialQuestion<ChainOptions> {
  /** Who is signed in with the Azure CLI on a laptop. */
  readonly signedIn: Caller | null;
}

interface Run extends ChainQuestion {
  readonly session: Session;
  /** `AZURE_TOKEN_CREDENTIALS=ManagedIdentityCredential`: no probe, and the options are left out. */
  readonly alone: boolean;
}

/** How each member asks. */
const members: Readonly<Record<CredentialName, (run: Run) => Outcome>> = {
  EnvironmentCredential: ({ session, from, resource, environment }) =>
    askEnvironment(session, from, resource, environment),
  WorkloadIdentityCredential: ({ session, from, resource, environment, options }) =>
    askWorkloadIdentity(session, from, resource, { environment, options }),
  ManagedIdentityCredential: askInChain,
  VisualStudioCodeCredential: () => unavailable(wire.visualStudioCodeUnavailable, 'sdk'),
  AzureCliCredential: askAzureCli,
  AzurePowerShellCredential: () => unavailable(wire.powerShellNotFound, 'sdk'),
  AzureDeveloperCliCredential: () => unavailable(wire.developerCliNotFound, 'sdk'),
};

/**
 * What `new DefaultAzureCredential(options).getToken(resource)` of the SDK for JavaScript would do from there now. The
 * requests are decided in a copy of the world: to make them happen, give their commands to the world in order.
 */
export function runChain(state: CloudState, question: ChainQuestion): ChainRun {
  const reason = cannotSend(state, question.from);
  if (reason !== null) return { kind: 'notRunning', reason };
  const environment = environmentOf(state, question.from, question.environment);
  const missing = (question.options.requiredEnvVars ?? []).filter((name) => variable(environment, name) === null);
  if (missing.length > 0) return { kind: 'invalid', message: wire.variablesMissing(missing), source: 'sdk' };
  const chosen = variable(environment, 'AZURE_TOKEN_CREDENTIALS');
  const names = selected(chosen);
  if (names === null) return { kind: 'invalid', message: wire.invalidSelection(chosen ?? ''), source: 'sdk' };
  const alone = names.length === 1;
  return runMembers(names, { ...question, environment, session: openSession(state), alone });
}

/** What a bare `new ManagedIdentityCredential(options).getToken(resource)` would do: no probe, no `AZURE_CLIENT_ID`. */
export function runManagedIdentityCredential(
  state: CloudState,
  { from, resource, environment: own, options }: CredentialQuestion<ManagedIdentityOptions>,
): ChainRun {
  const reason = cannotSend(state, from);
  if (reason !== null) return { kind: 'notRunning', reason };
  const environment = environmentOf(state, from, own);
  const refusal = refuseOptions(options, environment);
  if (refusal !== null) return { kind: 'invalid', message: refusal, source: 'sdk' };
  const session = openSession(state);
  const client = 'ManagedIdentityCredential';
  const outcome = askManagedIdentity(session, { from, resource, environment, options, client, probes: false });
  const link: Link = { credential: client, ...outcome, attempts: session.takeAttempts() };
  const { verdict, message } = outcome;
  if (verdict.kind === 'token') return { kind: 'ran', links: [link], tokenId: verdict.tokenId, error: null };
  const name = 'error' in verdict && verdict.error !== null ? verdict.error : 'CredentialUnavailableError';
  return { kind: 'ran', links: [link], tokenId: null, error: { name, message } };
}

/** The members that a value of `AZURE_TOKEN_CREDENTIALS` leaves; null where it is no value (facts: tokens §8.1). */
function selected(value: string | null): readonly CredentialName[] | null {
  if (value === null) return credentialNames;
  const wanted = value.trim().toLowerCase();
  if (wanted === '') return credentialNames;
  if (wanted === 'prod' || wanted === 'dev') return groupsOfCredentials[wanted];
  const name = credentialNames.find((each) => each.toLowerCase() === wanted);
  return name === undefined ? null : [name];
}

/** Each member in turn, until one has a token or ends the chain by its error. */
function runMembers(names: readonly CredentialName[], run: Run): ChainRun {
  const links: Link[] = [];
  let isOver = false;
  for (const credential of names) {
    const outcome: Outcome = isOver ? notReached : members[credential](run);
    isOver ||= outcome.verdict.kind !== 'unavailable';
    links.push({ credential, ...outcome, attempts: run.session.takeAttempts() });
  }
  const token = links.find(({ verdict }) => verdict.kind === 'token')?.verdict;
  if (token?.kind === 'token') return { kind: 'ran', links, tokenId: token.tokenId, error: null };
  return { kind: 'ran', links, tokenId: null, error: errorOf(links) };
}

const notReached: Outcome = { verdict: { kind: 'notReached' }, message: null, source: 'sdk' };

function errorOf(links: readonly Link[]): Extract<ChainRun, { kind: 'ran' }>['error'] {
  const failed = links.find(({ verdict }) => verdict.kind === 'failed');
  if (failed !== undefined) return { name: 'AuthenticationError', message: failed.message };
  const thrown = links.flatMap(({ verdict, message }) =>
    verdict.kind === 'unavailable' && verdict.error !== null ? [{ name: verdict.error, message }] : [],
  );
  if (thrown.length === 0) return { name: 'CredentialUnavailableError', message: wire.noToken };
  const known = thrown.flatMap(({ name, message }) => (message === null ? [] : [{ name, message }]));
  const message = known.length === thrown.length ? wire.allFailed(known) : null;
  return { name: 'AggregateAuthenticationError', message };
}

/** The resource ID wins over the client ID, and the variable is read where neither is given (facts: tokens §8.1). */
function askInChain({ session, from, resource, environment, options: given, alone }: Run): Outcome {
  const options: ChainOptions = alone ? {} : given;
  const clientId = options.managedIdentityClientId ?? variable(environment, 'AZURE_CLIENT_ID');
  const tokenFile = variable(environment, 'AZURE_FEDERATED_TOKEN_FILE');
  const byFile = tokenFile === null ? undefined : options.workloadIdentityClientId;
  const identity = oneIdOf(options.managedIdentityResourceId ?? '', byFile ?? clientId ?? '');
  const asking = { from, resource, environment, options: identity };
  return askManagedIdentity(session, { ...asking, client: 'DefaultAzureCredential', probes: !alone });
}

function oneIdOf(resourceId: string, clientId: string): ManagedIdentityOptions {
  if (resourceId !== '') return { resourceId };
  return clientId === '' ? {} : { clientId };
}

/** The CLI is on a laptop only; elsewhere nobody installed it. What `az` prints of a refusal is not known. */
function askAzureCli({ session, from, resource, signedIn }: Run): Outcome {
  if (from.kind !== 'laptop') return unavailable(wire.azureCliNotFound, 'sdk');
  if (signedIn === null) return unavailable(wire.azureCliNotSignedIn, 'sdk');
  const reply = session.send({ type: 'RequestUserToken', resource }, { by: signedIn });
  return reply.kind === 'answered' && reply.tokenId !== null
    ? tokenFrom(reply.tokenId)
    : unavailable(null, 'unconfirmed');
}
