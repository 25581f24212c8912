import { readJson } from '#domain/kernel/json.ts';
import type { Json } from '#domain/kernel/json.ts';
import { appHost } from '#domain/appservice/easy-auth.ts';
import { groupApiVersion, resourceKinds } from '#domain/arm/kinds.ts';
import type { Resource, ResourceKind } from '#domain/arm/resource.ts';
import { findGroup } from '#domain/arm/state.ts';
import { resourceGroupId, subscriptionScope } from '#domain/arm/resource-id.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { readCosmosRequest } from '#domain/cosmos/wire.ts';
import { graphUrl } from '#domain/entra/graph-wire.ts';
import type { Headers, HttpMethod, HttpRequest } from '#domain/http/message.ts';
import { messagingSuffix } from '#domain/messaging/rules.ts';
import { sendMessageRequest } from '#domain/messaging/wire.ts';
import { secretUrl } from '#domain/keyvault/wire.ts';
import { armRequest, resourceRequest } from '#domain/rest/request.ts';
import { sqlRequest } from '#domain/sql/wire.ts';
import { getBlobRequest } from '#domain/storage/wire.ts';
import { ScriptError, resourceNamed, resourcesNamed } from './names.ts';

/** What a call does at its address. */
export interface Doing {
  readonly method: HttpMethod;
  /** Empty where nothing is sent. */
  readonly body: string;
}

interface At extends Doing {
  readonly state: CloudState;
  readonly target: Resource;
  /** What follows the resource's name, without the slash between. */
  readonly path: string;
}

interface Form {
  /** How an author writes such an address. */
  readonly form: string;
  readonly fits: RegExp;
  readonly request: (at: At) => HttpRequest;
}

const anything = /^/;
const some = /./;

/** How each kind of target is addressed and asked. Kinds that answer no call are not here. */
const forms: Partial<Readonly<Record<ResourceKind, Form>>> = {
  keyVault: {
    form: '<vault>/secrets/<name>',
    fits: /^(?:deleted)?secrets(?:\/|$)/,
    request: ({ target, path, ...doing }) => withBody(doing, secretUrl(target.name, path)),
  },
  storageAccount: {
    form: '<account>/<container>/<blob>',
    fits: some,
    request: ({ target, path, method, body }) => {
      const request = getBlobRequest(target.name, path, null);
      const type: Headers = method === 'PUT' && !path.includes('?') ? [['x-ms-blob-type', 'BlockBlob']] : [];
      return { ...request, method, headers: [...request.headers, ...type], body };
    },
  },
  sqlServer: {
    form: '<server>/<database> with a statement',
    fits: some,
    request: ({ target, path, body }) => sqlRequest(target.name, path, statementIn(body)),
  },
  sqlDatabase: {
    form: '<server>/<database> with a statement',
    fits: /^$/,
    request: ({ target, body }) => {
      const [server = '', database = ''] = target.name.split('/');
      return sqlRequest(server, database, statementIn(body));
    },
  },
  cosmosAccount: {
    form: '<account>/dbs/<database>/colls/<container>/docs/<item>',
    fits: anything,
    request: ({ state, target, path, method, body }) => {
      const request = readCosmosRequest(target.name, path, state.now, null);
      return { ...request, method, headers: [...request.headers, ...jsonType(body)], body };
    },
  },
  serviceBusNamespace: {
    form: '<namespace>/<queue>',
    fits: some,
    // What is read from a queue is taken from it.
    request: ({ target, path, method, body }) =>
      method === 'GET'
        ? {
            method: 'DELETE',
            url: `https://${target.name}${messagingSuffix}/${path}/messages/head`,
            headers: [],
            body: '',
          }
        : { ...sendMessageRequest(target.name, path, body, null), method },
  },
  eventHubsNamespace: {
    form: '<namespace>/<event hub>',
    fits: some,
    request: ({ target, path, method, body }) => ({ ...sendMessageRequest(target.name, path, body, null), method }),
  },
  webApp: { form: '<app>/<path>', fits: anything, request: toApp },
  webAppSlot: { form: '<app>/<slot>/<path>', fits: anything, request: toApp },
};

/**
 * The request at an address of content: `<target>/…` by the target's name; `graph/…` for Microsoft Graph; `arm/<scope>`
 * for Azure Resource Manager, where the scope is a resource, a group or `subscription`, and what lies under it follows.
 */
export function requestTo(state: CloudState, address: string, doing: Doing): HttpRequest {
  const [first = '', ...rest] = address.split('/');
  if (first === 'graph') return withBody(doing, graphUrl(`/${rest.join('/')}`));
  if (first === 'arm') return armCall(state, rest.join('/'), doing);
  const { target, path } = resourceAt(state, address);
  const form = forms[target.kind];
  if (form === undefined) throw new ScriptError(`${target.name} is a ${target.kind}: nothing there answers a call.`);
  if (!form.fits.test(path)) throw new ScriptError(`${address} is no address of a ${target.kind}: write ${form.form}.`);
  return form.request({ state, target, path, ...doing });
}

/** The resource at the beginning of an address, a child by two parts, and what follows. */
function resourceAt(state: CloudState, address: string): Pick<At, 'target' | 'path'> {
  const [parent = '', child, ...under] = address.split('/');
  const [nested] = child === undefined ? [] : resourcesNamed(state, `${parent}/${child}`);
  if (nested !== undefined && resourceKinds[nested.kind].parent !== undefined) {
    return { target: nested, path: under.join('/') };
  }
  return { target: resourceNamed(state, parent), path: address.slice(parent.length + 1) };
}

function armCall(state: CloudState, address: string, { method, body }: Doing): HttpRequest {
  const [scope = ''] = address.split('/');
  const under = address.slice(scope.length);
  const sent = body === '' ? undefined : bodyAsJson(body);
  if (scope === 'subscription') {
    return armRequest(method, `${subscriptionScope(state.subscriptionId)}${under}`, groupApiVersion, sent);
  }
  const group = findGroup(state.arm, resourceGroupId(state.subscriptionId, scope));
  if (group !== undefined) return armRequest(method, `${group.id}${under}`, groupApiVersion, sent);
  const { target, path } = resourceAt(state, address);
  return resourceRequest(method, target.id, path === '' ? '' : `/${path}`, sent);
}

function bodyAsJson(body: string): Json {
  const read = readJson(body);
  if (read === undefined) throw new ScriptError(`The body is no JSON: ${body}`);
  return read;
}

function toApp({ target, path, ...doing }: At): HttpRequest {
  return withBody(doing, `https://${appHost(target.name)}/${path}`);
}

function withBody({ method, body }: Doing, url: string): HttpRequest {
  return { method, url, headers: jsonType(body), body };
}

function jsonType(body: string): Headers {
  return body === '' ? [] : [['Content-Type', 'application/json']];
}

function statementIn(body: string): string {
  if (body === '') throw new ScriptError('A database is asked with a statement.');
  return body;
}
