import { describe, expect, it } from 'vitest';
import { identityHeader } from '#domain/appservice/request.ts';
import { readCurl } from '#domain/cli/curl/read.ts';
import { newSession } from '#edge/command-line/interpret.ts';
import type { Session } from '#edge/command-line/interpret.ts';
import { idIn, typedShop } from '#test/support/cli-worlds.ts';
import { type } from '#test/support/terminal.ts';

const world = typedShop('curl');
const { state } = world;
const at = (name: string): Session => ({ ...newSession, at: { kind: 'host', resourceId: idIn(state, name) } });
const tokenUrl =
  'http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https://vault.azure.net';
const plain = { method: 'GET', url: 'https://a.example/x', headers: [], body: '' };

describe('[CLI-50] curl', () => {
  it.each([
    ['https://a.example/x', plain],
    ['a.example/x', { ...plain, url: 'http://a.example/x' }],
    ['-X DELETE https://a.example/x', { ...plain, method: 'DELETE' }],
    ['-XPUT https://a.example/x', { ...plain, method: 'PUT' }],
    ['--request patch https://a.example/x', { ...plain, method: 'PATCH' }],
    ['-H Metadata:true https://a.example/x', { ...plain, headers: [['Metadata', 'true']] }],
    ['-sH Accept:x --noproxy * https://a.example/x', { ...plain, headers: [['Accept', 'x']] }],
    [
      '-d a=1 -d b=2 https://a.example/x',
      { ...plain, method: 'POST', body: 'a=1&b=2', headers: [['Content-Type', 'application/x-www-form-urlencoded']] },
    ],
    [
      '--data {} -H Content-Type:application/json -X PUT https://a.example/x',
      { ...plain, method: 'PUT', body: '{}', headers: [['Content-Type', 'application/json']] },
    ],
    ['-G -d a=1 --data-urlencode b=/ https://a.example/x', { ...plain, url: 'https://a.example/x?a=1&b=%2F' }],
    ['-G -d a=1 https://a.example/x?c=2', { ...plain, url: 'https://a.example/x?c=2&a=1' }],
  ])('%s', (words, request) => {
    expect(readCurl(words.split(' '))).toMatchObject({ kind: 'request', curl: { request } });
  });

  it.each([
    [[], 'curl: (2) no URL specified'],
    [['-X'], 'curl: option -X: requires parameter'],
    [['--cookie', 'x', 'https://a.example'], 'curl: option --cookie: is not simulated here'],
    [['-X', 'HEAD', 'https://a.example'], 'The method HEAD is not simulated here.'],
    [['?resource=x'], 'curl: (3) URL using bad/illegal format or missing URL'],
    [['https://a.example/x y'], 'curl: (3) URL using bad/illegal format or missing URL'],
    [['a.example', 'b.example'], 'Several addresses at once are not simulated here.'],
  ])('%j is refused', (words, message) => {
    expect(readCurl(words)).toEqual({ kind: 'refused', message });
  });

  it('prints the body, and with -i what came before it', () => {
    const body = type(world, `curl -s '${tokenUrl}'`, at('vm-web'));
    expect(body).toMatchObject({ isError: false, commands: [{ type: 'RequestToken' }] });
    expect(body.json()).toMatchObject({ error: 'invalid_request' });
    const whole = type(world, `curl -i '${tokenUrl}'`, at('vm-web')).text.split('\n');
    expect(whole[0]).toBe('HTTP/1.1 400 Bad Request');
    expect(whole[whole.indexOf('') + 1]).toBe(body.text);
  });

  it('prints a status by -w, and a failure by -f', () => {
    expect(type(world, `curl -s -o /dev/null -w '%{http_code}\\n' '${tokenUrl}'`, at('vm-web')).text).toBe('400\n');
    const failed = type(world, `curl -f '${tokenUrl}'`, at('vm-web'));
    expect(failed).toMatchObject({ isError: true, text: 'curl: (22) The requested URL returned error: 400' });
    expect(type(world, `curl -sf '${tokenUrl}'`, at('vm-web'))).toMatchObject({ isError: true, text: '' });
  });
});

