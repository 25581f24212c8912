import { azure, secretAt } from './azure-places.ts';
import { nested, row } from './cases.ts';
import type { HostileCase, Refused, Written } from './cases.ts';
import type { Known } from './known.ts';

const imdsAt = '/metadata/identity/oauth2/token';
const imdsQuery = 'api-version=2018-02-01&resource=https://vault.azure.net';
const metadata = ['Metadata', 'true'] as const;

const imds: readonly HostileCase[] = (
  [
    ['no Metadata', { target: `${imdsAt}?${imdsQuery}` }, [400, 'invalid_request']],
    [
      'Metadata: false',
      { target: `${imdsAt}?${imdsQuery}`, headers: [['Metadata', 'false']] },
      [400, 'invalid_request'],
    ],
    ['Metadata: 1', { target: `${imdsAt}?${imdsQuery}`, headers: [['Metadata', '1']] }, [400, 'invalid_request']],
    ['an empty Metadata', { target: `${imdsAt}?${imdsQuery}`, headers: [['Metadata', '']] }, [400, 'invalid_request']],
    ['Metadata in the query', { target: `${imdsAt}?${imdsQuery}&Metadata=true` }, [400, 'invalid_request']],
    [
      'X-Forwarded-For',
      { target: `${imdsAt}?${imdsQuery}`, headers: [metadata, ['X-Forwarded-For', '10.0.0.1']] },
      [400, 'invalid_request'],
    ],
    [
      'an empty X-Forwarded-For',
      { target: `${imdsAt}?${imdsQuery}`, headers: [metadata, ['X-Forwarded-For', '']] },
      [400, 'invalid_request'],
    ],
    [
      'X-FORWARDED-FOR',
      { target: `${imdsAt}?${imdsQuery}`, headers: [metadata, ['X-FORWARDED-FOR', '127.0.0.1']] },
      [400, 'invalid_request'],
    ],
    ['no resource', { target: `${imdsAt}?api-version=2018-02-01`, headers: [metadata] }, [400, 'invalid_request']],
    [
      'an empty resource',
      { target: `${imdsAt}?api-version=2018-02-01&resource=`, headers: [metadata] },
      [400, 'invalid_request'],
    ],
    [
      'a resource of nobody',
      { target: `${imdsAt}?api-version=2018-02-01&resource=https://evil.example`, headers: [metadata] },
      [400, 'invalid_resource'],
    ],
    [
      'a resource with line ends',
      { target: `${imdsAt}?api-version=2018-02-01&resource=a%0d%0ab`, headers: [metadata] },
      [400, 'invalid_resource'],
    ],
    [
      'a resource of every object',
      { target: `${imdsAt}?api-version=2018-02-01&resource=__proto__`, headers: [metadata] },
      [400, 'invalid_resource'],
    ],
    [
      'a resource of 10 kB',
      { target: `${imdsAt}?api-version=2018-02-01&resource=${'x'.repeat(10_000)}`, headers: [metadata] },
      [400, 'invalid_resource'],
    ],
    [
      'no version',
      { target: `${imdsAt}?resource=https://vault.azure.net`, headers: [metadata] },
      [400, 'invalid_request'],
    ],
    [
      'a version that is none',
      { target: `${imdsAt}?api-version=1999-01-01&resource=https://vault.azure.net`, headers: [metadata] },
      [400, 'invalid_request'],
    ],
    [
      'a client ID of nobody',
      { target: `${imdsAt}?${imdsQuery}&client_id=11111111-1111-4111-8111-111111111111`, headers: [metadata] },
      [400, 'invalid_request'],
    ],
    [
      'a client ID that is none',
      { target: `${imdsAt}?${imdsQuery}&client_id=%27%3B--`, headers: [metadata] },
      [400, 'invalid_request'],
    ],
    [
      'two selectors',
      { target: `${imdsAt}?${imdsQuery}&client_id=a&object_id=b&msi_res_id=c`, headers: [metadata] },
      [400, 'invalid_request'],
    ],
    [
      'a resource id with dots',
      { target: `${imdsAt}?${imdsQuery}&msi_res_id=../../x`, headers: [metadata] },
      [400, 'invalid_request'],
    ],
    ['another path', { target: '/metadata/secrets', headers: [metadata] }, [404, 'Not Found']],
    ['a path of dots', { target: '/metadata/../companion/env', headers: [metadata] }, [404, 'Not Found']],
    ['wrong escapes', { target: '/metadata/%zz', headers: [metadata] }, [404, 'Not Found']],
    ['the root', { target: '/', headers: [metadata] }, [404, 'Not Found']],
    [
      'POST',
      { method: 'POST', target: `${imdsAt}?${imdsQuery}`, headers: [metadata], body: '' },
      [405, 'method_not_allowed'],
    ],
    [
      'PUT',
      { method: 'PUT', target: `${imdsAt}?${imdsQuery}`, headers: [metadata], body: '' },
      [405, 'method_not_allowed'],
    ],
    [
      'a body of more than 1 MB',
      { method: 'POST', target: `${imdsAt}?${imdsQuery}`, headers: [metadata], body: 'x'.repeat(1_000_100) },
      [413, 'RequestTooLarge'],
    ],
    [
      'a body that is no UTF-8',
      { method: 'POST', target: `${imdsAt}?${imdsQuery}`, headers: [metadata], body: Uint8Array.from([0xff]) },
      [415, 'BodyNotText'],
    ],
    [
      "an app's endpoint",
      { target: '/msi/token?api-version=2019-08-01&resource=https://vault.azure.net', headers: [metadata] },
      [404, 'Not Found'],
    ],
  ] satisfies readonly (readonly [string, Written, Refused])[]
).map(([what, request, refused]) => row(`IMDS: ${what}`, ['machine'], request, refused));

