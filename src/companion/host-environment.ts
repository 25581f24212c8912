import { identityEndpointOf, identityHeader } from '#domain/appservice/request.ts';
import { isHost } from '#domain/arm/kinds.ts';
import { sameId } from '#domain/arm/resource-id.ts';
import type { Host } from '#domain/arm/resource.ts';
import { findResource } from '#domain/arm/state.ts';
import { isMachine } from '#domain/compute/rules.ts';
import { hostsOf } from '#domain/cloud/queries.ts';
import type { CloudState } from '#domain/cloud/state.ts';

export type Environment = Readonly<Record<string, string>>;

/** The variables that a program on a host finds, with the companion in the place of Azure's own addresses; null for a host without an endpoint. */
export function environmentOf(state: CloudState, host: Host, port: number): Environment | null {
  const origin = `http://127.0.0.1:${port}`;
  const endpoint = identityEndpointOf(host.kind);
  if (endpoint !== null) {
    const { pathname } = new URL(endpoint);
    return { IDENTITY_ENDPOINT: `${origin}${pathname}`, IDENTITY_HEADER: identityHeader(state.seed, host.id) };
  }
  return isMachine(host) ? { AZURE_POD_IDENTITY_AUTHORITY_HOST: origin } : null;
}

/**
 * What helps a program here beside what the host itself has: `DefaultAzureCredential` without detours and, where there is
 * TLS, the host's network as a proxy with the certificate to trust (facts: clients §9).
 */
export function alsoUseful(port: number, caFile: string | null): Environment {
  return {
    AZURE_TOKEN_CREDENTIALS: 'prod',
    ...(caFile === null ? {} : throughProxy(`http://127.0.0.1:${port}`, caFile)),
  };
}

/** Leads clients through a proxy and lets them trust what answers there, each by the variable that it reads. */
export function throughProxy(proxy: string, caFile: string): Environment {
  return {
    HTTPS_PROXY: proxy,
    HTTP_PROXY: proxy,
    NO_PROXY: '127.0.0.1,localhost',
    NODE_EXTRA_CA_CERTS: caFile,
    REQUESTS_CA_BUNDLE: caFile,
    SSL_CERT_FILE: caFile,
    CURL_CA_BUNDLE: caFile,
  };
}

/** A host by its ARM id, or by its name where that names one alone. */
export function findHost(state: CloudState, named: string): Host | undefined {
  const resource = findResource(state.arm, named);
  if (resource !== undefined && isHost(resource)) return resource;
  const found = hostsOf(state).filter(({ name }) => sameId(name, named));
  return found.length === 1 ? found[0] : undefined;
}
