import type { CloudState } from '#domain/cloud/state.ts';
import type { HttpMethod, HttpRequest } from '#domain/http/message.ts';
import { parseQuery, queryString } from '#domain/kernel/uri.ts';
import { fillIn } from './fill-in.ts';

type Changes = Readonly<Record<string, string | null>>;

/** How a request differs from the one that would be sent: what is named is set, or left out by null; the rest stays. */
export interface Difference {
  readonly method?: HttpMethod;
  readonly headers?: Changes;
  /** Parameters of the address; ids are filled in, as in `{client-id:id-shop-reader}`. */
  readonly query?: Changes;
}

/** The request with its difference. */
export function differing(state: CloudState, request: HttpRequest, difference: Difference | undefined): HttpRequest {
  if (difference === undefined) return request;
  const { method = request.method, headers = {}, query } = difference;
  return {
    ...request,
    method,
    url: query === undefined ? request.url : withQuery(request.url, filled(state, query)),
    headers: changed(request.headers, headers, (name) => name.toLowerCase()),
  };
}

function filled(state: CloudState, query: Changes): Changes {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, value === null ? null : fillIn(state, value)]),
  );
}

function withQuery(url: string, changes: Changes): string {
  const at = url.indexOf('?');
  const [path, query] = at === -1 ? [url, ''] : [url.slice(0, at), url.slice(at + 1)];
  const pairs = changed(parseQuery(query), changes, (name) => name);
  return pairs.length === 0 ? path : `${path}?${queryString(pairs)}`;
}

type Pairs = readonly (readonly [name: string, value: string])[];

/** What is there keeps its place; what is new comes last. */
function changed(pairs: Pairs, changes: Changes, key: (name: string) => string): Pairs {
  const wanted = new Map(Object.entries(changes).map(([name, value]) => [key(name), [name, value] as const]));
  const kept = pairs.flatMap(([name, value]): Pairs => {
    const change = wanted.get(key(name));
    if (change === undefined) return [[name, value]];
    wanted.delete(key(name));
    return change[1] === null ? [] : [[name, change[1]]];
  });
  const added = [...wanted.values()].flatMap(([name, value]): Pairs => (value === null ? [] : [[name, value]]));
  return [...kept, ...added];
}
