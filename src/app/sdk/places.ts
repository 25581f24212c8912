import { nameOf } from '#domain/arm/resource-id.ts';
import type { Cluster } from '#domain/arm/resource.ts';
import { findResource } from '#domain/arm/state.ts';
import { hostsOf, resourcesOf } from '#domain/cloud/queries.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { environmentOf, federatedTokenFile } from '#domain/credential/environment.ts';
import { clusterIssuer, exchangeAudience, serviceAccountSubject } from '#domain/federation/request.ts';
import { serviceAccountsOf } from '#domain/federation/state.ts';
import { encodeText } from '#domain/kernel/base64url.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import type { ProgramStart } from '#edge/sdk/protocol.ts';

/** Where a program can run. */
export interface Place {
  readonly key: string;
  /** A host, a pod by its cluster and service account; null for the laptop. */
  readonly name: string | null;
  readonly origin: Origin;
}

/** Every host and pod of the world, and the laptop, from which no managed identity can be reached. */
export function placesIn(state: CloudState): readonly Place[] {
  const hosts = hostsOf(state).map((host) => placeOf({ kind: 'host', resourceId: host.id }, host.name));
  const pods = clustersIn(state).flatMap((cluster) =>
    serviceAccountsOf(state.federation, cluster.id).map(({ namespace, name }) =>
      placeOf(
        { kind: 'pod', clusterId: cluster.id, namespace, serviceAccount: name },
        `${cluster.name}/${namespace}/${name}`,
      ),
    ),
  );
  return [...hosts, ...pods, placeOf({ kind: 'laptop' }, null)];
}

/** The key of a place, by which it is found again in a list of places. */
export function placeKey(origin: Origin): string {
  switch (origin.kind) {
    case 'host':
      return origin.resourceId;
    case 'pod':
      return `${origin.clusterId}/${origin.namespace}/${origin.serviceAccount}`;
    case 'external':
      return origin.subject;
    case 'laptop':
      return 'laptop';
  }
}

function placeOf(origin: Origin, name: string | null): Place {
  return { key: placeKey(origin), name, origin };
}

function clustersIn(state: CloudState): readonly Cluster[] {
  return resourcesOf(state).filter((each) => each.kind === 'aksCluster');
}

/** What a process finds there when it starts: variables, files, the time. */
export function processAt(state: CloudState, from: Origin): Omit<ProgramStart, 'program'> {
  return { environment: environmentOf(state, from, {}), files: filesAt(state, from), now: state.now };
}

/** A pod finds the token of its service account in a file; nobody else finds anything. */
function filesAt(state: CloudState, from: Origin): Readonly<Record<string, string>> {
  if (from.kind !== 'pod') return {};
  const cluster = findResource(state.arm, from.clusterId);
  if (cluster?.kind !== 'aksCluster') return {};
  return { [federatedTokenFile]: serviceAccountToken(state, cluster, from) };
}

type Pod = Extract<Origin, { kind: 'pod' }>;

/** The text of the token. Its signature stands for the cluster's, whose key the world does not know. */
function serviceAccountToken({ seed, tenantId, now }: CloudState, cluster: Cluster, pod: Pod): string {
  const header = { alg: 'RS256', kid: nameOf(cluster.id) };
  const claims = {
    aud: [exchangeAudience],
    iss: clusterIssuer(seed, tenantId, cluster),
    sub: serviceAccountSubject({ namespace: pod.namespace, name: pod.serviceAccount }),
    iat: now,
    nbf: now,
    exp: now + 3600,
  };
  return [JSON.stringify(header), JSON.stringify(claims), 'signed by the cluster'].map(encodeText).join('.');
}
