import { describe, expect, it } from 'vitest';
import { explainAccess } from '#domain/access/explain.ts';
import type { Asker } from '#domain/access/explain.ts';
import { azureRules } from '#domain/cloud/rules.ts';
import { callerNamed } from '#domain/cloud/personas.ts';
import { clusterIssuer, exchangeAudience, serviceAccountSubject } from '#domain/federation/request.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import type { PrincipalId, ResourceId } from '#domain/kernel/brand.ts';
import { kindNamed, resourceNamed, scopeNamed } from '#domain/script/names.ts';
import type { Step } from '#domain/script/script.ts';
import {
  askToken,
  call,
  forged,
  host,
  identity,
  idsOf,
  mayReadImages,
  mayReadSecrets,
  noRoleDelay,
  readImage,
  readSecret,
  run,
  shopGroup,
  storage,
  storageAudience,
  vault,
} from '#test/support/engine.ts';
import type { Deed, Played } from '#test/support/engine.ts';
import { grant } from '#test/domain/rbac/assigning.ts';
import { image, question, secret } from './questions.ts';

const shop = run('explain', shopGroup, noRoleDelay, host(), identity(), vault, storage);
const url = 'https://kv-shop.vault.azure.net/secrets/db-password?api-version=2025-07-01';

const denyAll: Deed = (after) => ({
  type: 'CreateDenyAssignment',
  scope: scopeNamed(after.state, 'rg-shop'),
  name: 'stack',
  actions: [],
  dataActions: ['*'],
  principals: [],
});
const closed: Deed = (after) => ({
  type: 'SetFirewall',
  resourceId: scopeNamed(after.state, 'kv-shop') as ResourceId,
  firewall: { defaultAction: 'Deny', allowedAddresses: [], trustedServices: true, publicAccess: true },
});
const policies: Deed = (after) => ({
  type: 'SetPermissionModel',
  vaultId: scopeNamed(after.state, 'kv-shop') as ResourceId,
  model: 'accessPolicies',
});

describe('an explanation', () => {
  it.each<[string, readonly Deed[], string | null]>([
    ['nothing granted', [], 'role'],
    ['a role', [mayReadSecrets()], null],
    ['a role that waits', [{ do: 'set-role-delay', minutes: 9 }, mayReadSecrets()], 'role'],
    ['a deny assignment', [mayReadSecrets(), denyAll], 'deny'],
    ['a firewall', [mayReadSecrets(), closed], 'network'],
    ['a policy that is missing', [mayReadSecrets(), policies], 'policy'],
  ])('[EXPLAIN-01] has the gates of the call itself: %s', (_what, deeds, refusing) => {
    const played = shop.goOn(...deeds, askToken());
    const explained = explainAccess(played.state, question(played));
    const { decision, status } = played.goOn(readSecret()).answer;
    expect(explained.gates).toEqual(decision?.gates);
    expect(explained.pending).toEqual(decision?.pending);
    expect(explained.answer?.status).toBe(status);
    expect(explained.allowed).toBe(refusing === null);
    expect(explained.refusedBy?.gate ?? null).toBe(refusing);
  });

  it('[EXPLAIN-01] is the same for blobs', () => {
    const played = shop.goOn(mayReadImages('vm-web'), askToken('vm-web', { resource: storageAudience }));
    expect(explainAccess(played.state, question(played, image)).gates).toEqual(
      played.goOn(readImage()).answer.decision?.gates,
    );
  });

  it('[EXPLAIN-01] follows a belief, like the call', () => {
    const rules = { ...azureRules, principalsOf: () => [idsOf(shop, 'vm-web').principalId as PrincipalId] };
    const granted = shop.goOn(mayReadSecrets());
    const stranger = { who: { kind: 'principal', principalId: 'nobody' as PrincipalId }, request: secret } as const;
    expect(explainAccess(granted.state, stranger).allowed).toBe(false);
    expect(explainAccess(granted.state, stranger, rules).allowed).toBe(true);
  });
});

