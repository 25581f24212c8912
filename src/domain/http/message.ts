/** Headers in the order in which they are sent; names are compared without case (see `headerOf`). */
export type Headers = readonly (readonly [name: string, value: string])[];

export type HttpMethod = 'GET' | 'HEAD' | 'PUT' | 'POST' | 'PATCH' | 'DELETE';

/** A request as data. `url` is absolute; `body` is the text on the wire, empty when there is none. */
export interface HttpRequest {
  readonly method: HttpMethod;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}

/** A response as data. Where a body or header carries a token it holds a reference: see `entra/token.ts`. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** The response as it goes out: HEAD is answered as GET is, without the body (RFC 9110, 9.3.2). */
export function onTheWire(method: HttpMethod, response: HttpResponse): HttpResponse {
  return method === 'HEAD' ? { ...response, body: '' } : response;
}

/** How well a text of the wire is known: documented, captured from real Azure, read in an SDK or a specification, or the simulator's own words. */
export type WireSource = 'docs' | 'capture' | 'sdk' | 'spec' | 'unconfirmed';

/** A response together with the evidence for its wording. */
export interface SourcedResponse {
  readonly response: HttpResponse;
  readonly source: WireSource;
}

/** The value of the first header of that name, compared without case, or null. */
export function headerOf(headers: Headers, name: string): string | null {
  const wanted = name.toLowerCase();
  return headers.find(([candidate]) => candidate.toLowerCase() === wanted)?.[1] ?? null;
}