const appAt = '/msi/token';
const appQuery = 'api-version=2019-08-01&resource=https://vault.azure.net';

const apps: readonly HostileCase[] = (
  [
    ['no header', () => ({ target: `${appAt}?${appQuery}` }), [403, '']],
    ['a wrong header', () => ({ target: `${appAt}?${appQuery}`, headers: [['X-IDENTITY-HEADER', 'x']] }), [403, '']],
    ['an empty header', () => ({ target: `${appAt}?${appQuery}`, headers: [['X-IDENTITY-HEADER', '']] }), [403, '']],
    [
      'the header twice',
      ({ identityHeader }) => ({
        target: `${appAt}?${appQuery}`,
        headers: [
          ['X-IDENTITY-HEADER', 'x'],
          ['X-IDENTITY-HEADER', identityHeader],
        ],
      }),
      [403, ''],
    ],
    [
      'half a header',
      ({ identityHeader }) => ({
        target: `${appAt}?${appQuery}`,
        headers: [['X-IDENTITY-HEADER', identityHeader.slice(1)]],
      }),
      [403, ''],
    ],
    [
      'the header in the query',
      ({ identityHeader }) => ({ target: `${appAt}?${appQuery}&X-IDENTITY-HEADER=${identityHeader}` }),
      [403, ''],
    ],
    ['Metadata in its place', () => ({ target: `${appAt}?${appQuery}`, headers: [metadata] }), [403, '']],
    [
      "the operator's secret in its place",
      ({ secret }) => ({ target: `${appAt}?${appQuery}`, headers: [['X-IDENTITY-HEADER', secret]] }),
      [403, ''],
    ],
    [
      'no resource',
      ({ identityHeader }) => ({
        target: `${appAt}?api-version=2019-08-01`,
        headers: [['X-IDENTITY-HEADER', identityHeader]],
      }),
      [400, "The query parameter 'resource' is missing."],
    ],
    [
      'a resource of nobody',
      ({ identityHeader }) => ({
        target: `${appAt}?api-version=2019-08-01&resource=x`,
        headers: [['X-IDENTITY-HEADER', identityHeader]],
      }),
      [500, 'An unexpected error occured while fetching the AAD Token.'],
    ],
    [
      'no version',
      ({ identityHeader }) => ({
        target: `${appAt}?resource=https://vault.azure.net`,
        headers: [['X-IDENTITY-HEADER', identityHeader]],
      }),
      [400, 'UnsupportedApiVersion'],
    ],
    [
      'a version that is none',
      ({ identityHeader }) => ({
        target: `${appAt}?api-version=1&resource=https://vault.azure.net`,
        headers: [['X-IDENTITY-HEADER', identityHeader]],
      }),
      [400, 'UnsupportedApiVersion'],
    ],
    [
      'another path',
      ({ identityHeader }) => ({ target: '/msi/evil', headers: [['X-IDENTITY-HEADER', identityHeader]] }),
      [404, ''],
    ],
    [
      'POST',
      ({ identityHeader }) => ({
        method: 'POST',
        target: `${appAt}?${appQuery}`,
        headers: [['X-IDENTITY-HEADER', identityHeader]],
        body: '',
      }),
      [405, ''],
    ],
    ['IMDS', () => ({ target: `${imdsAt}?${imdsQuery}`, headers: [metadata] }), [403, '']],
  ] satisfies readonly (readonly [string, (known: Known) => Written, Refused])[]
).map(([what, request, refused]) => row(`App: ${what}`, ['app'], request, refused));

