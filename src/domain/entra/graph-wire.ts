import type { HttpResponse, SourcedResponse, WireSource } from '#domain/http/message.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { toIso } from '#domain/kernel/instant.ts';

export const graphHost = 'graph.microsoft.com';

/** The address of something in Microsoft Graph. */
export function graphUrl(path: string): string {
  return `https://${graphHost}/v1.0${path}`;
}

const jsonHeaders: HttpResponse['headers'] = [
  [
    'Content-Type',
    'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8',
  ],
  ['Cache-Control', 'no-cache'],
];

/** An object or a list as Graph answers it, with the context that names its kind. */
export function graphJson(status: 200 | 201, context: string, body: object): SourcedResponse {
  const full = { '@odata.context': `${graphUrl('')}/$metadata#${context}`, ...body };
  return { response: { status, headers: jsonHeaders, body: JSON.stringify(full) }, source: 'docs' };
}

/** 204 of a change that answers nothing, 202 of something that will be done. */
export function graphEmpty(status: 202 | 204): SourcedResponse {
  return { response: { status, headers: [['Cache-Control', 'no-cache']], body: '' }, source: 'docs' };
}

/** What Graph prints into its errors. */
export interface GraphTrace {
  readonly requestId: string;
  readonly now: Instant;
}

interface GraphError {
  readonly status: 400 | 401 | 403 | 404;
  readonly code: string;
  readonly message: string;
  readonly source: WireSource;
  readonly details?: readonly object[];
}

/** Graph's error envelope (capture: microsoft-graph-docs#16208). */
function graphError({ requestId, now }: GraphTrace, error: GraphError): SourcedResponse {
  const { status, code, message, source, details } = error;
  const innerError = { date: toIso(now).slice(0, -1), 'request-id': requestId, 'client-request-id': requestId };
  const body = { error: { code, message, ...(details === undefined ? {} : { details }), innerError } };
  return { response: { status, headers: jsonHeaders, body: JSON.stringify(body) }, source };
}

/** facts: control-plane §5.4 */
export function objectNotFound(id: string, trace: GraphTrace): SourcedResponse {
  return graphError(trace, {
    status: 404,
    code: 'Request_ResourceNotFound',
    message: `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
    source: 'capture',
  });
}

/** capture: microsoft-graph-docs#1508 */
export function userExists(trace: GraphTrace): SourcedResponse {
  const message = 'Another object with the same value for property userPrincipalName already exists.';
  const details = [{ code: 'ObjectConflict', message, target: 'userPrincipalName' }];
  return graphError(trace, { status: 400, code: 'Request_BadRequest', message, source: 'capture', details });
}

export function invalidValue(property: string, kind: string, trace: GraphTrace): SourcedResponse {
  return badRequest(`Invalid value specified for property '${property}' of resource '${kind}'.`, trace, 'unconfirmed');
}

/** sdk: the text by which clients know that somebody is a member already (azure-cli, n8n) */
export function memberExists(trace: GraphTrace): SourcedResponse {
  const message = "One or more added object references already exist for the following modified properties: 'members'.";
  return badRequest(message, trace, 'sdk');
}

/** capture: several scripts that know a second assignment by this text */
export function appRoleExists(trace: GraphTrace): SourcedResponse {
  return badRequest('Permission being assigned already exists on the object', trace, 'capture');
}

/** capture: several scripts that met it */
export function appRoleUnknown(trace: GraphTrace): SourcedResponse {
  return badRequest('Permission being assigned was not found on application', trace, 'capture');
}

function badRequest(message: string, trace: GraphTrace, source: WireSource): SourcedResponse {
  return graphError(trace, { status: 400, code: 'Request_BadRequest', message, source });
}

/** Why Graph does not take a token; the audience's words are captured (microsoft-graph-docs#16208). */
const tokenFaults = {
  token: ['Access token is empty.', 'capture'],
  malformed: ['CompactToken parsing failed with error code: 80049217', 'unconfirmed'],
  signature: ['Access token validation failure. Invalid signature.', 'unconfirmed'],
  issuer: ['Access token validation failure. Invalid issuer.', 'unconfirmed'],
  audience: ['Access token validation failure. Invalid audience.', 'capture'],
  lifetime: ['Lifetime validation failed, the token is expired.', 'unconfirmed'],
} as const satisfies Record<string, readonly [string, WireSource]>;

export type TokenFault = keyof typeof tokenFaults;

export function tokenRefused(fault: TokenFault, trace: GraphTrace): SourcedResponse {
  const [message, source] = tokenFaults[fault];
  return graphError(trace, { status: 401, code: 'InvalidAuthenticationToken', message, source });
}

/** capture: microsoft-graph-docs#10290 */
export function insufficientPrivileges(trace: GraphTrace): SourcedResponse {
  const message = 'Insufficient privileges to complete the operation.';
  return graphError(trace, { status: 403, code: 'Authorization_RequestDenied', message, source: 'capture' });
}

/** An address of Graph that this simulator does not have, or that nobody has. */
export function segmentNotFound(segment: string, trace: GraphTrace): SourcedResponse {
  const message = `Resource not found for the segment '${segment}'.`;
  return graphError(trace, { status: 400, code: 'BadRequest', message, source: 'unconfirmed' });
}
