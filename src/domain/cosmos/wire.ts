import type { TokenClaims } from '#domain/entra/token.ts';
import type { Headers, HttpRequest, SourcedResponse, WireSource } from '#domain/http/message.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { toRfc1123, toUsDateTime } from '#domain/kernel/instant.ts';
import { authorizationOf, cosmosApiVersion, cosmosAudiences, cosmosSuffix } from './rules.ts';
import type { CosmosOperation } from './rules.ts';

/** A read in the data plane of an account: `path` is empty for the account itself (facts: tokens §7.4). */
export function readCosmosRequest(account: string, path: string, now: Instant, token: string | null): HttpRequest {
  const authorization: Headers = token === null ? [] : [['Authorization', authorizationOf(token)]];
  return {
    method: 'GET',
    url: `https://${account}${cosmosSuffix}/${path}`,
    headers: [...authorization, ['x-ms-date', toRfc1123(now)], ['x-ms-version', cosmosApiVersion]],
    body: '',
  };
}

/** What each answer of an account prints. */
export interface CosmosFacts {
  readonly account: string;
  readonly activityId: string;
  readonly now: Instant;
}

function headers(facts: CosmosFacts, subStatus?: number): Headers {
  return [
    ['Content-Type', 'application/json'],
    ['x-ms-activity-id', facts.activityId],
    ...(subStatus === undefined ? [] : ([['x-ms-substatus', String(subStatus)]] as const)),
  ];
}

function failure(
  [status, subStatus]: readonly [status: number, subStatus?: number],
  code: string,
  text: string,
  facts: CosmosFacts,
  source: WireSource,
): SourcedResponse {
  const message = `${text}\r\nActivityId: ${facts.activityId}, Microsoft.Azure.Documents.Common/2.14.0`;
  return {
    response: { status, headers: headers(facts, subStatus), body: JSON.stringify({ code, message }) },
    source,
  };
}

/** facts: tokens §7.4 */
export function headerMissing(facts: CosmosFacts): SourcedResponse {
  const text = 'Required Header authorization is missing. Ensure a valid Authorization token is passed.';
  return failure([401], 'Unauthorized', text, facts, 'capture');
}

/** A header of another form, or what is no token. */
export function tokenInvalid(facts: CosmosFacts, text: string): SourcedResponse {
  return failure([401], 'Unauthorized', text, facts, 'unconfirmed');
}

/** The account takes no keys (facts: tokens §7.4). */
export function keysOff(facts: CosmosFacts): SourcedResponse {
  const text = 'Local Authorization is disabled. Use an AAD token to authorize all requests.';
  return failure([401], 'Unauthorized', text, facts, 'capture');
}

/** facts: tokens §7.4 */
export function wrongAudience(facts: CosmosFacts, found: string): SourcedResponse {
  const accepted = cosmosAudiences(facts.account).join(', ');
  const text = `Provided AAD token is intended for [${found}]. This database account accepts tokens intended for [${accepted}].`;
  return failure([401, 5008], 'Unauthorized', text, facts, 'capture');
}

/** 403, not 401 (facts: tokens §7.4). */
export function tokenExpired(facts: CosmosFacts, { exp }: TokenClaims): SourcedResponse {
  const text = `Request blocked by Auth ${facts.account} : Provided AAD token has been expired since [${spelled(exp as Instant)}]. Current server time is [${spelled(facts.now)}]. Please refresh the AAD token.`;
  return failure([403, 5300], 'Forbidden', text, facts, 'capture');
}

/** The form that cosmos-explorer#2038 shows. */
function spelled(at: Instant): string {
  return `${toUsDateTime(at)} (UTC)`;
}

/** facts: tokens §7.4 */
export function noDataRole(
  facts: CosmosFacts,
  { oid }: TokenClaims,
  action: string,
  resource: string,
): SourcedResponse {
  const text = `Request blocked by Auth ${facts.account} : Request is blocked because principal [${oid}] does not have required RBAC permissions to perform action [${action}] on resource [${resource}]. Learn more: https://aka.ms/cosmos-native-rbac.`;
  return failure([403, 5301], 'Forbidden', text, facts, 'capture');
}

/** Databases and containers are not made with a token (facts: tokens §7.4; the end is that of dotnet/efcore#32197). */
export function notByToken(facts: CosmosFacts, method: string, path: string): SourcedResponse {
  const text = `Request blocked by Auth ${facts.account} : The given request [${method} ${path}] cannot be authorized by AAD token in data plane. Learn more: https://aka.ms/cosmos-native-rbac.`;
  return failure([403, 5300], 'Forbidden', text, facts, 'capture');
}

export function notFound(facts: CosmosFacts): SourcedResponse {
  return failure([404], 'NotFound', 'Entity with the specified id does not exist in the system.', facts, 'unconfirmed');
}

export function operationUnknown(facts: CosmosFacts): SourcedResponse {
  const text =
    'This simulator answers reads of the account, its databases and containers, and the operations on items.';
  return failure([400], 'BadRequest', text, facts, 'unconfirmed');
}

/** The account as clients read it first, before anything else. */
export function accountAnswer(facts: CosmosFacts, location: string): SourcedResponse {
  const endpoint = { name: location, databaseAccountEndpoint: `https://${facts.account}${cosmosSuffix}:443/` };
  return json(200, facts, {
    _self: '',
    id: facts.account,
    _rid: `${facts.account}${cosmosSuffix}`,
    media: '//media/',
    addresses: '//addresses/',
    _dbs: '//dbs/',
    writableLocations: [endpoint],
    readableLocations: [endpoint],
    enableMultipleWriteLocations: false,
  });
}

/** One resource: a database, a container or an item. */
export function resourceAnswer(facts: CosmosFacts, status: 200 | 201, body: unknown): SourcedResponse {
  return json(status, facts, body);
}

/** A feed of resources under the name that each kind has. */
export function feedAnswer(facts: CosmosFacts, name: string, found: readonly unknown[]): SourcedResponse {
  return json(200, facts, { _rid: '', [name]: found, _count: found.length });
}

export function deleted(facts: CosmosFacts): SourcedResponse {
  return { response: { status: 204, headers: headers(facts), body: '' }, source: 'docs' };
}

function json(status: number, facts: CosmosFacts, body: unknown): SourcedResponse {
  return { response: { status, headers: headers(facts), body: JSON.stringify(body) }, source: 'docs' };
}

/** The path under which a refusal names what was asked for. */
export function resourcePath({ database, container, kind }: CosmosOperation): string {
  if (database === '' || kind === 'readDatabase' || kind === 'listContainers') {
    return database === '' ? '/' : `/dbs/${database}`;
  }
  return `/dbs/${database}/colls/${container}`;
}
