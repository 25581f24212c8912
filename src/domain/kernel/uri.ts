import { percentDecode, percentEncode } from '#domain/kernel/percent.ts';

/** Names and values of a query, decoded, in the order in which they were sent. */
export type QueryPairs = readonly (readonly [name: string, value: string])[];

/** An absolute URI in parts. Scheme and host are lower-case; the path is as sent; a fragment never leaves the caller. */
export interface Uri {
  readonly scheme: string;
  readonly host: string;
  readonly port: number | null;
  readonly path: string;
  readonly query: QueryPairs;
}

const absoluteUri =
  /^(?<scheme>[a-z][a-z0-9+.-]*):\/\/(?<host>[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::(?<port>\d*))?(?<path>\/[^?#\s]*)?(?:\?(?<query>[^#\s]*))?(?:#\S*)?$/i;

/** Reads an absolute URI; null where there is none, or where it names a user, which no Azure endpoint expects. */
export function parseUri(url: string): Uri | null {
  const parts = absoluteUri.exec(url)?.groups;
  if (parts === undefined) return null;
  const { scheme, host, port, path, query } = parts;
  if (scheme === undefined || host === undefined || Number(port ?? 0) > 65_535) return null;
  return {
    scheme: scheme.toLowerCase(),
    host: host.toLowerCase(),
    port: port === undefined || port === '' ? null : Number(port),
    path: path ?? '/',
    query: parseQuery(query ?? ''),
  };
}

/** The value of the first query parameter of exactly that name, or null. */
export function queryValue(uri: Uri, name: string): string | null {
  return uri.query.find(([candidate]) => candidate === name)?.[1] ?? null;
}

/** Writes pairs as a query without its question mark. */
export function queryString(pairs: QueryPairs): string {
  return pairs.map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`).join('&');
}

/** Reads a query without its question mark, or a form: names and values, decoded. */
export function parseQuery(query: string): QueryPairs {
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const equals = pair.indexOf('=');
      return equals === -1 ? [decode(pair), ''] : [decode(pair.slice(0, equals)), decode(pair.slice(equals + 1))];
    });
}

/** Decodes as servers do: a plus is a space, and what is no escape stays as it was typed. */
function decode(text: string): string {
  // Most texts are what they say, and every request comes by here many times.
  if (!text.includes('%') && !text.includes('+')) return text;
  return text.replaceAll('+', ' ').replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => percentDecode(escapes) ?? escapes);
}
