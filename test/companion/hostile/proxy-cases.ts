import { raw, row } from './cases.ts';
import type { HostileCase, Refused } from './cases.ts';
import { names } from './known.ts';

/** Those that lead to Azure by its own host names, in plain HTTP and by tunnels. */
const proxies = ['machine', 'app', 'proxy'] as const;
const noTunnels = ['main', 'blob', 'secure main', 'secure blob'] as const;

const notPlayed: Refused = [502, 'HostNotPlayed'];
const otherPort: Refused = [502, 'PortNotPlayed'];
const noTarget: Refused = [400, 'InvalidConnect'];
const unreadable: Refused = [400, 'BadRequest'];

const connect = (target: string) => `CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n\r\n`;

const tunnels: readonly HostileCase[] = [
  ...[
    'evil.example:443',
    '127.0.0.1:443',
    'localhost:22',
    '[::1]:443',
    '10.0.0.1:80',
    '169.254.169.253:80',
    'vault.azure.net:443',
    'a.b.vault.azure.net:443',
    `${names.vault}.vault.azure.net.evil.example:443`,
    `${names.vault}.vault.azure.net.:443`,
    'management.azure.com.evil.example:443',
    'xmanagement.azure.com:443',
  ].map((target) => raw(`a tunnel to ${target}`, proxies, connect(target), notPlayed)),
  ...['management.azure.com:22', '169.254.169.254:443', `${names.vault}.vault.azure.net:80`].map((target) =>
    raw(`a tunnel to ${target}`, proxies, connect(target), otherPort),
  ),
  ...[
    'management.azure.com',
    'management.azure.com:',
    'management.azure.com:0',
    'management.azure.com:99999',
    'user@management.azure.com:443',
    'https://management.azure.com:443',
    '/',
    ':443',
    `${'a'.repeat(300)}:443`,
  ].map((target) => raw(`a tunnel to ${target.slice(0, 50)}`, proxies, connect(target), noTarget)),
  raw('a tunnel to nothing', proxies, 'CONNECT  HTTP/1.1\r\nHost: x\r\n\r\n', noTarget),
  raw('a tunnel through what is no proxy', noTunnels, connect('management.azure.com:443'), [405, 'MethodNotAllowed']),
  raw('a tunnel to oneself', noTunnels, (host) => connect(host), [405, 'MethodNotAllowed']),
  raw('a tunnel and what follows it at once', noTunnels, `${connect('evil.example:443')}${'x'.repeat(100_000)}`, [
    405,
    'MethodNotAllowed',
  ]),
];

const inTunnel = (request: string) => `${connect('169.254.169.254:80')}${request}`;

/** After a tunnel was granted; the answers are its own and the one inside. */
const tunnelled: readonly HostileCase[] = [
  raw('rubbish in a tunnel', proxies, inTunnel('rubbish\r\n\r\n'), unreadable),
  raw('no Host in a tunnel', proxies, inTunnel('GET / HTTP/1.1\r\n\r\n'), [400, 'InvalidHost']),
  raw('another Host in a tunnel', proxies, inTunnel('GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n'), [
    421,
    'MisdirectedRequest',
  ]),
  raw(
    'another address in a tunnel',
    proxies,
    inTunnel('GET http://evil.example/ HTTP/1.1\r\nHost: 169.254.169.254\r\n\r\n'),
    [421, 'MisdirectedRequest'],
  ),
  raw('a tunnel in a tunnel', proxies, inTunnel(connect('management.azure.com:443')), noTarget),
  raw('an expectation in a tunnel', proxies, inTunnel('GET / HTTP/1.1\r\nHost: 169.254.169.254\r\nExpect: x\r\n\r\n'), [
    417,
    'ExpectationFailed',
  ]),
  raw(
    'fields of 20 kB in a tunnel',
    proxies,
    inTunnel(`GET / HTTP/1.1\r\nHost: 169.254.169.254\r\nA: ${'x'.repeat(20_000)}\r\n\r\n`),
    [431, 'HeadersTooLarge'],
  ),
  raw(
    'a page in a tunnel',
    proxies,
    inTunnel('GET /metadata/x HTTP/1.1\r\nHost: 169.254.169.254\r\nOrigin: https://evil.example\r\n\r\n'),
    [403, 'OriginNotAllowed'],
  ),
];

const addresses: readonly HostileCase[] = [
  ...[
    'http://evil.example/',
    'http://169.254.169.253/metadata',
    'http://user@169.254.169.254/metadata',
    'http://169.254.169.254@evil.example/',
    'http://169.254.169.254:8080/metadata',
    'http://169.254.169.254.evil.example/',
    'http://169.254.169.254./metadata',
    'http://2852039166/metadata',
    'http://0xa9fea9fe/metadata',
    'http://[::ffff:169.254.169.254]/metadata',
    'http://127.0.0.1/',
    'http://127.0.0.1:22/',
    'http://127.1/',
    'http://0.0.0.0/',
    'http://localhost:1/',
    'http:///x',
    `http://${names.vault}.vault.azure.net/secrets/sample`,
    'https://management.azure.com/subscriptions',
  ].map((target) => row(`through a proxy: ${target}`, proxies, { target, host: 'x' }, notPlayed)),
  ...['file:///etc/passwd', 'gopher://x/', 'ftp://169.254.169.254/metadata'].map((target) =>
    row(`through a proxy: ${target}`, proxies, { target, host: 'x' }, unreadable),
  ),
  row(
    'through a proxy: the companion by a foreign Host',
    proxies,
    ({ port }) => ({ target: `http://127.0.0.1:${port('main')}/companion/env`, host: 'evil.example' }),
    [403, 'HostNotAllowed'],
  ),
  row(
    'through a proxy: the companion without its secret',
    proxies,
    ({ port }) => ({ target: `http://127.0.0.1:${port('main')}/companion/env`, host: `127.0.0.1:${port('main')}` }),
    [401, 'SecretWanted'],
  ),
  row(
    'through a proxy: the companion from a page',
    proxies,
    ({ port }) => ({
      target: `http://127.0.0.1:${port('main')}/arm`,
      host: `127.0.0.1:${port('main')}`,
      headers: [['Origin', 'https://evil.example']],
    }),
    [403, 'OriginNotAllowed'],
  ),
  row(
    'through a proxy: TLS in plain HTTP',
    proxies,
    ({ port }) => ({ target: `http://127.0.0.1:${port('secure main')}/arm`, host: 'x' }),
    notPlayed,
  ),
  row(
    'through a proxy: IMDS from a page',
    proxies,
    { target: 'http://169.254.169.254/metadata/x', host: '169.254.169.254', headers: [['Origin', 'null']] },
    [403, 'OriginNotAllowed'],
  ),
  row(
    'through a proxy: IMDS from the page of another site',
    proxies,
    {
      target: 'http://169.254.169.254/metadata/x',
      host: '169.254.169.254',
      headers: [['Sec-Fetch-Site', 'cross-site']],
    },
    [403, 'OriginNotAllowed'],
  ),
  row(
    'through a proxy: IMDS for nobody',
    ['proxy'],
    { target: 'http://169.254.169.254/metadata/x', host: '169.254.169.254' },
    [403, 'Unreachable'],
  ),
  row('nothing for a proxy', ['proxy'], { target: '/metadata/x' }, [400, 'ProxyOnly']),
  row(
    'nothing for a proxy, to change something',
    ['proxy'],
    { method: 'POST', target: '/companion/clock', body: '{}' },
    [400, 'ProxyOnly'],
  ),
];

export const proxyCases: readonly HostileCase[] = [...tunnels, ...tunnelled, ...addresses];
