import { headerOf } from '#domain/http/message.ts';
import type { HttpRequest, SourcedResponse } from '#domain/http/message.ts';
import type { Uri } from '#domain/kernel/uri.ts';
import { queryValue } from '#domain/kernel/uri.ts';
import { readTokenQuery } from '#domain/managedidentity/token-request.ts';
import type { IdentitySelector } from '#domain/managedidentity/selection.ts';
import { imdsSelectors } from './request.ts';
import { isLeftOut, routeOf } from './routes.ts';
import type { DocumentRoute, Route } from './routes.ts';
import type { ImdsFault } from './state.ts';
import { isVersion } from './versions.ts';
import * as wire from './wire.ts';

/** What IMDS understood of a request. */
export type ImdsReading =
  /** It is answered already; by a fault, where `byFault` says so. */
  | { readonly kind: 'answered'; readonly answer: SourcedResponse; readonly byFault: boolean }
  | { readonly kind: 'token'; readonly resource: string; readonly selector: IdentitySelector | null }
  | { readonly kind: 'document'; readonly route: DocumentRoute };

interface Asked {
  readonly request: HttpRequest;
  readonly uri: Uri;
  /** Null for a path that leads nowhere. */
  readonly route: Route | null;
}

type Check = (asked: Asked) => SourcedResponse | null;

/** Every check before the query is read, in order: the first that fails answers (facts: tokens §1.5). */
const checks: readonly (Check | ImdsFault['kind'])[] = [
  // The service in front of IMDS answers for it before anything is read.
  'restarting',
  checkForwarded,
  checkHeader,
  checkMethod,
  'endpointUpdating',
  checkPath,
  checkRepeated,
  checkVersion,
  'updating',
  'throttled',
  'unavailable',
];

/** How each fault answers, and whether it concerns all of IMDS or its `identity` category only. */
const faults: Readonly<
  Record<ImdsFault['kind'], { readonly answer: () => SourcedResponse; readonly meets: 'everything' | 'identity' }>
> = {
  restarting: { answer: wire.restarting, meets: 'everything' },
  endpointUpdating: { answer: wire.endpointUpdating, meets: 'identity' },
  updating: { answer: wire.updating, meets: 'identity' },
  throttled: { answer: wire.throttled, meets: 'identity' },
  serverError: { answer: wire.serverError, meets: 'identity' },
  unavailable: { answer: wire.unavailable, meets: 'identity' },
};

/**
 * Reads a request, or answers it at once. That the header comes before the query is confirmed; the rest of the
 * order, and the places of the faults in it, are the simulator's (facts: tokens §1.5).
 */
export function readRequest(request: HttpRequest, uri: Uri, fault: ImdsFault | null): ImdsReading {
  const route = routeOf(uri.path);
  const asked = { request, uri, route };
  for (const check of checks) {
    if (typeof check === 'string') {
      if (meets(fault, check, route)) return byFault(fault);
      continue;
    }
    const refusal = check(asked);
    if (refusal !== null) return answered(refusal);
  }
  if (route === null) return answered(notFoundAt(uri));
  if (route.to !== 'token') return { kind: 'document', route };
  const read = readTokenQuery(uri, imdsSelectors, { missing: wire.resourceMissing, several: wire.severalSelectors });
  if (read.kind === 'refused') return answered(read.answer);
  if (meets(fault, 'serverError', route)) return byFault(fault);
  return { kind: 'token', resource: read.resource, selector: read.selector };
}

function meets(fault: ImdsFault | null, kind: ImdsFault['kind'], route: Route | null): fault is ImdsFault {
  if (fault?.kind !== kind) return false;
  return faults[kind].meets === 'everything' || route?.to === 'token' || route?.to === 'info';
}

function byFault({ kind, retryAfter }: ImdsFault): ImdsReading {
  const answer = faults[kind].answer();
  return {
    kind: 'answered',
    answer: retryAfter === undefined ? answer : wire.askedAgainAfter(answer, retryAfter),
    byFault: true,
  };
}

function answered(answer: SourcedResponse): ImdsReading {
  return { kind: 'answered', answer, byFault: false };
}

function checkForwarded({ request }: Asked): SourcedResponse | null {
  return headerOf(request.headers, 'X-Forwarded-For') === null ? null : wire.forwardedRequest();
}

function checkHeader({ request, route }: Asked): SourcedResponse | null {
  const metadata = headerOf(request.headers, 'Metadata');
  if (metadata === 'true') return null;
  const source = metadata === null ? 'capture' : 'unconfirmed';
  if (route?.to === 'instance') return wire.instanceHeaderMissing(source);
  return wire.metadataHeaderMissing(route?.to === 'token' ? source : 'unconfirmed');
}

function checkMethod({ request }: Asked): SourcedResponse | null {
  return request.method === 'GET' ? null : wire.methodNotAllowed();
}

function checkPath({ uri, route }: Asked): SourcedResponse | null {
  return route === null ? notFoundAt(uri) : null;
}

/** What Azure has and the simulator has not is answered like an unknown path, in the simulator's name. */
function notFoundAt({ path }: Uri): SourcedResponse {
  return wire.notFound(isLeftOut(path) ? 'unconfirmed' : 'capture');
}

function checkRepeated({ uri: { query } }: Asked): SourcedResponse | null {
  return new Set(query.map(([name]) => name)).size < query.length ? wire.repeatedParameter() : null;
}

function checkVersion({ uri, route }: Asked): SourcedResponse | null {
  if (route === null || route.since === null) return null;
  if (isVersion(queryValue(uri, 'api-version'), route.since)) return null;
  return route.to === 'instance' ? wire.instanceVersionInvalid() : wire.invalidApiVersion();
}
