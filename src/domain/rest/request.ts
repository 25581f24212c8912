import { armUrl } from '#domain/arm/address.ts';
import { kindsOfType, resourceKinds } from '#domain/arm/kinds.ts';
import { readResourceId } from '#domain/arm/resource-id.ts';
import type { HttpMethod, HttpRequest } from '#domain/http/message.ts';

const jsonType = [['Content-Type', 'application/json']] as const;

/** A request to Azure Resource Manager; the path is a text of ids as they are written, and is encoded here. */
export function armRequest(method: HttpMethod, path: string, apiVersion: string, body?: unknown): HttpRequest {
  return jsonRequest(method, armUrl(path, apiVersion), body);
}

/** A request about a resource, or about what lies under it, at the version of its provider. */
export function resourceRequest(method: HttpMethod, id: string, under: string, body?: unknown): HttpRequest {
  const [kind = 'virtualMachine'] = kindsOfType(readResourceId(id)?.armType ?? '');
  return armRequest(method, `${id}${under}`, resourceKinds[kind].apiVersion, body);
}

/** A request with a JSON body, or with none. */
export function jsonRequest(method: HttpMethod, url: string, body?: unknown): HttpRequest {
  return body === undefined
    ? { method, url, headers: [], body: '' }
    : { method, url, headers: jsonType, body: JSON.stringify(body) };
}
