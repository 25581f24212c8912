import { referenceEndFacts, referenceEnds } from '#domain/appservice/key-vault-reference.ts';
import type { ReferenceEnd, ResolveStatus } from '#domain/appservice/key-vault-reference.ts';
import { connectionEnds, connectionError } from '#domain/appservice/platform-wire.ts';
import type { ConnectionEnd } from '#domain/appservice/platform-wire.ts';
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
  const properties = answerOf<{ properties: { reference: string; details: string } }>(
    events,
    '/config/configreferences/',
  )?.properties;
  if (properties === undefined) return null;
  const { reference, details } = properties;
  const { gate, body } = replyOfTarget(events);
  const end = referenceEnds.find(
    (each) => referenceEndFacts[each].details === details && (each === 'firewall') === (gate?.gate === 'network'),
  );
  if (end === undefined) return null;
  const environment = end === 'resolved' ? (JSON.parse(body) as { value: string }).value : reference;
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
  const status = answerOf<{ errors?: readonly string[] }>(events, '/hostruntime/');
  if (status === null) return null;
  const error = status.errors?.[0] ?? null;
  const silent = events.some(({ type }) => type === 'RequestSent') ? 'opened' : 'connectionString';
  const end = error === null ? silent : connectionEnds.find((each) => connectionError(each, connection) === error);
  return end === undefined ? null : { end, gate: replyOfTarget(events).gate };
}

/** The body of the management plane's 200 at such an address. */
function answerOf<Body>(events: readonly CloudEvent[], path: string): Body | null {
  for (const event of events.toReversed()) {
    if (event.type !== 'ManagementAnswered' || !event.url.includes(path)) continue;
    return event.response.status === 200 ? (JSON.parse(event.response.body) as Body) : null;
  }
  return null;
}

/** What a target answered to the platform: the gate that refused, and the body. */
function replyOfTarget(events: readonly CloudEvent[]): { readonly gate: Gate | null; readonly body: string } {
  for (const event of events) {
    if (event.type !== 'ResponseReturned' || event.from.kind !== 'target') continue;
    return { gate: event.decision?.gates.find(({ passed }) => !passed) ?? null, body: event.response.body };
  }
  return { gate: null, body: '' };
}