const form = ['Content-Type', 'application/x-www-form-urlencoded'] as const;
const entraWith =
  (body: string | Uint8Array, path = 'oauth2/v2.0/token') =>
  ({ tenant }: Known): Written => ({
    method: 'POST',
    target: `/entra/${tenant}/${path}`,
    headers: [form],
    body,
  });
const client = 'client_id=11111111-1111-4111-8111-111111111111&scope=https%3A%2F%2Fvault.azure.net%2F.default';
const assertionType = 'client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer';

const entra: readonly HostileCase[] = [
  ...(
    [
      ['nothing', '', [400, 'invalid_request']],
      ['a word', 'rubbish', [400, 'invalid_request']],
      ['JSON', '{"grant_type":"client_credentials"}', [400, 'invalid_request']],
      ['bytes that are no UTF-8', Uint8Array.from([0xff, 0xfe, 0x3d]), [415, 'BodyNotText']],
      ['wrong escapes', 'grant_type=%zz&client_id=%', [400, 'invalid_request']],
      ['keys of a prototype', '__proto__=x&constructor=y', [400, 'invalid_request']],
      ['1,000 fields', 'a=b&'.repeat(1_000), [400, 'invalid_request']],
      ['a grant that is none', `grant_type=evil&${client}`, [400, 'unsupported_grant_type']],
      ['a password', `grant_type=password&${client}&username=a&password=b`, [400, 'unsupported_grant_type']],
      ['a refresh', `grant_type=refresh_token&${client}&refresh_token=x`, [400, 'unsupported_grant_type']],
      ['no secret', `grant_type=client_credentials&${client}`, [400, 'unauthorized_client']],
      ['a wrong secret', `grant_type=client_credentials&${client}&client_secret=x`, [400, 'unauthorized_client']],
      ['no client', 'grant_type=client_credentials&scope=x&client_secret=x', [400, 'invalid_request']],
      ['no scope', 'grant_type=client_credentials&client_id=x&client_secret=x', [400, 'invalid_request']],
      [
        'an assertion that is none',
        `grant_type=client_credentials&${client}&${assertionType}&client_assertion=rubbish`,
        [400, 'unauthorized_client'],
      ],
      [
        'an empty assertion',
        `grant_type=client_credentials&${client}&${assertionType}&client_assertion=`,
        [400, 'unauthorized_client'],
      ],
      [
        'an assertion of dots',
        `grant_type=client_credentials&${client}&${assertionType}&client_assertion=..`,
        [400, 'unauthorized_client'],
      ],
      [
        'an assertion of wrong kinds',
        `grant_type=client_credentials&${client}&${assertionType}&client_assertion=${assertion({ iss: 5, sub: {}, aud: [[]] })}`,
        [400, 'unauthorized_client'],
      ],
      [
        'an assertion with an audience of nothing',
        `grant_type=client_credentials&${client}&${assertionType}&client_assertion=${assertion({ iss: 'a', sub: 'b', aud: [] })}`,
        [400, 'unauthorized_client'],
      ],
      [
        'an assertion that nests',
        `grant_type=client_credentials&${client}&${assertionType}&client_assertion=${assertion({ iss: JSON.parse(nested(2_000)) as unknown })}`,
        [400, 'unauthorized_client'],
      ],
      [
        'an assertion of 500 kB',
        `grant_type=client_credentials&${client}&${assertionType}&client_assertion=${assertion({ iss: 'x'.repeat(350_000), sub: 'x', aud: 'x' })}`,
        [400, 'unauthorized_client'],
      ],
      [
        'an assertion of another type',
        `grant_type=client_credentials&${client}&client_assertion_type=evil&client_assertion=x`,
        [400, 'unauthorized_client'],
      ],
    ] as const
  ).map(([what, body, refused]) => row(`Entra: ${what}`, azure, entraWith(body), refused)),
  row('Entra: a form of more than 1 MB', azure, entraWith('a=b&'.repeat(260_000)), [413, 'RequestTooLarge']),
  row(
    'Entra: a tenant that is none',
    azure,
    {
      method: 'POST',
      target: '/entra/evil/oauth2/v2.0/token',
      headers: [form],
      body: `grant_type=client_credentials&${client}`,
    },
    [400, 'invalid_tenant'],
  ),
  row('Entra: no tenant', azure, { method: 'POST', target: '/entra', headers: [form], body: '' }, [404, 'not_found']),
  row(
    'Entra: dots in the place of a tenant',
    azure,
    { method: 'POST', target: '/entra/../companion/clock', headers: [form], body: '' },
    [401, 'SecretWanted'],
    { otherwise: { 'secure main': [404, 'NotFound'] } },
  ),
  row('Entra: the older endpoint', azure, entraWith(`grant_type=client_credentials&${client}`, 'oauth2/token'), [
    400,
    'invalid_request',
  ]),
  row('Entra: GET in the place of POST', azure, ({ tenant }) => ({ target: `/entra/${tenant}/oauth2/v2.0/token` }), [
    404,
    'not_found',
  ]),
  row('Entra: a document that is none', azure, ({ tenant }) => ({ target: `/entra/${tenant}/.well-known/evil` }), [
    404,
    'not_found',
  ]),
];

