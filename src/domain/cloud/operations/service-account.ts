import type { Cluster } from '#domain/arm/resource.ts';
import { idKey, nameOf } from '#domain/arm/resource-id.ts';
import { findResource } from '#domain/arm/state.ts';
import { resourceNotFound } from '#domain/arm/wire.ts';
import { serviceAccountsOf } from '#domain/federation/state.ts';
import type { ServiceAccount } from '#domain/federation/state.ts';
import * as wire from '#domain/federation/wire.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { guid } from '#domain/kernel/guid.ts';
import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';
import type { CloudState } from '../state.ts';
import { answer, resourceUrl } from './answer.ts';

/** A label of RFC 1123, which namespaces are; service accounts may have more, which nothing here needs. */
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** `kubectl apply` of a service account: made, or given another annotation. Nobody asks whether the client exists. */
export function createServiceAccount(draft: Draft, command: CommandOf<'CreateServiceAccount'>): void {
  const { namespace, name, clientId } = command;
  const cluster = findCluster(draft.state, command.clusterId);
  if (cluster === null) return clusterMissing(draft, command.clusterId);
  const url = accountsUrl(draft.state, cluster, namespace);
  const wrong = [namespace, name].find((each) => !label.test(each));
  if (wrong !== undefined) return answer(draft, 'POST', url, wire.kubernetesNameInvalid(wrong));
  const isThere = find(draft.state, cluster, command) !== undefined;
  const account = { namespace, name, clientId };
  draft.emit({ type: 'ServiceAccountSet', clusterId: cluster.id, account });
  const [method, status] = isThere ? (['PATCH', 200] as const) : (['POST', 201] as const);
  answer(draft, method, isThere ? `${url}/${name}` : url, wire.serviceAccountAnswer(status, account));
}

/** Removes a service account; pods under it can ask for nothing any more. */
export function deleteServiceAccount(draft: Draft, command: CommandOf<'DeleteServiceAccount'>): void {
  const { namespace, name } = command;
  const cluster = findCluster(draft.state, command.clusterId);
  if (cluster === null) return clusterMissing(draft, command.clusterId);
  const url = `${accountsUrl(draft.state, cluster, namespace)}/${name}`;
  if (find(draft.state, cluster, command) === undefined) {
    return answer(draft, 'DELETE', url, wire.serviceAccountNotFound(name));
  }
  draft.emit({ type: 'ServiceAccountDeleted', clusterId: cluster.id, namespace, name });
  answer(draft, 'DELETE', url, wire.serviceAccountDeleted(name));
}

/** Without a cluster there are no credentials to reach it with: ARM says so to `az aks get-credentials`. */
function clusterMissing(draft: Draft, id: ResourceId): void {
  answer(draft, 'POST', resourceUrl(id, 'aksCluster'), resourceNotFound(id));
}

function findCluster({ arm }: CloudState, id: ResourceId): Cluster | null {
  const resource = findResource(arm, id);
  return resource?.kind === 'aksCluster' ? resource : null;
}

function find(
  { federation }: CloudState,
  cluster: Cluster,
  { namespace, name }: Pick<ServiceAccount, 'namespace' | 'name'>,
) {
  return serviceAccountsOf(federation, cluster.id).find((each) => each.namespace === namespace && each.name === name);
}

/** The API server's address: the cluster's name, eight digits, and the region. */
function accountsUrl({ seed }: CloudState, { id, location }: Cluster, namespace: string): string {
  const digits = guid(seed, 'api server', idKey(id)).slice(0, 8);
  const host = `${nameOf(id).toLowerCase()}-dns-${digits}.hcp.${location}.azmk8s.io`;
  return `https://${host}/api/v1/namespaces/${namespace}/serviceaccounts`;
}
