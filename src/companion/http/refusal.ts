import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ConnectionFailure } from '#domain/protocol/exchange.ts';

/** An answer of the companion's own, in the shape of Azure's errors: what was wrong, and what to do. */
export interface Refusal {
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly message: string;
}

/** The body of a refusal: as Azure Resource Manager writes it, with what the token endpoints write beside it, so that every client finds its own. */
export function refusalBody({ code, message }: Refusal): string {
  return JSON.stringify({ error: { code, message }, error_description: message });
}

export function refusalResponse(refusal: Refusal): Response {
  return new Response(refusalBody(refusal), {
    status: refusal.status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}

/**
 * A connection that Azure would not have made. Here there is one, so it has to be answered: by 403, which no SDK tries
 * again, or by 404 for names.
 */
export function connectionRefused(reason: ConnectionFailure, host: string): Refusal {
  return { status: reason === 'nameNotResolved' ? 404 : 403, code: codes[reason], message: messages[reason](host) };
}

const codes: Readonly<Record<ConnectionFailure, string>> = {
  unreachable: 'Unreachable',
  nameNotResolved: 'NameNotResolved',
  endpointNotSet: 'EndpointNotSet',
  notRunning: 'HostNotRunning',
  originGone: 'HostGone',
};

const messages: Readonly<Record<ConnectionFailure, (host: string) => string>> = {
  unreachable: (host) => `${host} is unreachable from here: its address leads nowhere outside an Azure host.`,
  nameNotResolved: (host) => `No resource of this world answers at ${host}. Create it first, by ARM or in the page.`,
  endpointNotSet: () =>
    'This app has no managed identity, so IDENTITY_ENDPOINT is not set on it. Assign an identity first.',
  notRunning: () => 'This host is stopped: no code runs on it. Start it first.',
  originGone: () => 'This host was deleted: no code runs on it. Create it again first.',
};
