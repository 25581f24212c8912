import { describe, expect, it } from 'vitest';
import type { PresentedAssertion } from '#domain/entra/token.ts';
import { exchangeAudience, exchangeRequest, githubIssuer, githubSubject } from '#domain/federation/request.ts';
import { day } from '#domain/kernel/instant.ts';
import { host, identity, idsOf, noRoleDelay, run, shopGroup, vault, vaultAudience } from '#test/support/engine.ts';
import type { MadeDeed, Played } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';
import { askFromWorkflow, credential, noCredential, workflow, workflowSubject } from './workload.ts';

const shop = run('exchange', shopGroup, noRoleDelay, ...vault, host(), identity());
const trusting = shop.goOn(credential());
const assertion: PresentedAssertion = { issuer: githubIssuer, subject: workflowSubject, audience: exchangeAudience };

const posted = (after: Played, body: string, tenant: string = after.state.tenantId, version = '/v2.0') => ({
  type: 'RequestToken' as const,
  from: workflow,
  request: {
    method: 'POST' as const,
    url: `https://login.microsoftonline.com/${tenant}/oauth2${version}/token`,
    headers: [['Content-Type', 'application/x-www-form-urlencoded']] as const,
    body,
  },
});

/** An exchange with another assertion than the workflow's own. */
const presenting =
  (change: Partial<PresentedAssertion>): MadeDeed =>
  (after) => ({ ...askAsWorkflow(after), assertion: { ...assertion, ...change } });

function askAsWorkflow(after: Played) {
  const { clientId } = idsOf(after, 'id-shop-reader');
  const { tenantId } = after.state;
  return posted(after, exchangeRequest({ tenantId, clientId, resource: vaultAudience, assertion: '(token)' }).body);
}

describe('an exchange', () => {
  it('[FED-10] brings a token of the identity for a day', () => {
    const asked = trusting.goOn(askFromWorkflow());
    const { clientId, principalId, resourceId } = idsOf(asked, 'id-shop-reader');
    expectGolden(asked.answer, 'FED-10-token', 'docs');
    expect(asked.claims).toMatchObject({
      aud: vaultAudience,
      appid: clientId,
      oid: principalId,
      sub: principalId,
      appidacr: '2',
      idtyp: 'app',
      exp: asked.state.now + day,
      xms_mirid: resourceId,
    });
    expect(asked.claims).not.toHaveProperty('xms_az_rid');
  });

  it.each([
    ['/v2.0', 'scope', 'https://database.windows.net//.default', 'https://database.windows.net/'],
    ['/v2.0', 'scope', 'https://database.windows.net/.default', 'https://database.windows.net'],
    ['/v2.0', 'scope', 'https://servicebus.azure.net//user_impersonation', 'https://servicebus.azure.net/'],
    ['', 'resource', 'https://database.windows.net/', 'https://database.windows.net/'],
  ])('[FED-17] at %s reads %s %s as %s', (version, parameter, value, audience) => {
    const asked = trusting.goOn((after) => {
      const form = new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: idsOf(after, 'id-shop-reader').clientId,
        [parameter]: value,
        client_assertion: '(token)',
      });
      return { ...posted(after, String(form), after.state.tenantId, version), assertion };
    });
    expect(asked.claims.aud).toBe(audience);
  });

  it('[FED-17] leaves no scope behind at the v1.0 endpoint', () => {
    const asked = trusting.goOn((after) => {
      const clientId = idsOf(after, 'id-shop-reader').clientId;
      const body = `grant_type=client_credentials&client_id=${clientId}&resource=${vaultAudience}/.default&client_assertion=x`;
      return { ...posted(after, body, after.state.tenantId, ''), assertion };
    });
    expect(asked.answer.json).toMatchObject({ error: 'invalid_resource', error_codes: [500_011] });
  });

  it('[FED-10] is one message to Entra ID and its answer', () => {
    const { hops } = trusting.goOn(askFromWorkflow());
    expect(hops).toMatchObject([
      { kind: 'request', from: { kind: 'application', origin: workflow }, to: { kind: 'entra' } },
      { kind: 'response', from: { kind: 'entra' }, fromCache: false },
    ]);
  });

  it('[FED-10] brings a new token each time', () => {
    const first = trusting.goOn(askFromWorkflow());
    const second = first.goOn(askFromWorkflow());
    expect(second.claims.uti).not.toBe(first.claims.uti);
    expect(second.answer.fromCache).toBe(false);
    expect(second.state.tokens.live.count).toBe(2);
  });

  it('[ENTRA-06] [FED-10] opens what the identity may open, without a secret', () => {
    const granted = trusting.goOn({
      do: 'assign-role',
      role: 'Key Vault Secrets User',
      to: 'id-shop-reader',
      at: 'kv-shop',
    });
    const read = granted.goOn(askFromWorkflow(), (after) => ({
      type: 'CallTarget',
      from: workflow,
      request: {
        method: 'GET',
        url: 'https://kv-shop.vault.azure.net/secrets/db-password?api-version=7.4',
        headers: [],
        body: '',
      },
      token: { kind: 'jwt', claims: after.claims, signature: 'valid' },
    }));
    expect(read.answer.status).toBe(200);
  });

  it('[FED-10] for what nobody knows is refused like any other', () => {
    const { answer } = trusting.goOn(askFromWorkflow({}, { resource: 'https://nowhere.example' }));
    expect(answer.json).toMatchObject({ error: 'invalid_resource', error_codes: [500_011] });
  });

  it('[FED-10] at the v1.0 endpoint names a resource and has the answer of v1.0', () => {
    const { clientId } = idsOf(trusting, 'id-shop-reader');
    const body = `grant_type=client_credentials&client_id=${clientId}&client_assertion=x&resource=${encodeURIComponent(vaultAudience)}`;
    const asked = trusting.goOn(posted(trusting, body, trusting.state.tenantId, ''));
    expect(asked.answer.json).toMatchObject({ resource: vaultAudience, expires_in: '86400' });
  });
});

