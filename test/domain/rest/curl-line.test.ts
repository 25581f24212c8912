import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '#domain/http/message.ts';
import { curlLine, readCurlLine } from '#domain/rest/forms/curl-line.ts';

const url =
  'http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https%3A%2F%2Fvault.azure.net';
const asked: HttpRequest = { method: 'GET', url, headers: [['Metadata', 'true']], body: '' };

describe('the line of a script that sends a request', () => {
  it.each<[HttpRequest, string]>([
    [asked, `curl -s -H 'Metadata: true' '${url}'`],
    [{ ...asked, headers: [] }, `curl -s '${url}'`],
    [
      { method: 'POST', url: 'http://a/b', headers: [['A', "it's"]], body: '{"a":1}' },
      `curl -s -X POST -H 'A: it'\\''s' --data '{"a":1}' 'http://a/b'`,
    ],
  ])('[REST-01] is written for a shell: %#', (request, line) => {
    expect(curlLine(request)).toBe(line);
  });

  it.each<[string, HttpRequest]>([
    [`curl '${url}' -H Metadata:true`, asked],
    [`curl -s -S -H "Metadata: true" "${url}"`, asked],
    [`curl --header 'Metadata: true' --request get ${url.replace('&', '\\&')}`, asked],
    ['curl -d a -X PUT http://a', { method: 'PUT', url: 'http://a', headers: [], body: 'a' }],
    ['curl -H Odd http://a', { method: 'GET', url: 'http://a', headers: [['Odd', '']], body: '' }],
    [`curl --data "a \\"b\\" \\$c" http://a`, { method: 'GET', url: 'http://a', headers: [], body: 'a "b" $c' }],
  ])('[REST-02] is read as people write it: %s', (line, request) => {
    expect(readCurlLine(line)).toEqual(request);
  });

  it.each([
    '',
    'wget http://a',
    'curl',
    'curl http://a http://b',
    'curl -X BREW http://a',
    "curl 'http://a",
    'curl "http://a',
  ])('[REST-02] is none: %j', (line) => {
    expect(readCurlLine(line)).toBeNull();
  });

  it('[REST-02] is read back whatever it holds', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 12 });
    const headerName = fc.stringMatching(/^[A-Za-z-]{1,8}$/);
    const request: fc.Arbitrary<HttpRequest> = fc.record({
      method: fc.constantFrom('GET', 'PUT', 'POST', 'PATCH', 'DELETE'),
      url: text.map((path) => `http://a/${path}`),
      headers: fc.array(fc.tuple(headerName, text), { maxLength: 3 }),
      body: text,
    });
    fc.assert(
      fc.property(request, (sent) => {
        expect(readCurlLine(curlLine(sent))).toEqual(sent);
      }),
    );
  });
});
