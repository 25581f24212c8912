import type { HttpRequest } from '#domain/http/message.ts';
import { assertionFields, tokenForm } from '#domain/entra/token-request.ts';
import type { Cluster } from '#domain/arm/resource.ts';
import { idKey } from '#domain/arm/resource-id.ts';
import { guid } from '#domain/kernel/guid.ts';
import type { ServiceAccount } from './state.ts';

/** The audience that a token of another issuer has to bear when it is exchanged (facts: tokens §3.6). */
export const exchangeAudience = 'api://AzureADTokenExchange';

/** Who issues the tokens of GitHub's workflows. */
export const githubIssuer = 'https://token.actions.githubusercontent.com';

/** What an assertion says of a Kubernetes service account. */
export function serviceAccountSubject({ namespace, name }: Pick<ServiceAccount, 'namespace' | 'name'>): string {
  return `system:serviceaccount:${namespace}:${name}`;
}

/** The issuer of a cluster's service account tokens, with its final slash; a cluster made anew has another. */
export function clusterIssuer(seed: string, tenantId: string, { id, location, createdAt }: Cluster): string {
  const name = guid(seed, 'cluster issuer', idKey(id), String(createdAt));
  return `https://${location}.oic.prod-aks.azure.com/${tenantId}/${name}/`;
}

/** A repository as GitHub's tokens name it; those of repositories made after 15 July 2026 carry ids (corrections 20). */
export interface Repository {
  readonly owner: string;
  readonly name: string;
  readonly ids?: { readonly owner: number; readonly repository: number };
}

/** What of a repository a workflow runs for. */
export type WorkflowEntity =
  | { readonly kind: 'branch' | 'tag' | 'environment'; readonly name: string }
  | { readonly kind: 'pullRequest' };

/** The subject in the token of a GitHub workflow. */
export function githubSubject({ owner, name, ids }: Repository, entity: WorkflowEntity): string {
  const repository = ids === undefined ? `${owner}/${name}` : `${owner}@${ids.owner}/${name}@${ids.repository}`;
  return `repo:${repository}:${entityOf(entity)}`;
}

function entityOf(entity: WorkflowEntity): string {
  switch (entity.kind) {
    case 'branch':
      return `ref:refs/heads/${entity.name}`;
    case 'tag':
      return `ref:refs/tags/${entity.name}`;
    case 'environment':
      return `environment:${entity.name}`;
    case 'pullRequest':
      return 'pull_request';
  }
}

export interface ExchangeWish {
  readonly tenantId: string;
  /** Null where the workload was told none. */
  readonly clientId: string | null;
  readonly resource: string;
  /** Stands for the token of the workload's own platform, such as `(token of the service account)`. */
  readonly assertion: string;
}

/** Exchanges the token of a workload's platform for one of Entra ID (facts: tokens §3.6). */
export function exchangeRequest({ tenantId, clientId, resource, assertion }: ExchangeWish): HttpRequest {
  return tokenForm(tenantId, 'v2.0', [
    ['grant_type', 'client_credentials'],
    ...(clientId === null ? [] : [['client_id', clientId] as const]),
    ['scope', `${resource}/.default`],
    ...assertionFields(assertion),
  ]);
}