describe('[CLI-51] variables of a shell', () => {
  it('$TOKEN is the token that was given here last', () => {
    const given = type(world, `curl -s -H Metadata:true '${tokenUrl}'`, at('vm-web'));
    const { access_token: reference } = given.json() as { readonly access_token: string };
    expect(type(given.world, 'echo $TOKEN', at('vm-web')).text).toBe(reference);
    expect(type(given.world, 'echo $TOKEN').text).toBe('');
    const call = type(
      given.world,
      'curl -s -H "Authorization: Bearer $TOKEN" https://kv-shop.vault.azure.net/secrets/db-password?api-version=7.4',
      at('vm-web'),
    );
    expect(call.commands).toMatchObject([{ type: 'CallTarget', token: { kind: 'jwt', signature: 'valid' } }]);
    expect(call.json()).toMatchObject({ error: { innererror: { code: 'ForbiddenByRbac' } } });
  });

  it.each([
    'type=aad&ver=1.0&sig=$TOKEN',
    'type%3Daad%26ver%3D1.0%26sig%3D$TOKEN',
    'TYPE%3dAAD%26ver%3d1.0%26sig%3d$TOKEN',
  ])('reads $TOKEN in the header of Cosmos DB: %s', (header) => {
    const audience = 'https://cosmos-shop.documents.azure.com';
    const url = tokenUrl.replace('https://vault.azure.net', audience);
    const given = type(world, `curl -s -H Metadata:true '${url}'`, at('vm-web'));
    const line = `curl -s -H "Authorization: ${header}" ${audience}/dbs/shop/colls/orders/docs/1`;
    const asked = type(given.world, line, at('vm-web'));
    expect(asked.commands).toMatchObject([{ type: 'CallTarget', token: { kind: 'jwt', signature: 'valid' } }]);
    expect(asked.text).toContain('items/read');
    const none = type(given.world, line.replace('$TOKEN', 'abc'), at('vm-web'));
    expect(none.commands).toMatchObject([{ token: { kind: 'malformed' } }]);
  });

  it('a text that stands for no token is malformed, and none is none', () => {
    const url = 'https://kv-shop.vault.azure.net/secrets/db-password?api-version=7.4';
    expect(type(world, `curl -H "Authorization: Bearer abc" ${url}`).commands).toMatchObject([
      { token: { kind: 'malformed' } },
    ]);
    expect(type(world, `curl ${url}`).commands).toMatchObject([{ token: { kind: 'none' }, from: { kind: 'laptop' } }]);
  });

  it('an app with an identity has IDENTITY_ENDPOINT and IDENTITY_HEADER', () => {
    const line =
      'curl -s "$IDENTITY_ENDPOINT?resource=https://vault.azure.net&api-version=2019-08-01" -H "X-IDENTITY-HEADER: $IDENTITY_HEADER"';
    const typed = type(world, line, at('app-shop'));
    expect(typed.commands).toMatchObject([
      {
        type: 'RequestToken',
        request: { headers: [['X-IDENTITY-HEADER', identityHeader(state.seed, idIn(state, 'app-shop'))]] },
      },
    ]);
    expect(typed.json()).toMatchObject({ token_type: 'Bearer' });
    expect(type(world, line, at('func-shop'))).toMatchObject({
      isError: true,
      text: 'curl: (3) URL using bad/illegal format or missing URL',
      commands: [],
    });
  });

  it('a workload outside Azure has $ASSERTION, the token of its own platform', () => {
    const github = type(world, 'lab on github repo:contoso/shop:ref:refs/heads/main').session;
    const body = 'grant_type=client_credentials&client_assertion=$ASSERTION';
    const typed = type(
      world,
      `curl -d "${body}" https://login.microsoftonline.com/${state.tenantId}/oauth2/v2.0/token`,
      github,
    );
    expect(typed.commands).toMatchObject([
      {
        type: 'RequestToken',
        assertion: {
          issuer: 'https://token.actions.githubusercontent.com',
          subject: 'repo:contoso/shop:ref:refs/heads/main',
          audience: 'api://AzureADTokenExchange',
        },
      },
    ]);
    const pod = type(world, 'lab on pod aks-shop/shop/web').session;
    expect(
      type(world, `curl -d "${body}" https://login.microsoftonline.com/x/oauth2/v2.0/token`, pod).commands,
    ).toMatchObject([{ assertion: { subject: 'system:serviceaccount:shop:web' } }]);
  });
});

describe('[CLI-52] what reaches nobody', () => {
  it.each([
    [tokenUrl, "curl: (28) Failed to connect to 169.254.169.254 port 80 after 75001 ms: Couldn't connect to server"],
    [
      'http://172.16.0.2:8081/msi/token',
      "curl: (7) Failed to connect to 172.16.0.2 port 8081 after 0 ms: Couldn't connect to server",
    ],
    ['https://kv-none.vault.azure.net/secrets/x', 'curl: (6) Could not resolve host: kv-none.vault.azure.net'],
  ])('%s', (url, text) => {
    expect(type(world, `curl '${url}'`)).toMatchObject({ isError: true, text });
    expect(type(world, `curl -s '${url}'`)).toMatchObject({ isError: true, text: '' });
    expect(type(world, `curl -sS '${url}'`)).toMatchObject({ isError: true, text });
  });
});