function assertion(claims: Record<string, unknown>): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}.AAAA`;
}

const strays: readonly HostileCase[] = [
  row('POST of what is nothing', azure, { method: 'POST', target: '/nothing', body: '{}' }, [404, 'NotFound']),
  row('Graph: nothing presented', azure, { target: '/graph/v1.0/servicePrincipals' }, [
    401,
    'InvalidAuthenticationToken',
  ]),
  row('Graph: a list that is none', azure, { target: '/graph/v1.0/evil' }, [401, 'InvalidAuthenticationToken']),
  row(
    'WebSocket',
    azure,
    {
      target: secretAt,
      headers: [
        ['Connection', 'Upgrade'],
        ['Upgrade', 'websocket'],
        ['Sec-WebSocket-Key', 'AAAA'],
        ['Sec-WebSocket-Version', '13'],
      ],
    },
    [401, 'Unauthorized'],
  ),
  row(
    'HTTP/2 in clear',
    azure,
    {
      target: secretAt,
      headers: [
        ['Connection', 'Upgrade, HTTP2-Settings'],
        ['Upgrade', 'h2c'],
        ['HTTP2-Settings', 'AAMAAABkAAQAAP__'],
      ],
    },
    [401, 'Unauthorized'],
  ),
];

/** What is asked where tokens are given out, and what nobody there is asked. */
export const endpointCases: readonly HostileCase[] = [...imds, ...apps, ...entra, ...strays];