describe('an assertion that does not match', () => {
  it.each([
    ['another issuer', { issuer: 'https://token.example' }, 'FED-07-issuer', 'unconfirmed'],
    ['a slash more', { issuer: `${githubIssuer}/` }, 'FED-07-slash', 'unconfirmed'],
    ['another subject', { subject: 'repo:contoso/shop:pull_request' }, 'FED-07-subject', 'capture'],
    ['another case', { subject: 'repo:Contoso/shop:ref:refs/heads/main' }, 'FED-07-case', 'capture'],
    ['another audience', { audience: 'https://github.com/contoso' }, 'FED-07-audience', 'unconfirmed'],
  ] as const)('[FED-07] has %s', (_what, change, golden, source) => {
    const asked = trusting.goOn(presenting(change));
    expectGolden(asked.answer, golden, source);
    expect(asked.answer.status).toBe(401);
    expect(asked.state.tokens.live.count).toBe(0);
  });

  it.each([
    ['issuer before subject', { issuer: 'https://token.example', subject: 'x' }, 700_211],
    ['issuer before audience', { issuer: 'https://token.example', audience: 'x' }, 700_211],
    ['subject before audience', { subject: 'x', audience: 'x' }, 700_213],
  ])('[FED-07] is told of %s', (_what, change, number) => {
    expect(trusting.goOn(presenting(change)).answer.json).toMatchObject({ error_codes: [number] });
  });

  it('[FED-07] may match another credential of the identity', () => {
    const two = trusting.goOn(credential({ name: 'pull', subject: 'repo:contoso/shop:pull_request' }));
    expect(two.goOn(presenting({ subject: 'repo:contoso/shop:pull_request' })).answer.status).toBe(200);
    expect(
      two.goOn(noCredential('pull'), presenting({ subject: 'repo:contoso/shop:pull_request' })).answer.status,
    ).toBe(401);
  });

  it('[FED-08] finds no credential at all', () => {
    expectGolden(shop.goOn(askFromWorkflow()).answer, 'FED-08-none', 'capture');
  });

  it('[ENTRA-06] [FED-08] finds none of a system-assigned identity', () => {
    const { answer } = trusting.goOn(askFromWorkflow({}, { as: 'vm-web' }));
    expect(answer.status).toBe(401);
    expect(answer.json).toMatchObject({
      error_codes: [70_025],
      error_description: expect.stringContaining(
        "The client 'vm-web' has no configured federated identity credentials.",
      ),
    });
  });

  it('[FED-16] is all that is wrong: a token that somebody else hands in is taken for genuine', () => {
    const { clientId } = idsOf(trusting, 'id-shop-reader');
    const { tenantId } = trusting.state;
    const { body } = exchangeRequest({ tenantId, clientId, resource: vaultAudience, assertion: '(leaked)' });
    const asked = trusting.goOn({ ...posted(trusting, body), from: { kind: 'laptop' }, assertion });
    expect(asked.answer.status).toBe(200);
  });
});

describe('a credential of minutes ago', () => {
  const seeded = run('exchange', shopGroup, identity()).goOn(credential());

  it('[FED-06] is not known yet', () => {
    expectGolden(seeded.goOn(askFromWorkflow()).answer, 'FED-06-early', 'capture');
  });

  it('[FED-06] is known after five minutes, at the latest', () => {
    expect(seeded.goOn({ do: 'advance', minutes: 5 }, askFromWorkflow()).answer.status).toBe(200);
  });

  it('[FED-06] is not known a second before its time, and is at it', () => {
    const early = seeded.goOn({ type: 'AdvanceClock', seconds: secondsUntilKnown(seeded) - 1 }, askFromWorkflow());
    expect(early.answer.json).toMatchObject({ error_codes: [70_021] });
    expect(early.goOn({ type: 'AdvanceClock', seconds: 1 }, askFromWorkflow()).answer.status).toBe(200);
  });

  it('[FED-06] that has another subject is none that could be known', () => {
    expect(seeded.goOn(askFromWorkflow({ subject: 'x' })).answer.json).toMatchObject({ error_codes: [70_025] });
  });
});

