import type { CloudState } from '#domain/cloud/state.ts';
import { githubIssuer } from '#domain/federation/request.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import { ScriptError, hostNamed, kindNamed, resourcesNamed } from './names.ts';

/**
 * Where a step's request comes from: `laptop`; a host, or a slot as `<app>/<slot>`; a pod as
 * `<cluster>/<namespace>/<service account>`; a GitHub workflow by its subject, such as
 * `repo:contoso/shop:ref:refs/heads/main`.
 */
export function originNamed(state: CloudState, from: string): Origin {
  if (from === 'laptop') return { kind: 'laptop' };
  return workloadNamed(state, from) ?? { kind: 'host', resourceId: hostNamed(state, from).id };
}

/** A workload whose platform gives it tokens: a pod or a workflow. Throws for anything else. */
export function federatedNamed(state: CloudState, name: string): Workload {
  const workload = workloadNamed(state, name);
  if (workload !== null) return workload;
  throw new ScriptError(
    `${name} is neither a pod, <cluster>/<namespace>/<service account>, nor a workflow, repo:<owner>/<name>:<entity>.`,
  );
}

export type Workload = Extract<Origin, { kind: 'pod' | 'external' }>;

function workloadNamed(state: CloudState, name: string): Workload | null {
  if (name.startsWith('repo:')) return { kind: 'external', issuer: githubIssuer, subject: name };
  const [cluster = '', namespace, serviceAccount, ...more] = name.split('/');
  if (namespace === undefined || serviceAccount === undefined || more.length > 0) return null;
  if (resourcesNamed(state, name).length > 0) return null;
  return { kind: 'pod', clusterId: kindNamed(state, cluster, 'aksCluster').id, namespace, serviceAccount };
}
