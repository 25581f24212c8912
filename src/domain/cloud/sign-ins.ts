import type { CloudEvent } from '#domain/cloud/event.ts';
import type { ResourceId, TokenId } from '#domain/kernel/brand.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { parseQuery } from '#domain/kernel/uri.ts';
import type { Actor } from '#domain/protocol/actor.ts';

/** One row of the sign-in log: somebody asked Entra ID for a token. A token from a cache leaves no row. */
export interface SignIn {
  readonly at: Instant;
  /** The list of the log that it is in. */
  readonly category: 'managedIdentity' | 'user';
  readonly clientId: string;
  /** Whose token it is; null where none was issued. */
  readonly principalId: string | null;
  readonly resource: string;
  /** The host for which its endpoint asked, `associatedResourceId` in Microsoft Graph; null for what has no host. */
  readonly associatedResourceId: ResourceId | null;
  /** 0 of a success, else the number behind `AADSTS`. */
  readonly errorCode: number;
  readonly tokenId: TokenId | null;
}

/** A request to a token endpoint that has not been answered. */
interface Asked {
  readonly form: ReadonlyMap<string, string>;
  readonly host: ResourceId | null;
}

/** How far the events have been read. */
interface Reading {
  readonly rows: SignIn[];
  readonly holders: Map<TokenId, string>;
  /** Requests that are open, the latest last: null for those that are no sign-in. */
  readonly open: (Asked | null)[];
  host: ResourceId | null;
  now: Instant;
}

/**
 * The sign-in log of all that happened, oldest first (facts: corrections 11 and 23). Addresses of callers are not
 * in it: for managed identities the log has none.
 */
export function signInsOf(events: Iterable<CloudEvent>, start: Instant): readonly SignIn[] {
  const reading: Reading = { rows: [], holders: new Map(), open: [], host: null, now: start };
  for (const event of events) read(reading, event);
  return reading.rows;
}

function read(reading: Reading, event: CloudEvent): void {
  const { open, holders } = reading;
  switch (event.type) {
    case 'ClockAdvanced':
      reading.now = event.to;
      break;
    case 'TokenIssued':
      holders.set(event.tokenId, event.claims.oid);
      break;
    case 'RequestSent':
      // What an endpoint asks in the middle of a request it asks for the host that sent it.
      reading.host = hostOf(event.from) ?? (open.length === 0 ? null : reading.host);
      open.push(askedBy(event, reading.host));
      break;
    case 'ConnectionFailed':
      open.pop();
      break;
    case 'ResponseReturned': {
      const asked = open.pop() ?? null;
      if (asked !== null) reading.rows.push(rowOf(reading, asked, event));
      break;
    }
    default:
  }
}

function askedBy(event: Extract<CloudEvent, { type: 'RequestSent' }>, host: ResourceId | null): Asked | null {
  return isTokenPost(event) ? { form: new Map(parseQuery(event.request.body)), host } : null;
}

function isTokenPost({ to, request }: Extract<CloudEvent, { type: 'RequestSent' }>): boolean {
  return to.kind === 'entra' && request.method === 'POST';
}

function hostOf(from: Actor): ResourceId | null {
  switch (from.kind) {
    case 'application':
      return from.origin.kind === 'host' ? from.origin.resourceId : null;
    case 'identityEndpoint':
    case 'platform':
      return from.host;
    default:
      return null;
  }
}

function rowOf(
  { now, holders }: Reading,
  { form, host }: Asked,
  { tokenId, response }: Extract<CloudEvent, { type: 'ResponseReturned' }>,
): SignIn {
  const scope = form.get('scope');
  return {
    at: now,
    category: form.get('grant_type') === 'client_credentials' ? 'managedIdentity' : 'user',
    clientId: form.get('client_id') ?? '',
    principalId: tokenId === null ? null : (holders.get(tokenId) ?? null),
    resource: form.get('resource') ?? scope?.replace(/\/[^/]*$/, '') ?? '',
    associatedResourceId: host,
    errorCode: errorCodeOf(response.body),
    tokenId,
  };
}

/** Entra ID's errors carry their numbers; an answer without one is a success. */
function errorCodeOf(body: string): number {
  return Number(/"error_codes":\[(\d+)\]/.exec(body)?.[1] ?? 0);
}