describe('who asks', () => {
  const granted = shop.goOn(mayReadSecrets('id-shop-reader'));

  it.each<[string, (played: Played) => Asker, string]>([
    [
      'an identity that is not attached',
      (played) => question(played, secret, 'vm-web', 'id-shop-reader').who,
      'tokenEndpoint',
    ],
    ['its default', (played) => question(played).who, 'target'],
  ])('[EXPLAIN-02] is code on a host: %s', (_what, who, reached) => {
    const explained = explainAccess(granted.state, { who: who(granted), request: secret });
    expect(explained).toMatchObject({ reached, allowed: false });
    expect(explained.claims === null).toBe(reached === 'tokenEndpoint');
    if (reached === 'tokenEndpoint') expect(explained.answer?.status).toBe(400);
  });

  it('[EXPLAIN-02] is code on a laptop, which reaches no endpoint', () => {
    const who: Asker = { kind: 'origin', from: { kind: 'laptop' }, selector: null };
    expect(explainAccess(shop.state, { who, request: secret })).toMatchObject({
      reached: 'tokenEndpoint',
      failure: 'unreachable',
    });
  });

  it('[EXPLAIN-02] is a pod or a workflow, which exchanges the token of its platform', () => {
    const issuer = 'https://token.actions.githubusercontent.com';
    const subject = 'repo:contoso/shop:ref:refs/heads/main';
    const audiences = [exchangeAudience];
    const trusting = granted.goOn(
      {
        type: 'CreateResource',
        kind: 'aksCluster',
        name: 'aks-shop',
        resourceGroup: 'rg-shop',
        location: 'westeurope',
      },
      (after) => {
        const { id: identityId } = resourceNamed(after.state, 'id-shop-reader');
        return { type: 'CreateFederatedCredential', identityId, name: 'github', issuer, subject, audiences };
      },
      (after) => {
        const { id: identityId } = resourceNamed(after.state, 'id-shop-reader');
        const cluster = kindNamed(after.state, 'aks-shop', 'aksCluster');
        const trusted = clusterIssuer(after.state.seed, after.state.tenantId, cluster);
        const account = serviceAccountSubject({ namespace: 'shop', name: 'orders' });
        return {
          type: 'CreateFederatedCredential',
          identityId,
          name: 'aks',
          issuer: trusted,
          subject: account,
          audiences,
        };
      },
      (after) => ({
        type: 'CreateServiceAccount',
        clusterId: resourceNamed(after.state, 'aks-shop').id,
        namespace: 'shop',
        name: 'orders',
        clientId: idsOf(after, 'id-shop-reader').clientId,
      }),
      { do: 'advance', hours: 1 },
    );
    const selector = { by: 'clientId', value: idsOf(trusting, 'id-shop-reader').clientId } as const;
    const asks = (from: Origin) =>
      explainAccess(trusting.state, { who: { kind: 'origin', from, selector }, request: secret });
    const clusterId = resourceNamed(trusting.state, 'aks-shop').id;
    const pod = { kind: 'pod', clusterId, namespace: 'shop' } as const;
    expect(asks({ ...pod, serviceAccount: 'orders' })).toMatchObject({
      allowed: true,
      claims: { appid: selector.value },
    });
    expect(asks({ ...pod, serviceAccount: 'other' })).toMatchObject({ allowed: false, reached: 'tokenEndpoint' });
    expect(asks({ kind: 'external', issuer, subject })).toMatchObject({ allowed: true });
    expect(asks({ kind: 'external', issuer, subject: 'repo:contoso/shop:pull_request' }).allowed).toBe(false);
  });

  it('[EXPLAIN-02] is a principal with a new token', () => {
    const rita = shop.goOn({ type: 'CreateUser', name: 'Rita' });
    const { principalId } = callerNamed(rita.state, 'Rita');
    const asked = { who: { kind: 'principal', principalId }, request: secret } as const;
    expect(explainAccess(rita.state, asked).refusedBy?.gate).toBe('role');
    const may = rita.goOn(grant('Key Vault Secrets User', 'Rita', 'kv-shop'));
    expect(explainAccess(may.state, asked)).toMatchObject({
      allowed: true,
      claims: { oid: principalId, idtyp: 'user' },
    });
  });

  it('[EXPLAIN-02] is a token, however bad', () => {
    const asked = shop.goOn(mayReadSecrets(), askToken());
    const foreign = forged({}, 'unknown')(asked);
    const from = { kind: 'laptop' } as const;
    expect(
      explainAccess(asked.state, { who: { kind: 'token', token: foreign, from }, request: secret }).refusedBy?.gate,
    ).toBe('signature');
    expect(
      explainAccess(asked.state, { who: { kind: 'token', token: { kind: 'none' }, from }, request: secret }).refusedBy
        ?.gate,
    ).toBe('token');
    const same = asked.goOn(call('laptop', { url }, forged({}, 'unknown'))).answer.decision?.gates;
    expect(explainAccess(asked.state, { who: { kind: 'token', token: foreign, from }, request: secret }).gates).toEqual(
      same,
    );
  });

  it('[EXPLAIN-02] asks for the audience that is named', () => {
    const who = { ...question(shop).who, audience: storageAudience } as Asker;
    expect(explainAccess(shop.state, { who, request: secret }).refusedBy?.gate).toBe('audience');
  });

  it('[EXPLAIN-02] reaches nobody at a name that nobody has', () => {
    const explained = explainAccess(shop.state, {
      ...question(shop),
      request: { ...secret, url: 'https://kv-none.vault.azure.net/secrets/a' },
    });
    expect(explained).toMatchObject({ reached: 'target', failure: 'nameNotResolved', allowed: false, gates: [] });
  });

  it('[EXPLAIN-01] leaves the world as it is', () => {
    const before = structuredClone(shop.state);
    explainAccess(shop.state, question(shop));
    expect(shop.state).toEqual(before);
  });
});

