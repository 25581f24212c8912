import type { HttpRequest, HttpResponse } from '#domain/http/message.ts';

export { reasonOf } from '#domain/http/reasons.ts';

/** Whether a request is one of a database, whose protocol is no HTTP: it knows neither status nor headers. */
export function isTds({ url }: HttpRequest): boolean {
  return url.startsWith('tds:');
}

/** The status of an answer, null where its protocol has none. */
export function statusOnWire(request: HttpRequest, { status }: HttpResponse): number | null {
  return isTds(request) ? null : status;
}
