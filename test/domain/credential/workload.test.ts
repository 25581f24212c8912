import { describe, expect, it } from 'vitest';
import type { PrincipalId } from '#domain/kernel/brand.ts';
import type { Cluster } from '#domain/arm/resource.ts';
import { clusterIssuer, exchangeAudience } from '#domain/federation/request.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import { resourceNamed } from '#domain/script/names.ts';
import { host, identity, idsOf, run, shopGroup } from '#test/support/engine.ts';
import type { Deed, MadeDeed, Played } from '#test/support/engine.ts';
import { askBare, askChain, askedBy, linkOf, playRun, ran, verdictsOf } from './ask-credential.ts';

const wic = 'WorkloadIdentityCredential';
const mic = 'ManagedIdentityCredential';
const file = '/var/run/secrets/azure/tokens/azure-identity-token';
const troubleshoot =
  '\n        See the troubleshooting guide for more information: https://aka.ms/azsdk/js/identity/workloadidentitycredential/troubleshoot';

const cluster: Deed = {
  type: 'CreateResource',
  kind: 'aksCluster',
  resourceGroup: 'rg-shop',
  name: 'aks-shop',
  location: 'westeurope',
};

function account(name: string, annotated: boolean): MadeDeed {
  return (after) => ({
    type: 'CreateServiceAccount',
    clusterId: resourceNamed(after.state, 'aks-shop').id,
    namespace: 'shop',
    name,
    clientId: annotated ? idsOf(after, 'id-shop-reader').clientId : null,
  });
}

const trust: MadeDeed = (after) => ({
  type: 'CreateFederatedCredential',
  identityId: idsOf(after, 'id-shop-reader').resourceId as never,
  name: 'aks-shop',
  issuer: clusterIssuer(after.state.seed, after.state.tenantId, resourceNamed(after.state, 'aks-shop') as Cluster),
  subject: 'system:serviceaccount:shop:web',
  audiences: [exchangeAudience],
});

const shop = run('chain', shopGroup, host(), identity(), cluster, account('web', true), account('plain', false));
const trusted = shop.goOn(trust, { do: 'advance', minutes: 10 });

function pod(serviceAccount: string): Origin {
  return { kind: 'pod', clusterId: resourceNamed(shop.state, 'aks-shop').id, namespace: 'shop', serviceAccount };
}

function inPod(played: Played, more: Parameters<typeof askChain>[2] = {}, serviceAccount = 'web') {
  return askChain(played, 'laptop', { from: pod(serviceAccount), signedIn: null, ...more });
}

describe('a pod with workload identity', () => {
  it('[CHAIN-07] is told all that it needs, and is given a token', () => {
    const asked = inPod(trusted);
    expect(verdictsOf(asked).slice(0, 3)).toEqual([
      'Environment: unavailable',
      'WorkloadIdentity: token',
      'ManagedIdentity: notReached',
    ]);
    const tokenUrl = `https://login.microsoftonline.com/${shop.state.tenantId}/oauth2/v2.0/token`;
    expect(askedBy(linkOf(asked, wic))).toEqual([tokenUrl]);
    const played = playRun(trusted, asked);
    expect(played.claims.oid).toBe(idsOf(played, 'id-shop-reader').principalId as PrincipalId);
    expect(played.claims.uti).toBe(ran(asked).tokenId);
  });

  it('[CHAIN-07] is told no client by a service account without the annotation', () => {
    const link = linkOf(inPod(trusted, {}, 'plain'), wic);
    expect(link.verdict).toEqual({ kind: 'unavailable', error: null });
    expect(link.message).toContain('clientId is a required parameter.');
  });

  it('[CHAIN-09] may name the client by an option', () => {
    const workloadIdentityClientId = idsOf(shop, 'id-shop-reader').clientId;
    const link = linkOf(inPod(trusted, { options: { workloadIdentityClientId } }, 'plain'), wic);
    expect(link.attempts).toHaveLength(1);
    expect(link.message).toContain('AADSTS700213');
  });

  it('[CHAIN-09] goes on after a refusal, which has the words of Entra ID', () => {
    const asked = inPod(shop);
    const link = linkOf(asked, wic);
    expect(link.verdict).toEqual({ kind: 'unavailable', error: 'AuthenticationRequiredError' });
    expect(link.message).toMatch(
      /^[a-z_]+: Error\(s\): \d+ - Timestamp: .* - Description: AADSTS\d+: [^]* - Trace ID: \S+$/,
    );
    expect(verdictsOf(asked)).toContain('ManagedIdentity: unavailable');
    expect(ran(asked).error?.message).toContain(`\nAuthenticationRequiredError: ${link.message ?? ''}`);
  });

  it('[CHAIN-14] exchanges the token by ManagedIdentityCredential too', () => {
    const environment = { AZURE_TOKEN_CREDENTIALS: mic };
    for (const asked of [inPod(trusted, { environment }), askBare(trusted, 'laptop', { from: pod('web') })]) {
      const link = linkOf(asked, mic);
      expect(link.verdict.kind).toBe('token');
      expect(askedBy(link)).toEqual([expect.stringContaining('/oauth2/v2.0/token')]);
    }
  });

  it('[CHAIN-14] asks the endpoint where the client is missing', () => {
    const link = linkOf(inPod(trusted, {}, 'plain'), mic);
    expect(askedBy(link)).toEqual(['http://169.254.169.254/metadata/identity/oauth2/token']);
  });

  it('[CHAIN-19] is not there without its service account', () => {
    expect(inPod(trusted, {}, 'nobody')).toEqual({ kind: 'notRunning', reason: 'originGone' });
  });
});

