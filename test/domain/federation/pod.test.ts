import { describe, expect, it } from 'vitest';
import { latestTokenOf } from '#domain/script/tokens.ts';
import { resourceNamed } from '#domain/script/names.ts';
import { serviceAccountsOf } from '#domain/federation/state.ts';
import { pastEvents } from '#domain/timeline/timeline.ts';
import { identity, idsOf, noRoleDelay, run, shopGroup, vaultAudience } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';
import {
  account,
  annotated,
  askFromPod,
  askFromWorkflow,
  cluster,
  credential,
  issuerOf,
  pod,
  podCredential,
  podSubject,
  workflow,
} from './workload.ts';

const shop = run('pods', shopGroup, noRoleDelay, identity(), cluster);
const ready = shop.goOn(annotated(), podCredential);
const clusterId = resourceNamed(shop.state, 'aks-shop').id;
const deletion = { type: 'DeleteServiceAccount', clusterId, namespace: 'shop', name: 'reader' } as const;

describe('a pod', () => {
  it('[FED-11] gets a token of the identity that its service account names', () => {
    const asked = ready.goOn(askFromPod());
    expect(asked.answer.status).toBe(200);
    expect(asked.claims).toMatchObject({ aud: vaultAudience, oid: idsOf(asked, 'id-shop-reader').principalId });
    expect(asked.entry(-1).events).toContainEqual(
      expect.objectContaining({ type: 'TokenIssued', host: `${clusterId}/namespaces/shop/serviceAccounts/reader` }),
    );
  });

  it('[FED-11] sends its own token in the place of a secret', () => {
    const [request] = ready.goOn(askFromPod()).hops;
    expect(request?.request.url).toBe(`https://login.microsoftonline.com/${shop.state.tenantId}/oauth2/v2.0/token`);
    expect(Object.fromEntries(new URLSearchParams(request?.request.body))).toEqual({
      grant_type: 'client_credentials',
      client_id: idsOf(shop, 'id-shop-reader').clientId,
      scope: `${vaultAudience}/.default`,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: '(token of the service account)',
    });
  });

  it('[FED-11] has the issuer of its cluster, with a final slash', () => {
    expect(issuerOf(shop)).toMatch(
      new RegExp(String.raw`^https://westeurope\.oic\.prod-aks\.azure\.com/${shop.state.tenantId}/[0-9a-f-]{36}/$`),
    );
    const wrong = shop.goOn(
      annotated(),
      credential({ issuer: issuerOf(shop).slice(0, -1), subject: podSubject }),
      askFromPod(),
    );
    expect(wrong.answer.json).toMatchObject({ error_codes: [700_211] });
  });

  it('[FED-11] of a cluster made anew has another issuer', () => {
    const again = ready.goOn({ do: 'delete', name: 'aks-shop' }, { do: 'advance', minutes: 1 }, cluster, annotated());
    expect(issuerOf(again)).not.toBe(issuerOf(ready));
    expect(again.goOn(askFromPod()).answer.json).toMatchObject({ error_codes: [700_211] });
  });

  it('[FED-11] under another service account is not trusted', () => {
    const other = ready.goOn(
      account(idsOf(ready, 'id-shop-reader').clientId, 'writer'),
      askFromPod(vaultAudience, 'writer'),
    );
    expect(other.answer.json).toMatchObject({
      error_codes: [700_213],
      error_description: expect.stringContaining("subject 'system:serviceaccount:shop:writer'"),
    });
  });

  it.each([
    ['the object ID', () => idsOf(shop, 'id-shop-reader').principalId],
    ['what nobody has', () => 'id-shop-reader'],
  ])('[FED-11] that was told %s is nobody', (_what, told) => {
    const asked = shop.goOn(account(told()), podCredential, askFromPod());
    expect(asked.answer.json).toMatchObject({ error: 'unauthorized_client', error_codes: [700_016] });
  });

  it('[FED-12] that was told nothing reaches no metadata service', () => {
    const asked = shop.goOn(account(null), podCredential, askFromPod());
    expect(asked.failure).toBe('unreachable');
    expect(asked.hops).toMatchObject([{ to: { kind: 'imds' } }, { kind: 'failure' }]);
  });

  it('[FED-11] is told anew by a change of the annotation', () => {
    const told = shop.goOn(account(null), annotated(), podCredential, askFromPod());
    expect(told.answer.status).toBe(200);
  });

  it('[FED-10] holds its token apart from other workloads', () => {
    const asked = ready.goOn(credential({ name: 'other' }), askFromPod(), askFromWorkflow());
    const events = pastEvents(asked.world.timeline);
    const own = latestTokenOf(events, pod(asked));
    expect(own?.claims.uti).not.toBe(latestTokenOf(events, workflow)?.claims.uti);
    expect(latestTokenOf(events, pod(asked, 'writer'))).toBeNull();
    expect(latestTokenOf(events, { ...workflow, subject: 'x' } as typeof workflow)).toBeNull();
  });
});

describe('service accounts', () => {
  it('[FED-15] are made and changed', () => {
    const made = shop.goOn(account('00000000-0000-4000-8000-000000000000'));
    expectGolden(made.answer, 'FED-15-created', 'docs');
    const changed = made.goOn(account(null));
    expect(changed.answer.status).toBe(200);
    expect(changed.answer.body).not.toContain('annotations');
    expect(serviceAccountsOf(changed.state.federation, clusterId)).toEqual([
      { namespace: 'shop', name: 'reader', clientId: null },
    ]);
  });

  it('[FED-15] of one name live in two namespaces', () => {
    const two = shop.goOn(account(null), account(null, 'reader', 'test'));
    expect(two.answer.status).toBe(201);
    expect(serviceAccountsOf(two.state.federation, clusterId)).toHaveLength(2);
  });

  it.each([
    ['Reader', 'shop'],
    ['reader', 'Shop'],
    ['-reader', 'shop'],
    ['reader-', 'shop'],
    ['re ader', 'shop'],
    ['', 'shop'],
    ['x'.repeat(64), 'shop'],
  ])('[FED-15] are not named %j in %j', (name, namespace) => {
    const { answer, state } = shop.goOn(account(null, name, namespace));
    expect(answer.status).toBe(422);
    expect(answer.json).toMatchObject({ kind: 'Status', status: 'Failure', reason: 'Invalid' });
    expect(state.federation).toEqual(shop.state.federation);
  });

  it('[FED-15] go, and the pods under them', () => {
    const ask = askFromPod()(ready);
    const gone = ready.goOn(deletion);
    expectGolden(gone.answer, 'FED-15-deleted', 'docs');
    expect(gone.goOn(ask).failure).toBe('originGone');
    expect(gone.goOn(deletion).answer).toMatchObject({ status: 404 });
  });

  it('[FED-15] go with their cluster', () => {
    const ask = askFromPod()(ready);
    const gone = ready.goOn({ do: 'delete', name: 'aks-shop' });
    expect(gone.state.federation.serviceAccounts.count).toBe(0);
    expect(gone.goOn(ask).failure).toBe('originGone');
    const tried = gone.goOn(deletion);
    expect(tried.answer.status).toBe(404);
    expect(tried.answer.json).toMatchObject({ error: { code: 'ResourceNotFound' } });
  });

  it('[FED-15] need a cluster', () => {
    const make = account()(shop);
    const gone = shop.goOn({ do: 'delete', name: 'aks-shop' }, make);
    expect(gone.answer.status).toBe(404);
    expect(gone.state.federation.serviceAccounts.count).toBe(0);
  });
});
