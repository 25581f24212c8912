import { referenceEndFacts, referenceEnds } from '#domain/appservice/key-vault-reference.ts';
import type { ReferenceEnd, ResolveStatus } from '#domain/appservice/key-vault-reference.ts';
import { connectionEnds, connectionError } from '#domain/appservice/platform-wire.ts';
import type { ConnectionEnd } from '#domain/appservice/platform-wire.ts';
import { readJson, textAt, textsAt } from '#domain/kernel/json.ts';
import type { Json } from '#domain/kernel/json.ts';
import type { Gate } from '#domain/rbac/access.ts';
import type { CloudEvent } from './event.ts';

/** How a Key Vault reference was read. */
export interface ReferenceOutcome {
  /** App Service's own word. */
  readonly status: ResolveStatus;
  readonly end: ReferenceEnd;
  /** The gate that refused, where the vault was reached. */
  readonly gate: Gate | null;
  /** What code finds in its environment: the secret, or the text of the reference where it was not resolved. */
  readonly environment: string;
}

/** Reads the outcome out of the events of a `ResolveKeyVaultReference`; null where there was no reference to read. */
export function referenceOutcome(events: readonly CloudEvent[]): ReferenceOutcome | null {
  const answer = answerAt(events, '/config/configreferences/');
  const reference = textAt(answer, 'properties', 'reference');
  const details = textAt(answer, 'properties', 'details');
  const { gate, body } = replyOfTarget(events);
  const end = referenceEnds.find(
    (each) => referenceEndFacts[each].details === details && (each === 'firewall') === (gate?.gate === 'network'),
  );
  if (reference === null || end === undefined) return null;
  const environment = end === 'resolved' ? (textAt(readJson(body), 'value') ?? '') : reference;
  return { status: referenceEndFacts[end].status, end, gate, environment };
}

/** How the Functions host opened a connection. */
export interface ConnectionOutcome {
  readonly end: ConnectionEnd;
  /** The gate that refused, where the service was reached. */
  readonly gate: Gate | null;
}

/** Reads the outcome out of the events of an `OpenConnection`; null where no Functions host was asked. */
export function connectionOutcome(events: readonly CloudEvent[], connection: string): ConnectionOutcome | null {
  const status = answerAt(events, '/hostruntime/');
  if (status === undefined) return null;
  const error = textsAt(status, 'errors')[0] ?? null;
  const silent = events.some(({ type }) => type === 'RequestSent') ? 'opened' : 'connectionString';
  const end = error === null ? silent : connectionEnds.find((each) => connectionError(each, connection) === error);
  return end === undefined ? null : { end, gate: replyOfTarget(events).gate };
}

/** The body of the management plane's 200 at such an address; undefined where it answered none. */
function answerAt(events: readonly CloudEvent[], path: string): Json | undefined {
  for (const event of events.toReversed()) {
    if (event.type !== 'ManagementAnswered' || !event.url.includes(path)) continue;
    return event.response.status === 200 ? readJson(event.response.body) : undefined;
  }
  return undefined;
}

/** What a target answered to the platform: the gate that refused, and the body. */
function replyOfTarget(events: readonly CloudEvent[]): { readonly gate: Gate | null; readonly body: string } {
  for (const event of events) {
    if (event.type !== 'ResponseReturned' || event.from.kind !== 'target') continue;
    return { gate: event.decision?.gates.find(({ passed }) => !passed) ?? null, body: event.response.body };
  }
  return { gate: null, body: '' };
}