describe('elsewhere', () => {
  it.each([
    [{}, 'clientId', 'AZURE_CLIENT_ID'],
    [{ AZURE_CLIENT_ID: 'a' }, 'tenantId', 'AZURE_TENANT_ID'],
    [{ AZURE_CLIENT_ID: 'a', AZURE_TENANT_ID: 'b' }, 'federatedTokenFilePath', 'AZURE_FEDERATED_TOKEN_FILE'],
    [{ AZURE_TENANT_ID: 'b', AZURE_FEDERATED_TOKEN_FILE: 'c' }, 'clientId', 'AZURE_CLIENT_ID'],
    [{ AZURE_CLIENT_ID: 'a', AZURE_FEDERATED_TOKEN_FILE: 'c' }, 'tenantId', 'AZURE_TENANT_ID'],
  ])('[CHAIN-09] %s misses %s', (environment, parameter, name) => {
    expect(linkOf(askChain(shop, 'laptop', { environment }), wic)).toEqual({
      credential: wic,
      verdict: { kind: 'unavailable', error: null },
      message: `WorkloadIdentityCredential: is unavailable. ${parameter} is a required parameter. In DefaultAzureCredential and ManagedIdentityCredential, this can be provided as an environment variable - "${name}".${troubleshoot}`,
      source: 'sdk',
      attempts: [],
    });
  });

  it('[CHAIN-09] a client that an option names does not count without a file', () => {
    const options = { managedIdentityClientId: 'a', tenantId: 'b' };
    expect(linkOf(askChain(shop, 'laptop', { options }), wic).message).toContain('clientId is a required parameter.');
  });

  it('[CHAIN-09] a machine has no file', () => {
    const environment = { AZURE_CLIENT_ID: 'a', AZURE_TENANT_ID: 'b', AZURE_FEDERATED_TOKEN_FILE: file };
    expect(linkOf(askChain(shop, 'vm-web', { environment }), wic)).toMatchObject({
      verdict: { kind: 'unavailable', error: 'AuthenticationRequiredError' },
      message: `ENOENT: no such file or directory, open '${file}'`,
      attempts: [],
    });
  });

  it('[CHAIN-09] a workload outside Azure has the token of its platform', () => {
    const from: Origin = {
      kind: 'external',
      issuer: 'https://token.example',
      subject: 'repo:shop/web:ref:refs/heads/main',
    };
    const { clientId, resourceId } = idsOf(shop, 'id-shop-reader');
    const open = shop.goOn(
      {
        type: 'CreateFederatedCredential',
        identityId: resourceId as never,
        name: 'workflow',
        issuer: from.issuer,
        subject: from.subject,
        audiences: [exchangeAudience],
      },
      { do: 'advance', minutes: 10 },
    );
    const environment = {
      AZURE_CLIENT_ID: clientId,
      AZURE_TENANT_ID: shop.state.tenantId,
      AZURE_FEDERATED_TOKEN_FILE: '/tmp/token',
    };
    const asked = askChain(open, 'laptop', { from, environment, signedIn: null });
    expect(linkOf(asked, wic).verdict.kind).toBe('token');
    expect(playRun(open, asked).claims.appid).toBe(clientId);
  });
});
