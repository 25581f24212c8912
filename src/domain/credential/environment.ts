import { identityEndpointOf, identityHeader } from '#domain/appservice/request.ts';
import { siteOf } from '#domain/appservice/state.ts';
import { isHost } from '#domain/arm/kinds.ts';
import type { Host } from '#domain/arm/resource.ts';
import { findResource } from '#domain/arm/state.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { serviceAccountsOf } from '#domain/federation/state.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import type { Environment } from './credentials.ts';

/** Where workload identity puts the token of the service account (facts: tokens §3.6). */
export const federatedTokenFile = '/var/run/secrets/azure/tokens/azure-identity-token';
const authorityHost = 'https://login.microsoftonline.com/';

/**
 * What a process sees there: what the platform sets, over it the settings of an app or slot, over both what the process
 * sets itself. Settings that refer to Key Vault stay as they are written.
 */
export function environmentOf(state: CloudState, from: Origin, own: Environment): Environment {
  return { ...setByPlatform(state, from), ...own };
}

/** The value of a variable; an empty one counts as not set, as it does to the SDK. */
export function variable(environment: Environment, name: string): string | null {
  const value = Object.hasOwn(environment, name) ? environment[name] : undefined;
  return value === undefined || value === '' ? null : value;
}

function setByPlatform(state: CloudState, from: Origin): Environment {
  switch (from.kind) {
    case 'host': {
      const host = findResource(state.arm, from.resourceId);
      return host !== undefined && isHost(host) ? setByHost(state, host) : {};
    }
    case 'pod':
      return setByWorkloadIdentity(state, from);
    case 'external':
    case 'laptop':
      return {};
  }
}

/** Apps with an identity are given the address of their endpoint and its secret (facts: tokens §3.1). */
function setByHost(state: CloudState, host: Host): Environment {
  const settings = Object.fromEntries(
    Object.entries(siteOf(state.appService, host.id).settings).map(([name, { value }]) => [name, value]),
  );
  const endpoint = identityEndpointOf(host.kind);
  if (endpoint === null || host.identity.type === 'None') return settings;
  return { IDENTITY_ENDPOINT: endpoint, IDENTITY_HEADER: identityHeader(state.seed, host.id), ...settings };
}

/** facts: tokens §3.6; the client ID is there only where the service account names one */
function setByWorkloadIdentity(state: CloudState, pod: Extract<Origin, { kind: 'pod' }>): Environment {
  const account = serviceAccountsOf(state.federation, pod.clusterId).find(
    ({ namespace, name }) => namespace === pod.namespace && name === pod.serviceAccount,
  );
  if (account === undefined) return {};
  return {
    AZURE_TENANT_ID: state.tenantId,
    AZURE_FEDERATED_TOKEN_FILE: federatedTokenFile,
    AZURE_AUTHORITY_HOST: authorityHost,
    ...(account.clientId === null ? null : { AZURE_CLIENT_ID: account.clientId }),
  };
}
