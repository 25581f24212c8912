import { powerOf } from '#domain/compute/state.ts';
import { serviceAccountsOf } from '#domain/federation/state.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import type { ConnectionFailure } from '#domain/protocol/exchange.ts';
import type { CloudState } from '../state.ts';
import { callingHost } from './endpoints/endpoint.ts';

/**
 * Why no code there sends anything, or null where it does: a host has to exist, a machine has to run, and a pod needs its
 * service account, which goes with the cluster.
 */
export function cannotSend(state: CloudState, from: Origin): ConnectionFailure | null {
  switch (from.kind) {
    case 'host':
      if (callingHost(state, from) === null) return 'originGone';
      return powerOf(state.compute, from.resourceId) === 'running' ? null : 'notRunning';
    case 'pod':
      return isPodThere(state, from) ? null : 'originGone';
    case 'external':
    case 'laptop':
      return null;
  }
}

function isPodThere({ federation }: CloudState, pod: Extract<Origin, { kind: 'pod' }>): boolean {
  return serviceAccountsOf(federation, pod.clusterId).some(
    ({ namespace, name }) => namespace === pod.namespace && name === pod.serviceAccount,
  );
}