describe('the assignments that were looked at', () => {
  const assign = (role: string, at: string, to = 'vm-web'): Step => ({ do: 'assign-role', role, to, at });
  const considered = (played: Played, request = secret) =>
    explainAccess(played.state, question(played, request)).considered.map(({ role, shortfall }) => [role, shortfall]);

  it.each<[string, readonly Deed[], readonly unknown[]]>([
    ['none', [], []],
    ['one that does', [assign('Key Vault Secrets User', 'kv-shop')], [['Key Vault Secrets User', null]]],
    ['another scope', [assign('Key Vault Secrets User', 'stshopimages')], [['Key Vault Secrets User', 'otherScope']]],
    ['another plane', [assign('Key Vault Contributor', 'kv-shop')], [['Key Vault Contributor', 'otherPlane']]],
    ['another action', [assign('Key Vault Reader', 'kv-shop')], [['Key Vault Reader', 'otherAction']]],
    [
      'another principal',
      [assign('Key Vault Secrets User', 'kv-shop', 'id-shop-reader')],
      [['Key Vault Secrets User', 'otherPrincipal']],
    ],
    ['another principal that could not either', [assign('Reader', 'kv-shop', 'id-shop-reader')], []],
    [
      'not yet',
      [{ do: 'set-role-delay', minutes: 9 }, assign('Key Vault Secrets User', 'kv-shop')],
      [['Key Vault Secrets User', 'notYetEffective']],
    ],
  ])('[EXPLAIN-03] say why they do not count: %s', (_what, deeds, expected) => {
    expect(considered(shop.goOn(...deeds))).toEqual(expected);
  });

  it('[EXPLAIN-03] may be kept from it by a condition', () => {
    const condition = "@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name] StringEquals 'other'";
    const played = shop.goOn(grant('Storage Blob Data Reader', 'vm-web', 'stshopimages', { condition }));
    expect(considered(played, image)).toEqual([['Storage Blob Data Reader', 'condition']]);
  });

  it('[EXPLAIN-03] may be on their way out', () => {
    const ending = shop.goOn(
      assign('Key Vault Secrets User', 'kv-shop'),
      { do: 'set-role-delay', minutes: 9 },
      {
        do: 'remove-role',
        role: 'Key Vault Secrets User',
        from: 'vm-web',
        at: 'kv-shop',
      },
    );
    const explained = explainAccess(ending.state, question(ending));
    expect(explained.allowed).toBe(true);
    expect(explained.considered).toMatchObject([{ shortfall: null, endsAt: ending.state.now + 540 }]);
  });

  it('[EXPLAIN-03] are none where Azure RBAC is not asked', () => {
    const played = shop.goOn(assign('Key Vault Secrets User', 'kv-shop'), policies);
    expect(considered(played)).toEqual([]);
  });
});
