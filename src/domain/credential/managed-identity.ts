import { appServiceTokenRequest } from '#domain/appservice/request.ts';
import type { HttpRequest } from '#domain/http/message.ts';
import { imdsAddress, imdsTokenPath, imdsTokenRequest } from '#domain/imds/request.ts';
import type { IdentitySelector } from '#domain/managedidentity/selection.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import type { Environment, ManagedIdentityOptions, Outcome } from './credentials.ts';
import { variable } from './environment.ts';
import { unavailable, tokenFrom } from './outcomes.ts';
import type { RetryingClient } from './retries.ts';
import type { Reply, Session } from './session.ts';
import * as wire from './wire.ts';
import { askWithAssertion } from './workload-identity.ts';

/** What a managed identity credential is made of. */
export interface ManagedIdentityAsking {
  readonly from: Origin;
  readonly resource: string;
  readonly environment: Environment;
  readonly options: ManagedIdentityOptions;
  readonly client: Extract<RetryingClient, 'ManagedIdentityCredential' | 'DefaultAzureCredential'>;
  /** Whether it first asks whether IMDS is there at all: in the chain only. */
  readonly probes: boolean;
}

type Source = 'ServiceFabric' | 'AppService' | 'MachineLearning' | 'CloudShell' | 'AzureArc' | 'Imds';

/** The variables by which each source is known, in the order in which they are looked at (facts: tokens §3.3, clients §1). */
const sources: readonly (readonly [Source, readonly string[]])[] = [
  ['ServiceFabric', ['IDENTITY_ENDPOINT', 'IDENTITY_HEADER', 'IDENTITY_SERVER_THUMBPRINT']],
  ['AppService', ['IDENTITY_ENDPOINT', 'IDENTITY_HEADER']],
  ['MachineLearning', ['MSI_ENDPOINT', 'MSI_SECRET']],
  ['CloudShell', ['MSI_ENDPOINT']],
  ['AzureArc', ['IDENTITY_ENDPOINT', 'IMDS_ENDPOINT']],
];

function sourceOf(environment: Environment): Source {
  const isSet = (name: string) => variable(environment, name) !== null;
  return sources.find(([, names]) => names.every(isSet))?.[0] ?? 'Imds';
}

/** What the constructor throws for its options and where it runs, or null (facts: tokens §8.2). */
export function refuseOptions(options: ManagedIdentityOptions, environment: Environment): string | null {
  const given = [options.clientId, options.resourceId, options.objectId].filter((id) => id !== undefined && id !== '');
  if (given.length > 1) return wire.severalIds(options);
  if (given.length === 0) return null;
  const source = sourceOf(environment);
  if (source === 'CloudShell') return wire.cloudShellTakesNoId;
  return source === 'ServiceFabric' ? wire.serviceFabricTakesNoId : null;
}

/** Asks for a token of a managed identity. Whatever goes wrong makes the credential unavailable, so that a chain goes on. */
export function askManagedIdentity(session: Session, asking: ManagedIdentityAsking): Outcome {
  const { from, resource, environment, options, client } = asking;
  const refusal = refuseOptions(options, environment);
  if (refusal !== null) return unavailable(refusal, 'sdk', null);
  const exchange = exchangeOf(environment, options);
  if (exchange !== null) return askWithAssertion(session, { from, resource, ...exchange });
  const source = sourceOf(environment);
  if (source !== 'AppService' && source !== 'Imds') return unavailable(null, 'unconfirmed');
  if (source === 'Imds' && asking.probes && !isImdsThere(session, from, environment)) {
    return unavailable(wire.probeFailed, 'sdk');
  }
  const request = source === 'Imds' ? imdsRequest(asking) : appServiceRequest(asking);
  const endpoint = source === 'Imds' ? 'imds' : 'identityEndpoint';
  return outcomeOf(session.sendPatiently({ type: 'RequestToken', from, request }, { client, endpoint }));
}

/** With a client, a tenant and a token file it exchanges that token, and asks no endpoint (facts: tokens §8.2). */
function exchangeOf(environment: Environment, options: ManagedIdentityOptions) {
  const given = options.clientId === '' ? undefined : options.clientId;
  const clientId = given ?? variable(environment, 'AZURE_CLIENT_ID');
  const tenantId = variable(environment, 'AZURE_TENANT_ID');
  const tokenFile = variable(environment, 'AZURE_FEDERATED_TOKEN_FILE');
  return clientId === null || tenantId === null || tokenFile === null ? null : { clientId, tenantId, tokenFile };
}

function outcomeOf(reply: Reply): Outcome {
  if (reply.kind === 'unreached') return unavailable(wire.networkUnreachable(wire.networkError), 'sdk');
  const { response, tokenId } = reply;
  if (tokenId !== null) return tokenFrom(tokenId);
  if (response.body === '') return unavailable(wire.managedIdentityFailed(wire.emptyAnswer), 'sdk');
  const error = wire.msalError(response);
  const message = error === null ? wire.networkUnreachable(wire.networkError) : wire.managedIdentityFailed(error);
  return unavailable(message, 'sdk');
}

/**
 * The probe: no header and no query, a second's patience, never repeated. Any answer will do but a 403 that says
 * `unreachable`; a given host is taken on trust (facts: tokens §8.2).
 */
function isImdsThere(session: Session, from: Origin, environment: Environment): boolean {
  if (variable(environment, 'AZURE_POD_IDENTITY_AUTHORITY_HOST') !== null) return true;
  const url = `http://${imdsAddress}${imdsTokenPath}`;
  const request: HttpRequest = { method: 'GET', url, headers: [['Accept', 'application/json']], body: '' };
  const reply = session.send({ type: 'RequestToken', from, request }, { timeout: 1 });
  if (reply.kind === 'unreached') return false;
  return reply.response.status !== 403 || !reply.response.body.includes('unreachable');
}

function imdsRequest({ resource, options, environment }: ManagedIdentityAsking): HttpRequest {
  const request = imdsTokenRequest(resource, selectorOf(options));
  const host = variable(environment, 'AZURE_POD_IDENTITY_AUTHORITY_HOST');
  if (host === null) return request;
  const query = request.url.slice(request.url.indexOf('?'));
  return { ...request, url: `${`${host}${imdsTokenPath}/`.toLowerCase()}${query}` };
}

function appServiceRequest({ resource, options, environment }: ManagedIdentityAsking): HttpRequest {
  const endpoint = variable(environment, 'IDENTITY_ENDPOINT') ?? '';
  return appServiceTokenRequest(resource, selectorOf(options), variable(environment, 'IDENTITY_HEADER'), endpoint);
}

function selectorOf({ clientId, resourceId, objectId }: ManagedIdentityOptions): IdentitySelector | null {
  const given = [
    ['clientId', clientId],
    ['resourceId', resourceId],
    ['principalId', objectId],
  ] as const;
  for (const [by, value] of given) if (value !== undefined && value !== '') return { by, value };
  return null;
}
