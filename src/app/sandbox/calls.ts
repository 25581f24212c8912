import { subscriptionScope } from '#domain/arm/resource-id.ts';
import type { Resource, Target } from '#domain/arm/resource.ts';
import type { CommandOf } from '#domain/cloud/command.ts';
import { resourcesOf } from '#domain/cloud/queries.ts';
import { readFrom } from '#domain/cloud/requests.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { workloadTokenRequest } from '#domain/cloud/workload-request.ts';
import { readCosmosRequest } from '#domain/cosmos/wire.ts';
import { tokenReference } from '#domain/entra/token.ts';
import type { PresentedToken } from '#domain/entra/token.ts';
import type { HttpRequest } from '#domain/http/message.ts';
import { sendMessageRequest } from '#domain/messaging/wire.ts';
import type { IdentitySelector } from '#domain/managedidentity/selection.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import { sqlRequest } from '#domain/sql/wire.ts';
import { getBlobRequest } from '#domain/storage/wire.ts';
import type { Timeline } from '#domain/timeline/timeline.ts';
import { contentsOf, targetsIn } from './facts.ts';
import { keysListedOf } from './services.ts';

/** Something that code can ask of a target. */
export interface CallChoice {
  readonly key: string;
  /** As it is named in a list: `kv-shop/db-password`. */
  readonly name: string;
  readonly command: (from: Origin, token: PresentedToken) => CommandOf<'CallTarget'>;
}

/** The secrets and blobs that can be read. */
export function storedCalls(state: CloudState): CallChoice[] {
  return targetsIn(state).flatMap((target) =>
    contentsOf(state, target).map(({ path }) => ({
      key: `${target.id} ${path}`,
      name: `${target.name}/${path}`,
      command: (from, token) => storedCall(target, path, from, token),
    })),
  );
}

function storedCall(target: Target, path: string, from: Origin, token: PresentedToken): CommandOf<'CallTarget'> {
  if (token.kind !== 'sharedKey') return readFrom(target, path, from, token);
  return call(from, token, () => getBlobRequest(target.name, path, `SharedKey ${token.account}:signature`));
}

/** Everything that code can call: what is stored, the other targets, apps, Azure itself and Microsoft Graph. */
export function allCalls(state: CloudState): CallChoice[] {
  return [...storedCalls(state), ...resourcesOf(state).flatMap((each) => callsOf(state, each)), ...sharedCalls(state)];
}

function callsOf(state: CloudState, { kind, id, name }: Resource): CallChoice[] {
  const choice = (what: string, request: (authorization: string | null) => HttpRequest): CallChoice => ({
    key: `${id} ${what}`,
    name: `${name}/${what}`,
    command: (from, token) => call(from, token, request),
  });
  switch (kind) {
    case 'sqlDatabase': {
      const [server = '', database = ''] = name.split('/');
      return [choice('Orders', () => sqlRequest(server, database, 'SELECT * FROM Orders'))];
    }
    case 'cosmosAccount':
      return [
        choice('shop/orders/1', (token) =>
          readCosmosRequest(name, 'dbs/shop/colls/orders/docs/1', state.now, bare(token)),
        ),
      ];
    case 'serviceBusNamespace':
      return [choice('mails', (token) => sendMessageRequest(name, 'mails', 'Thank you for your order', token))];
    case 'eventHubsNamespace':
      return [choice('clicks', (token) => sendMessageRequest(name, 'clicks', '{"page":"/pears"}', token))];
    case 'webApp':
    case 'webAppSlot':
      return [
        choice('api/orders', (token) => get(`https://${name.replace('/', '-')}.azurewebsites.net/api/orders`, token)),
      ];
    default:
      return [];
  }
}

/** Services that the whole cloud shares. */
function sharedCalls({ subscriptionId }: CloudState): CallChoice[] {
  const groups = `https://management.azure.com${subscriptionScope(subscriptionId)}/resourceGroups?api-version=2021-04-01`;
  return [
    ['management.azure.com/resourceGroups', groups] as const,
    ['graph.microsoft.com/users', 'https://graph.microsoft.com/v1.0/users'] as const,
  ].map(([name, url]) => ({
    key: name,
    name,
    command: (from, token) => call(from, token, (header) => get(url, header)),
  }));
}

function get(url: string, authorization: string | null): HttpRequest {
  return { method: 'GET', url, headers: authorization === null ? [] : [['Authorization', authorization]], body: '' };
}

function call(
  from: Origin,
  token: PresentedToken,
  request: (authorization: string | null) => HttpRequest,
): CommandOf<'CallTarget'> {
  const authorization = token.kind === 'jwt' ? `Bearer ${tokenReference(token.claims.uti)}` : null;
  return { type: 'CallTarget', from, request: request(authorization), token };
}

function bare(authorization: string | null): string | null {
  return authorization === null ? null : authorization.replace(/^Bearer /, '');
}

/** A batch of SQL statements for a database, `<server>/<database>`. */
export function sqlCall(database: string, batch: string, from: Origin, token: PresentedToken): CommandOf<'CallTarget'> {
  const [server = '', name = ''] = database.split('/');
  return call(from, token, () => sqlRequest(server, name, batch));
}

/** Account keys that somebody has listed: they open the account instead of a token. */
export function listedKeys(state: CloudState, timeline: Timeline): Extract<PresentedToken, { kind: 'sharedKey' }>[] {
  return targetsIn(state).flatMap(({ kind, id, name }) =>
    kind !== 'storageAccount'
      ? []
      : keysListedOf(timeline, id).map((key) => ({ kind: 'sharedKey' as const, account: name, key })),
  );
}

/** The sign-in of a workload whose platform gives it tokens; null where it was told no identity. */
export function workloadSignIn(
  state: CloudState,
  from: Origin,
  resource: string,
  selector: IdentitySelector | null,
): CommandOf<'RequestToken'> | null {
  const request = workloadTokenRequest(state, from, { resource: resource.replace(/\/$/, ''), selector });
  return request === null ? null : { type: 'RequestToken', from, request };
}
