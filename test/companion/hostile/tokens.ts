import { generateKeyPairSync, sign } from 'node:crypto';

interface Parts {
  readonly header: Record<string, unknown>;
  readonly claims: Record<string, unknown>;
  readonly signature: string;
}

/** A token with something changed, signed by nobody or by a stranger. */
export type Forgery = (token: string) => string;

const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** What is presented in the place of a token that this world gave. */
export const forgeries: Readonly<Record<string, Forgery>> = {
  'a token with another byte in its claims': (token) => {
    const [header, claims = '', signature] = token.split('.');
    return [header, changed(claims, 40), signature].join('.');
  },
  'a token with another byte in its signature': (token) => `${token.slice(0, -20)}${changed(token.slice(-20), 3)}`,
  'a token without its signature': (token) => token.replace(/[^.]*$/, ''),
  'a token that lacks its last part': (token) => token.split('.').slice(0, 2).join('.'),
  'a token with a part more': (token) => `${token}.x`,
  'a token of alg none': forged(({ header, claims }) => ({
    header: { ...header, alg: 'none' },
    claims,
    signature: '',
  })),
  'a token of alg none in capitals': forged(({ header, claims }) => ({
    header: { ...header, alg: 'NONE' },
    claims,
    signature: '',
  })),
  'a token of alg HS256': forged(({ header, claims, signature }) => ({
    header: { ...header, alg: 'HS256' },
    claims,
    signature,
  })),
  'a token of a stranger': forged(signed),
  'a token of a stranger with a key of its own': forged((parts) =>
    signed({ ...parts, header: { ...parts.header, kid: 'evil', jwk: stranger.publicKey.export({ format: 'jwk' }) } }),
  ),
  'a token with a kid that is no text': forged((parts) =>
    signed({ ...parts, header: { ...parts.header, kid: { a: 1 } } }),
  ),
  'a token with a kid of every object': forged((parts) =>
    signed({ ...parts, header: { ...parts.header, kid: '__proto__' } }),
  ),
  'a token with a kid that is a path': forged((parts) =>
    signed({ ...parts, header: { ...parts.header, kid: '../../etc/passwd' } }),
  ),
  'a token with a critical header': forged((parts) =>
    signed({ ...parts, header: { ...parts.header, crit: ['x'], x: 1 } }),
  ),
  'a token for later': forged(({ claims, ...parts }) => ({ ...parts, claims: { ...claims, exp: 9e12 } })),
  'a token with times past every number': forged(({ claims, ...parts }) => ({
    ...parts,
    claims: { ...claims, exp: 1e308, nbf: -1e308 },
  })),
  'a token with times as text': forged(({ claims, ...parts }) => ({
    ...parts,
    claims: { ...claims, exp: '9999999999' },
  })),
  'a token with claims that are no text': forged(({ claims, ...parts }) =>
    signed({ ...parts, claims: { ...claims, uti: 5, roles: 'x', groups: {}, xms_mirid: [] } }),
  ),
  'a token with an id of every object': forged(({ claims, ...parts }) =>
    signed({ ...parts, claims: { ...claims, uti: '__proto__', oid: 'constructor' } }),
  ),
  'a token with claims of 8 kB': forged(({ claims, ...parts }) =>
    signed({ ...parts, claims: { ...claims, xms_mirid: 'x'.repeat(8_000) } }),
  ),
  'a token with claims that nest': forged(({ claims, ...parts }) =>
    signed({
      ...parts,
      claims: { ...claims, roles: JSON.parse(`${'['.repeat(2_000)}${']'.repeat(2_000)}`) as unknown },
    }),
  ),
  'a token with a header that is no JSON': (token) => token.replace(/^[^.]*/, 'e30e30'),
  'a token with a header of a list': (token) => token.replace(/^[^.]*/, encoded([])),
  'a token with claims that are a list': (token) => token.replace(/\.[^.]*\./, `.${encoded([1])}.`),
  'a token with claims that are null': (token) => token.replace(/\.[^.]*\./, `.${encoded(null)}.`),
  dots: () => '...',
  'two dots': () => '..',
  'a word': () => 'rubbish',
  'a token of five parts': (token) => `${token}.${token}`.split('.').slice(0, 5).join('.'),
  'a reference to a token': () => '{token:1}',
};

function changed(text: string, at: number): string {
  return `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
}

function forged(make: (parts: Parts) => Parts): Forgery {
  return (token) => {
    const [header = '', claims = '', signature = ''] = token.split('.');
    const parts = make({ header: decoded(header), claims: decoded(claims), signature });
    return `${encoded(parts.header)}.${encoded(parts.claims)}.${parts.signature}`;
  };
}

function signed({ header, claims }: Parts): Parts {
  const text = Buffer.from(`${encoded(header)}.${encoded(claims)}`);
  return { header, claims, signature: sign('sha256', text, stranger.privateKey).toString('base64url') };
}

function decoded(part: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
}

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
