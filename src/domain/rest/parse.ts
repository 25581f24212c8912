import { kindsOfType } from '#domain/arm/kinds.ts';
import { readResourceId, sameId } from '#domain/arm/resource-id.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { graphHost } from '#domain/entra/graph-wire.ts';
import type { HttpRequest } from '#domain/http/message.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { readJson } from '#domain/kernel/json.ts';
import { parseUri, queryValue } from '#domain/kernel/uri.ts';
import { keyVaultSuffix } from '#domain/keyvault/rules.ts';
import { blobSuffix } from '#domain/storage/rules.ts';
import { accessRoutes } from './forms/access.ts';
import { computeRoutes } from './forms/compute.ts';
import { parsePut } from './forms/create.ts';
import { dataRoutes } from './forms/data.ts';
import { sqlFirewallRoutes } from './forms/firewall.ts';
import { graphRoutes } from './forms/graph.ts';
import { credentialRoutes } from './forms/identity.ts';
import { parsePatch } from './forms/patch.ts';
import { blobPlane, vaultPlane } from './forms/planes.ts';
import { groupRoutes } from './forms/resources.ts';
import { siteActionRoutes } from './site-actions.ts';
import { siteRoutes } from './forms/sites.ts';
import { containerRoutes } from './forms/containers.ts';
import { tagRoutes } from './forms/tags.ts';
import { providerRoutes } from './provider-routes.ts';
import { readResourceOrList, readRoutes } from './read-routes.ts';
import * as refusals from './refusals.ts';
import { armHost } from '#domain/arm/address.ts';
import { command, decoded, paramsOf, read, refused } from './route.ts';
import type { Incoming, Parsed, Route } from './route.ts';

export type { Parsed } from './route.ts';

const armRoutes: readonly Route[] = [
  ...groupRoutes,
  ...siteActionRoutes,
  ...accessRoutes,
  ...credentialRoutes,
  ...computeRoutes,
  ...dataRoutes,
  ...sqlFirewallRoutes,
  ...siteRoutes,
  ...tagRoutes,
  ...containerRoutes,
  ...providerRoutes,
  ...readRoutes,
];

/** Reads a request to Azure Resource Manager, Microsoft Graph, a vault or an account; who sends it is not looked at. */
export function parseRest(state: CloudState, request: HttpRequest): Parsed {
  const uri = parseUri(request.url);
  if (uri === null) return refused(refusals.pathUnknown(request.url));
  // Official clients send two slashes at the start, one at the end, and two where a parent is named by an empty text.
  const path = `/${uri.path.replace(/^\/+|\/+$/g, '')}`;
  const body = request.body === '' ? undefined : readJson(request.body);
  const incoming: Incoming = { state, uri, path: decoded(path), param: () => '', body, request };
  if (uri.host.endsWith(blobSuffix)) return take(blobPlane, path, incoming);
  if (request.body !== '' && body === undefined) return refused(refusals.invalidContent('the body is no JSON.'));
  if (uri.host.endsWith(keyVaultSuffix)) return take(vaultPlane, path, incoming);
  if (uri.host === graphHost) return take(graphRoutes, path, incoming);
  if (uri.host !== armHost) return refused(refusals.pathUnknown(path));
  const single = path.replaceAll(/\/{2,}/g, '/');
  return parseArm(single, { ...incoming, path: decoded(single) });
}

function take(routes: readonly Route[], path: string, incoming: Incoming): Parsed {
  return find(routes, path, incoming) ?? refused(refusals.pathUnknown(path));
}

function find(routes: readonly Route[], path: string, incoming: Incoming): Parsed | null {
  for (const each of routes) {
    if (each.method !== incoming.request.method) continue;
    const param = paramsOf(each, path);
    if (param !== null) return each.read({ ...incoming, param });
  }
  return null;
}

/** The version first, then the subscription, then what is asked: by name, or of a resource. */
function parseArm(path: string, incoming: Incoming): Parsed {
  const { state, uri } = incoming;
  if ((queryValue(uri, 'api-version') ?? '') === '') return refused(refusals.missingApiVersion());
  const [, subscription] = /^\/subscriptions\/([^/]+)/i.exec(path) ?? [];
  if (subscription !== undefined && !sameId(subscription, state.subscriptionId)) {
    return refused(refusals.subscriptionNotFound(subscription));
  }
  if (incoming.request.method === 'HEAD') return parseHead(path, incoming);
  return find(armRoutes, path, incoming) ?? parseResource(incoming);
}

/** Asks whether there is what a GET would show. */
function parseHead(path: string, incoming: Incoming): Parsed {
  const asGet: Incoming = { ...incoming, request: { ...incoming.request, method: 'GET' } };
  const parsed = find(armRoutes, path, asGet) ?? parseResource(asGet);
  return parsed.kind === 'read' ? read({ kind: 'existence', of: parsed.read }) : parsed;
}

function parseResource(incoming: Incoming): Parsed {
  const { path, request, uri } = incoming;
  if (request.method === 'GET') return readResourceOrList(incoming);
  const named = readResourceId(path);
  if (named === null) return refused(refusals.pathUnknown(path));
  const { armType, group, name } = named;
  if (kindsOfType(armType).length === 0) {
    return refused(refusals.invalidResourceType(armType, queryValue(uri, 'api-version') ?? ''));
  }
  const id = path as ResourceId;
  switch (request.method) {
    case 'PUT':
      return parsePut(incoming, id, armType, group, name);
    case 'PATCH':
      return parsePatch(incoming, id, armType);
    case 'DELETE':
      return command({ type: 'DeleteResource', id });
    case 'HEAD':
    case 'POST':
      return refused(refusals.methodNotAllowed(request.method));
  }
}
