import type { IncomingMessage } from 'node:http';
import type { Headers, HttpMethod, HttpRequest } from '#domain/http/message.ts';
import type { Uri } from '#domain/kernel/uri.ts';
import type { Refusal } from './refusal.ts';

/** Bytes of a request's body. */
export const largestBody = 1_000_000;

const methods: readonly HttpMethod[] = ['GET', 'HEAD', 'PUT', 'POST', 'PATCH', 'DELETE'];

/** What concerns the connection to the companion and not the message (RFC 9110, 7.6.1). */
const ofTheConnection = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'proxy-authorization',
  'te',
  'transfer-encoding',
  'upgrade',
]);

/** A request that came in, as it would have reached `url` in Azure, which is `uri` in parts; or why it is none. */
export async function azureRequest(
  incoming: IncomingMessage,
  url: string,
  uri: Uri,
  body: () => Promise<ArrayBuffer>,
): Promise<HttpRequest | Refusal> {
  const method = methods.find((each) => each === incoming.method);
  if (method === undefined) {
    return { status: 405, code: 'MethodNotAllowed', message: `Azure takes ${methods.join(', ')} here.` };
  }
  const text = method === 'GET' || method === 'HEAD' ? '' : decoded(await body());
  if (text === null) {
    return {
      status: 415,
      code: 'BodyNotText',
      message: 'The body is not UTF-8. The simulated Azure keeps text: send text, or encode the bytes as base64.',
    };
  }
  return { method, url, headers: headersOf(incoming, originOf(uri)), body: text };
}

export function isRefusal(value: HttpRequest | Refusal): value is Refusal {
  return 'status' in value;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decoded(body: ArrayBuffer): string | null {
  try {
    return utf8.decode(body);
  } catch {
    return null;
  }
}

/** Whom an address is for, as it would stand in `Host`. */
function originOf({ host, port }: Uri): string {
  return port === null ? host : `${host}:${port}`;
}

/** The headers in the order of the wire; `Host` names whom they are for in Azure. */
function headersOf({ rawHeaders }: IncomingMessage, host: string): Headers {
  const headers: [string, string][] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? '';
    const value = rawHeaders[index + 1] ?? '';
    const lower = name.toLowerCase();
    if (ofTheConnection.has(lower)) continue;
    headers.push([name, lower === 'host' ? host : value]);
  }
  return headers;
}
