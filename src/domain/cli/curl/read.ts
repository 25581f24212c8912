import { percentEncode } from '#domain/kernel/percent.ts';
import type { HttpMethod, HttpRequest } from '#domain/http/message.ts';

/** What a `curl` line asks for. */
export interface Curl {
  readonly request: HttpRequest;
  /** `-i`: status line and headers before the body. */
  readonly showsHeaders: boolean;
  /** `-f`: no body of a refusal, but a message. */
  readonly fails: boolean;
  /** `-s` without `-S`: no message of a failure. */
  readonly isSilent: boolean;
  /** `-o`: the body goes into a file. */
  readonly discards: boolean;
  /** `-w`: a text printed at the end. */
  readonly writesOut: string | null;
}

type ReadCurl =
  | { readonly kind: 'request'; readonly curl: Curl }
  | { readonly kind: 'refused'; readonly message: string };

interface Options {
  method: string | null;
  url: string | null;
  readonly headers: [string, string][];
  readonly data: string[];
  get: boolean;
  showsHeaders: boolean;
  fails: boolean;
  isSilent: boolean;
  showsErrors: boolean;
  discards: boolean;
  writesOut: string | null;
}

type Take = (options: Options, value: string) => void;

const withValue: Readonly<Record<string, Take>> = {
  '-X': (options, value) => void (options.method = value),
  '-H': (options, value) => void options.headers.push(headerOf(value)),
  '-d': (options, value) => void options.data.push(value),
  '--data-urlencode': (options, value) => void options.data.push(encoded(value)),
  '--url': (options, value) => void (options.url = value),
  '--noproxy': () => undefined,
  '-m': () => undefined,
  '--connect-timeout': () => undefined,
  '--retry': () => undefined,
  '-A': (options, value) => void options.headers.push(['User-Agent', value]),
  '-o': (options) => void (options.discards = true),
  '-w': (options, value) => void (options.writesOut = value),
};

const alone: Readonly<Record<string, (options: Options) => void>> = {
  '-i': (options) => void (options.showsHeaders = true),
  '-s': (options) => void (options.isSilent = true),
  '-S': (options) => void (options.showsErrors = true),
  '-f': (options) => void (options.fails = true),
  '-G': (options) => void (options.get = true),
  '-L': () => undefined,
  '-k': () => undefined,
};

const longNames: Readonly<Record<string, string>> = {
  '--request': '-X',
  '--header': '-H',
  '--data': '-d',
  '--data-raw': '-d',
  '--data-ascii': '-d',
  '--max-time': '-m',
  '--user-agent': '-A',
  '--output': '-o',
  '--write-out': '-w',
  '--include': '-i',
  '--silent': '-s',
  '--show-error': '-S',
  '--fail': '-f',
  '--get': '-G',
  '--location': '-L',
  '--insecure': '-k',
};

const methods: readonly HttpMethod[] = ['GET', 'PUT', 'POST', 'PATCH', 'DELETE'];

/** Reads the words after `curl`. */
export function readCurl(words: readonly string[]): ReadCurl {
  const options: Options = {
    method: null,
    url: null,
    headers: [],
    data: [],
    get: false,
    showsHeaders: false,
    fails: false,
    isSilent: false,
    showsErrors: false,
    discards: false,
    writesOut: null,
  };
  const waiting = words.flatMap(apart);
  while (waiting.length > 0) {
    const word = waiting.shift() ?? '';
    const problem = take(options, longNames[word] ?? word, waiting);
    if (problem !== null) return { kind: 'refused', message: problem };
  }
  return requestOf(options);
}

/** `-sH` is two options in one word, and `-XPOST` an option with its value. */
function apart(word: string): readonly string[] {
  if (word.startsWith('--') || !/^-[A-Za-z]./.test(word)) return [word];
  const first = word.slice(0, 2);
  const rest = word.slice(2);
  if (Object.hasOwn(withValue, first)) return [first, rest];
  return Object.hasOwn(alone, first) ? [first, ...apart(`-${rest}`)] : [word];
}

function take(options: Options, name: string, waiting: string[]): string | null {
  const set = Object.hasOwn(withValue, name) ? withValue[name] : undefined;
  if (set !== undefined) {
    const value = waiting.shift();
    if (value === undefined) return `curl: option ${name}: requires parameter`;
    set(options, value);
    return null;
  }
  const note = Object.hasOwn(alone, name) ? alone[name] : undefined;
  if (note !== undefined) {
    note(options);
    return null;
  }
  if (name.startsWith('-') && name !== '-') {
    return `curl: option ${name}: is not simulated here`;
  }
  if (options.url !== null) return 'Several addresses at once are not simulated here.';
  options.url = name;
  return null;
}

function headerOf(text: string): [string, string] {
  const colon = text.indexOf(':');
  return colon === -1 ? [text, ''] : [text.slice(0, colon).trim(), text.slice(colon + 1).trim()];
}

/** `name=content`: only the content is encoded. */
function encoded(text: string): string {
  const equals = text.indexOf('=');
  return `${text.slice(0, equals + 1)}${percentEncode(text.slice(equals + 1))}`;
}

function requestOf(options: Options): ReadCurl {
  if (options.url === null) return { kind: 'refused', message: 'curl: (2) no URL specified' };
  if (!/^(?:[a-z][a-z0-9+.-]*:\/\/)?[^\s?/]+/i.test(options.url) || /\s/.test(options.url)) {
    return { kind: 'refused', message: 'curl: (3) URL using bad/illegal format or missing URL' };
  }
  const body = options.get ? '' : options.data.join('&');
  const method = (options.method ?? (body === '' ? 'GET' : 'POST')).toUpperCase();
  if (!isMethod(method)) return { kind: 'refused', message: `The method ${method} is not simulated here.` };
  const { showsHeaders, fails, discards, writesOut } = options;
  const request = { method, url: urlOf(options), headers: headersOf(options, body), body };
  const isSilent = options.isSilent && !options.showsErrors;
  return { kind: 'request', curl: { request, showsHeaders, fails, isSilent, discards, writesOut } };
}

function isMethod(method: string): method is HttpMethod {
  return methods.some((known) => known === method);
}

function urlOf({ url, get, data }: Options): string {
  const typed = url ?? '';
  const absolute = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `http://${typed}`;
  if (!get || data.length === 0) return absolute;
  return `${absolute}${absolute.includes('?') ? '&' : '?'}${data.join('&')}`;
}

function headersOf({ headers, get }: Options, body: string): HttpRequest['headers'] {
  const hasType = headers.some(([name]) => name.toLowerCase() === 'content-type');
  if (body === '' || get || hasType) return headers;
  return [...headers, ['Content-Type', 'application/x-www-form-urlencoded']];
}
