import { findResource } from '#domain/arm/state.ts';
import { exchangeRequest } from '#domain/federation/request.ts';
import { serviceAccountsOf } from '#domain/federation/state.ts';
import type { HttpRequest } from '#domain/http/message.ts';
import type { IdentitySelector } from '#domain/managedidentity/selection.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import type { CloudState } from './state.ts';

/**
 * What an SDK sends for a workload whose platform gives it tokens: an exchange at Entra ID (facts: tokens §3.6).
 * Null where it would not: on a host, and in a pod that was told no client ID.
 */
export function workloadTokenRequest(
  state: CloudState,
  from: Origin,
  { resource, selector }: { readonly resource: string; readonly selector: IdentitySelector | null },
): HttpRequest | null {
  if (from.kind !== 'pod' && from.kind !== 'external') return null;
  const { tenantId } = state;
  const named = selector?.value ?? null;
  if (from.kind === 'external') {
    return exchangeRequest({ tenantId, clientId: named, resource, assertion: '(token of the workflow)' });
  }
  const clientId = named ?? annotationOf(state, from);
  if (clientId === null) return null;
  return exchangeRequest({ tenantId, clientId, resource, assertion: '(token of the service account)' });
}

/** `AZURE_CLIENT_ID` in a pod: the annotation of its service account. */
function annotationOf({ arm, federation }: CloudState, from: Extract<Origin, { kind: 'pod' }>): string | null {
  const cluster = findResource(arm, from.clusterId);
  if (cluster === undefined) return null;
  const account = serviceAccountsOf(federation, cluster.id).find(
    ({ namespace, name }) => namespace === from.namespace && name === from.serviceAccount,
  );
  return account?.clientId ?? null;
}
