import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseUri, queryString, queryValue } from '#domain/kernel/uri.ts';
import { seed } from '#test/support/seed.ts';

describe('parseUri', () => {
  it('takes the address of a token request apart', () => {
    expect(
      parseUri(
        'http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https%3A%2F%2Fvault.azure.net',
      ),
    ).toEqual({
      scheme: 'http',
      host: '169.254.169.254',
      port: null,
      path: '/metadata/identity/oauth2/token',
      query: [
        ['api-version', '2018-02-01'],
        ['resource', 'https://vault.azure.net'],
      ],
    });
  });

  it('lowers scheme and host, and keeps the path as it is', () => {
    expect(parseUri('HTTPS://Lab.Vault.Azure.NET/Secrets/%41//../b%20c;x')).toMatchObject({
      scheme: 'https',
      host: 'lab.vault.azure.net',
      path: '/Secrets/%41//../b%20c;x',
    });
  });

  it.each([
    ['http://localhost:8081/msi/token', 8081],
    ['http://localhost:0/', 0],
    ['http://localhost:65535', 65_535],
    ['http://localhost:/', null],
    ['http://localhost/', null],
    ['http://[::1]:80/', 80],
  ])('reads the port of %s', (url, port) => {
    expect(parseUri(url)?.port).toBe(port);
  });

  it.each(['https://lab.blob.core.windows.net', 'https://lab.blob.core.windows.net?comp=list', 'https://lab#top'])(
    'gives %s the path that is sent for it',
    (url) => {
      expect(parseUri(url)?.path).toBe('/');
    },
  );

  it('drops the fragment', () => {
    expect(parseUri('https://lab/a?b=c#d?e=f')).toMatchObject({ path: '/a', query: [['b', 'c']] });
    expect(parseUri('https://lab/a#d?e=f')).toMatchObject({ path: '/a', query: [] });
  });

  it.each([
    '',
    'vault.azure.net',
    '/metadata/identity',
    '//vault.azure.net/secrets',
    'https:/vault.azure.net',
    'https://',
    'https:///secrets',
    '1https://lab/',
    'https://user@lab/',
    'https://user:secret@lab/',
    'https://lab:port/',
    'https://lab:65536/',
    'https://lab:123456/',
    'https://la b/',
    'https://lab/a b',
    ' https://lab/',
    'https://lab/\n',
    'https://[::1/',
    'https://lab\\secrets',
  ])('answers null for %j', (url) => {
    expect(parseUri(url)).toBeNull();
  });

  it('never throws, and finds what the platform finds', () => {
    fc.assert(
      fc.property(
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        fc.string({ unit: 'binary' }),
        (url, anything) => {
          expect(() => parseUri(anything)).not.toThrow();
          expect(() => parseUri(`https://lab/${anything}?${anything}`)).not.toThrow();
          const expected = new URL(url);
          expect(parseUri(url)).toMatchObject({
            scheme: expected.protocol.slice(0, -1),
            host: expected.hostname,
            query: [...expected.searchParams],
          });
        },
      ),
      { seed },
    );
  });
});

describe('the query of a URI', () => {
  function query(text: string) {
    return parseUri(`https://lab/?${text}`)?.query;
  }

  it('keeps order, repetition and what has no value', () => {
    expect(query('b=2&a=1&b=3&c&d=&=e')).toEqual([
      ['b', '2'],
      ['a', '1'],
      ['b', '3'],
      ['c', ''],
      ['d', ''],
      ['', 'e'],
    ]);
  });

  it('splits at the first equals sign and skips empty pairs', () => {
    expect(query('a=b=c&&')).toEqual([['a', 'b=c']]);
  });

  it('decodes names and values, and a plus as a space', () => {
    expect(query('%61+b=c%2Bd+%C3%A9')).toEqual([['a b', 'c+d é']]);
  });

  it('leaves what is no escape as it was typed', () => {
    expect(query('a=100%&b=%zz%20%4&c=%C3%28&d=%41%FF')).toEqual([
      ['a', '100%'],
      ['b', '%zz %4'],
      ['c', '%C3%28'],
      ['d', '%41%FF'],
    ]);
  });

  it('is asked by exact name, the first counts', () => {
    const uri = parseUri('https://lab/?client_id=1&client_id=2&empty=');
    if (uri === null) throw new Error('no URI');
    expect(queryValue(uri, 'client_id')).toBe('1');
    expect(queryValue(uri, 'empty')).toBe('');
    expect(queryValue(uri, 'Client_Id')).toBeNull();
    expect(queryValue(uri, 'object_id')).toBeNull();
  });
});

describe('queryString', () => {
  it('writes pairs with escapes and no question mark', () => {
    expect(
      queryString([
        ['resource', 'https://vault.azure.net'],
        ['mi_res_id', '/a b+c&d'],
      ]),
    ).toBe('resource=https%3A%2F%2Fvault.azure.net&mi_res_id=%2Fa%20b%2Bc%26d');
    expect(queryString([])).toBe('');
  });

  it('is read back as it was', () => {
    const anyText = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(fc.array(fc.tuple(anyText, anyText)), (pairs) => {
        expect(parseUri(`https://lab/?${queryString(pairs)}`)?.query).toEqual(pairs);
      }),
      { seed },
    );
  });

  it('does not throw for a lone surrogate', () => {
    expect(queryString([['a', '\uD800']])).toBe('a=%EF%BF%BD');
  });
});
