import type { CommandOf } from '#domain/cloud/command.ts';
import { askForToken } from '#domain/cloud/requests.ts';
import { clusterIssuer, exchangeAudience, githubIssuer } from '#domain/federation/request.ts';
import type { ClientId } from '#domain/kernel/brand.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import { kindNamed, resourceNamed } from '#domain/script/names.ts';
import type { Step } from '#domain/script/script.ts';
import { idsOf, vaultAudience } from '#test/support/engine.ts';
import type { MadeDeed, Played } from '#test/support/engine.ts';

/* A pod of aks-shop under the service account shop/reader, and a workflow of contoso/shop. */

export const cluster: Step = { do: 'create', kind: 'aksCluster', name: 'aks-shop', in: 'rg-shop' };

export const podSubject = 'system:serviceaccount:shop:reader';
export const workflowSubject = 'repo:contoso/shop:ref:refs/heads/main';

export const issuerOf = ({ state }: Played): string =>
  clusterIssuer(state.seed, state.tenantId, kindNamed(state, 'aks-shop', 'aksCluster'));

type Wish = Partial<Pick<CommandOf<'CreateFederatedCredential'>, 'name' | 'issuer' | 'subject' | 'audiences'>>;

/** A credential of id-shop-reader; for the workflow where nothing else is said. */
export function credential(wish: Wish = {}, of = 'id-shop-reader'): MadeDeed {
  return ({ state }) => ({
    type: 'CreateFederatedCredential',
    identityId: resourceNamed(state, of).id,
    name: 'shop',
    issuer: githubIssuer,
    subject: workflowSubject,
    audiences: [exchangeAudience],
    ...wish,
  });
}

export function noCredential(name = 'shop', of = 'id-shop-reader'): MadeDeed {
  return ({ state }) => ({ type: 'DeleteFederatedCredential', identityId: resourceNamed(state, of).id, name });
}

/** The credential that trusts the pod. */
export const podCredential: MadeDeed = (after) => credential({ issuer: issuerOf(after), subject: podSubject })(after);

export function account(clientId: string | null = null, name = 'reader', namespace = 'shop'): MadeDeed {
  return ({ state }) => ({
    type: 'CreateServiceAccount',
    clusterId: resourceNamed(state, 'aks-shop').id,
    namespace,
    name,
    clientId,
  });
}

/** The service account, annotated with the client ID of an identity. */
export const annotated =
  (name = 'id-shop-reader'): MadeDeed =>
  (after) =>
    account(idsOf(after, name).clientId)(after);

export function pod({ state }: Played, serviceAccount = 'reader'): Origin {
  return { kind: 'pod', clusterId: resourceNamed(state, 'aks-shop').id, namespace: 'shop', serviceAccount };
}

export const workflow: Origin = { kind: 'external', issuer: githubIssuer, subject: workflowSubject };

/** Asks from a pod as an SDK does. */
export function askFromPod(resource = vaultAudience, serviceAccount = 'reader'): MadeDeed {
  return (after) => askForToken(after.state, pod(after, serviceAccount), { resource, selector: null });
}

/** Asks from the workflow, as id-shop-reader where nothing else is said. */
export function askFromWorkflow(
  change: Partial<Extract<Origin, { kind: 'external' }>> = {},
  { as = 'id-shop-reader', resource = vaultAudience } = {},
): MadeDeed {
  return (after) => {
    const value = idsOf(after, as).clientId as ClientId;
    return askForToken(after.state, { ...workflow, ...change } as Origin, {
      resource,
      selector: { by: 'clientId', value },
    });
  };
}
