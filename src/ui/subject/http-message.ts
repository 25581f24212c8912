import type { HttpRequest, HttpResponse } from '#domain/http/message.ts';
import type { HttpMessage } from '#ui/kit/HttpView.tsx';

const reasons: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
};

/** A request of the engine as `HttpView` shows it. */
export function requestMessage({ method, url, headers, body }: HttpRequest): HttpMessage {
  const { host, pathname, search } = new URL(url);
  const hasHost = headers.some(([name]) => name.toLowerCase() === 'host');
  return {
    startLine: `${method} ${pathname}${search} HTTP/1.1`,
    headers: hasHost ? headers : [['Host', host], ...headers],
    body,
  };
}

/** A response of the engine as `HttpView` shows it. */
export function responseMessage({ status, headers, body }: HttpResponse): HttpMessage {
  return { startLine: `HTTP/1.1 ${status} ${reasons[status] ?? ''}`.trimEnd(), headers, body };
}
