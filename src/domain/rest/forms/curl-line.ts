import type { HttpMethod, HttpRequest } from '#domain/http/message.ts';

/** A request as the line of a shell script that sends it. */
export function curlLine({ method, url, headers, body }: HttpRequest): string {
  const parts = [
    'curl -s',
    ...(method === 'GET' ? [] : [`-X ${method}`]),
    ...headers.map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(body === '' ? [] : [`--data ${quoted(body)}`]),
    quoted(url),
  ];
  return parts.join(' ');
}

/** The request of such a line; null for any other. */
export function readCurlLine(line: string): HttpRequest | null {
  const [program, ...words] = wordsOf(line) ?? [];
  if (program !== 'curl') return null;
  const given = optionsOf(words);
  const urls = given.filter(([option]) => option === 'url').map(([, value]) => value);
  const [url, ...more] = urls;
  const name = valuesOf(given, '-X', '--request').at(-1)?.toUpperCase() ?? 'GET';
  const method = methods.find((each) => each === name);
  if (url === undefined || more.length > 0 || method === undefined) return null;
  const headers = valuesOf(given, '-H', '--header').map(headerOf);
  return { method, url, headers, body: valuesOf(given, '-d', '--data').at(-1) ?? '' };
}

type Given = readonly (readonly [option: string, value: string])[];

const withValue = new Set(['-X', '-H', '-d', '--request', '--header', '--data']);

/** Options with their values; what is no option is a URL, and switches are passed over. */
function optionsOf(words: readonly string[]): Given {
  const [word, value = '', ...rest] = words;
  if (word === undefined) return [];
  if (withValue.has(word)) return [[word, value], ...optionsOf(rest)];
  const others = optionsOf(words.slice(1));
  return word.startsWith('-') ? others : [['url', word], ...others];
}

function valuesOf(given: Given, ...options: readonly string[]): readonly string[] {
  return given.filter(([option]) => options.includes(option)).map(([, value]) => value);
}

const methods: readonly HttpMethod[] = ['GET', 'HEAD', 'PUT', 'POST', 'PATCH', 'DELETE'];

function headerOf(text: string): readonly [string, string] {
  const colon = text.indexOf(':');
  return colon === -1 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 1).replace(/^ /, '')];
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** The words of a line with the quotes of a shell taken off; null where one is left open. */
function wordsOf(line: string): string[] | null {
  const words: string[] = [];
  const token = /\s+|'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|([^\s'"\\]+)/gsy;
  let word: string | null = null;
  let end = 0;
  for (const match of line.matchAll(token)) {
    end = match.index + match[0].length;
    const [, single, double, escaped, plain] = match;
    const part = single ?? double?.replaceAll(/\\(["\\$`])/g, '$1') ?? escaped ?? plain;
    if (part !== undefined) word = (word ?? '') + part;
    else if (word !== null) {
      words.push(word);
      word = null;
    }
  }
  if (word !== null) words.push(word);
  return end === line.length ? words : null;
}