function secondsUntilKnown(after: Played): number {
  const event = after.entry(-1).events.find(({ type }) => type === 'FederatedCredentialSet');
  return event?.type === 'FederatedCredentialSet' ? event.credential.effectiveAt - after.state.now : 0;
}

describe('a request that Entra ID does not take', () => {
  const { clientId } = idsOf(trusting, 'id-shop-reader');
  const scope = encodeURIComponent(`${vaultAudience}/.default`);
  const whole = `grant_type=client_credentials&client_id=${clientId}&scope=${scope}&client_assertion=x`;
  const part = (name: string) =>
    whole
      .split('&')
      .filter((pair) => !pair.startsWith(`${name}=`))
      .join('&');

  it.each([
    ['a form that is empty', '', 400, 900_144],
    ['no grant', part('grant_type'), 400, 900_144],
    ['no client', part('client_id'), 400, 900_144],
    ['no scope', part('scope'), 400, 900_144],
    ['another grant', whole.replace('client_credentials', 'password'), 400, 70_003],
    ['no proof', part('client_assertion'), 401, 7_000_218],
    ['a secret', `${part('client_assertion')}&client_secret=hunter2`, 401, 7_000_215],
    ['a client that is not there', whole.replace(clientId, 'nobody'), 400, 700_016],
    [
      'an object ID in the place of the client',
      whole.replace(clientId, idsOf(trusting, 'id-shop-reader').principalId),
      400,
      700_016,
    ],
  ])('[FED-09] has %s', (_what, body, status, number) => {
    const { answer } = trusting.goOn(posted(trusting, body));
    expect(answer.status).toBe(status);
    expect(answer.json).toMatchObject({
      error_codes: [number],
      error_description: expect.stringMatching(new RegExp(String.raw`^AADSTS${number}: `)),
    });
  });

  it('[FED-09] is of another tenant', () => {
    const { answer } = trusting.goOn(posted(trusting, whole, '22222222-2222-4222-8222-222222222222'));
    expectGolden(answer, 'FED-09-tenant', 'capture');
  });

  it('[FED-09] names the tenant by its domain as well', () => {
    expect(trusting.goOn(posted(trusting, whole, 'contoso.onmicrosoft.com')).answer.status).toBe(200);
  });

  it('[FED-09] says nothing by its assertion, from where no platform gives tokens', () => {
    const { answer } = trusting.goOn({ ...posted(trusting, whole), from: { kind: 'laptop' } });
    expect(answer.json).toMatchObject({ error_codes: [50_027] });
  });

  it('[FED-09] is sent to an address without an endpoint', () => {
    const command = posted(trusting, whole, trusting.state.tenantId, '/v3.0');
    expect(trusting.goOn(command).answer).toMatchObject({ status: 404, body: expect.stringContaining('"not_found"') });
  });
});

describe('the end of trust', () => {
  it('[FED-14] comes with the deletion of the credential', () => {
    const gone = trusting.goOn(askFromWorkflow(), noCredential(), askFromWorkflow());
    expect(gone.answer.json).toMatchObject({ error_codes: [70_025] });
    expect(gone.state.tokens.live.count).toBe(1);
  });

  it('[FED-14] comes with the deletion of the identity', () => {
    const ask = askFromWorkflow()(trusting);
    const gone = trusting.goOn({ do: 'delete', name: 'id-shop-reader' }, ask);
    expect(gone.answer.json).toMatchObject({ error_codes: [700_016] });
    expect(gone.state.federation.credentials.count).toBe(0);
    const again = gone.goOn(identity(), askFromWorkflow());
    expect(again.answer.json).toMatchObject({ error_codes: [70_025] });
  });
});

describe('the subject of a workflow', () => {
  const repository = { owner: 'contoso', name: 'shop' };
  const ids = { owner: 1234, repository: 567_890 };

  it.each([
    [repository, { kind: 'branch', name: 'main' }, 'repo:contoso/shop:ref:refs/heads/main'],
    [repository, { kind: 'tag', name: 'v1' }, 'repo:contoso/shop:ref:refs/tags/v1'],
    [repository, { kind: 'environment', name: 'prod' }, 'repo:contoso/shop:environment:prod'],
    [repository, { kind: 'pullRequest' }, 'repo:contoso/shop:pull_request'],
    [{ ...repository, ids }, { kind: 'branch', name: 'main' }, 'repo:contoso@1234/shop@567890:ref:refs/heads/main'],
    [{ ...repository, ids }, { kind: 'pullRequest' }, 'repo:contoso@1234/shop@567890:pull_request'],
  ] as const)('[FED-13] of %j for %j is %s', (of, entity, subject) => {
    expect(githubSubject(of, entity)).toBe(subject);
  });

  it('[FED-13] of a new repository does not match a credential in the old form', () => {
    const subject = githubSubject({ ...repository, ids }, { kind: 'branch', name: 'main' });
    expect(trusting.goOn(askFromWorkflow({ subject })).answer.json).toMatchObject({ error_codes: [700_213] });
    const renewed = trusting.goOn(credential({ subject }), askFromWorkflow({ subject }));
    expect(renewed.answer.status).toBe(200);
  });
});
