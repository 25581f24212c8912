import type { Context } from 'hono';
import { parseUri } from '#domain/kernel/uri.ts';
import type { HttpResponse } from '#domain/http/message.ts';
import { azureRequest, isRefusal } from './azure-request.ts';
import type { Exchange, Sender } from './exchange.ts';
import type { CompanionEnv } from './guards.ts';
import { connectionRefused, refusalResponse } from './refusal.ts';

/** Answers a request as Azure does at `url`; null where the companion stands for nothing there. */
export async function respond(
  context: Context<CompanionEnv>,
  exchange: Exchange,
  sender: Sender,
  url: string | null,
  adapt: (response: HttpResponse) => HttpResponse = (response) => response,
): Promise<Response> {
  const uri = url === null ? null : parseUri(url);
  if (url === null || uri === null) {
    return refusalResponse({ status: 400, code: 'InvalidAddress', message: 'This address leads to nothing in Azure.' });
  }
  const request = await azureRequest(context.env.incoming, url, uri, () => context.req.arrayBuffer());
  if (isRefusal(request)) return refusalResponse(request);
  const answer = await exchange(sender, request);
  return answer.kind === 'response'
    ? asResponse(adapt(answer.response))
    : refusalResponse(connectionRefused(answer.reason, uri.host));
}

/** Statuses that have no body by definition (RFC 9110, 6.4.1). */
const bodiless = new Set([204, 205, 304]);

function asResponse({ status, headers, body }: HttpResponse): Response {
  return new Response(bodiless.has(status) || body === '' ? null : body, { status, headers: headersInit(headers) });
}

/** A plain object is written as it is; `Headers` costs more, and joins what has the same name. */
function headersInit(headers: HttpResponse['headers']): Record<string, string> | Headers {
  const record: Record<string, string> = {};
  const names = new Set<string>();
  for (const [name, value] of headers) {
    if (unsendable.test(value)) throw new TypeError(`${name} has a value that no header can have.`);
    names.add(name.toLowerCase());
    record[name] = value;
  }
  return names.size === headers.length ? record : new Headers(headers.map(([name, value]) => [name, value]));
}

/** What Node refuses to write (RFC 9110, 5.5). */
const unsendable = /[^\t\x20-\x7e\x80-\xff]/;
