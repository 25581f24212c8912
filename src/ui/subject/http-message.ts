import { isTds, reasonOf } from '#app/flow/wire.ts';
import type { HttpRequest, HttpResponse } from '#domain/http/message.ts';
import type { HttpMessage } from '#ui/kit/HttpView.tsx';

/** A request of the engine as `HttpView` shows it. */
export function requestMessage(request: HttpRequest): HttpMessage {
  const { method, url, headers, body } = request;
  const { host, pathname, search } = new URL(url);
  if (isTds(request)) return { startLine: `TDS ${host}${pathname}`, headers, body };
  const hasHost = headers.some(([name]) => name.toLowerCase() === 'host');
  return {
    startLine: `${method} ${pathname}${search} HTTP/1.1`,
    headers: hasHost ? headers : [['Host', host], ...headers],
    body,
  };
}

/** A response of the engine as `HttpView` shows it. */
export function responseMessage({ status, headers, body }: HttpResponse, request: HttpRequest): HttpMessage {
  if (isTds(request)) return { startLine: status < 400 ? 'TDS rows' : 'TDS error', headers: [], body };
  return { startLine: `HTTP/1.1 ${status} ${reasonOf(status)}`.trimEnd(), headers, body };
}
