import { armError, armJson } from '#domain/arm/wire.ts';
import type { HttpResponse, SourcedResponse } from '#domain/http/message.ts';
import { longestValue, mostCredentials } from './rules.ts';
import type { CredentialFault } from './rules.ts';
import type { FederatedCredential, ServiceAccount } from './state.ts';

export const federationApiVersion = '2024-11-30';

/** The path of a federated credential under its identity. */
export function credentialPath(identityId: string, name: string): string {
  return `${identityId}/federatedIdentityCredentials/${name}`;
}

/** A federated credential as ARM prints it (facts: control-plane §1.5). */
export function credentialBody(identityId: string, { name, issuer, subject, audiences }: FederatedCredential): unknown {
  return {
    id: credentialPath(identityId, name),
    name,
    type: 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials',
    properties: { issuer, subject, audiences },
  };
}

export function credentialAnswer(
  status: 200 | 201,
  identityId: string,
  credential: FederatedCredential,
): SourcedResponse {
  return armJson(status, credentialBody(identityId, credential), 'docs');
}

/** The refusals of a credential (facts: control-plane §5.1 and §5.4; the code for audiences: azure-cli#31598). */
export function credentialRefusal(fault: CredentialFault, name: string): SourcedResponse {
  switch (fault) {
    case 'name':
      return armError(400, 'BadRequest', `Federated Identity Credential name '${name}' is invalid.`, 'docs');
    case 'empty':
      return armError(400, 'BadRequest', 'Federated Identity Credential from HTTP body has empty properties', 'docs');
    case 'audiences':
      return armError(
        400,
        'InvalidFederatedIdentityCredentialsAudienceLength',
        'Federated identity credentials must have exactly 1 audience.',
        'capture',
      );
    case 'length':
      return armError(
        400,
        'BadRequest',
        `The issuer, subject and audience of a federated identity credential have at most ${longestValue} characters each.`,
        'unconfirmed',
      );
    case 'taken':
      return armError(
        400,
        'BadRequest',
        'Issuer and subject combination already exists for this Managed Identity.',
        'docs',
      );
    case 'limit':
      return armError(
        400,
        'BadRequest',
        `A managed identity has at most ${mostCredentials} federated identity credentials.`,
        'unconfirmed',
      );
  }
}

/** The text is documented, its code is ARM's for any parent (facts: control-plane §5.1). */
export function parentNotFound(): SourcedResponse {
  return armError(404, 'ParentResourceNotFound', "The parent user-assigned identity doesn't exist.", 'docs');
}

/** Hosts have no such child: the simulator's words, for Azure's are not known. */
export function noUserAssignedIdentity(type: string): SourcedResponse {
  return armError(
    404,
    'InvalidResourceType',
    `The resource type '${type}/federatedIdentityCredentials' could not be found. Only a user-assigned managed identity holds federated identity credentials.`,
    'unconfirmed',
  );
}

const kubernetesHeaders: HttpResponse['headers'] = [['Content-Type', 'application/json']];

/** A service account as the API server of Kubernetes prints it. */
export function serviceAccountAnswer(
  status: 200 | 201,
  { namespace, name, clientId }: ServiceAccount,
): SourcedResponse {
  const annotations = clientId === null ? {} : { annotations: { 'azure.workload.identity/client-id': clientId } };
  const body = { kind: 'ServiceAccount', apiVersion: 'v1', metadata: { name, namespace, ...annotations } };
  return kubernetesJson(status, body, 'docs');
}

export function serviceAccountDeleted(name: string): SourcedResponse {
  const body = { ...status('Success'), details: { name, kind: 'serviceaccounts' } };
  return kubernetesJson(200, body, 'docs');
}

export function serviceAccountNotFound(name: string): SourcedResponse {
  const body = {
    ...status('Failure'),
    message: `serviceaccounts "${name}" not found`,
    reason: 'NotFound',
    details: { name, kind: 'serviceaccounts' },
    code: 404,
  };
  return kubernetesJson(404, body, 'unconfirmed');
}

/** A name that Kubernetes does not take. */
export function kubernetesNameInvalid(name: string): SourcedResponse {
  const rule =
    "must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character";
  const body = {
    ...status('Failure'),
    message: `ServiceAccount "${name}" is invalid: metadata.name: Invalid value: "${name}": a lowercase RFC 1123 label ${rule}`,
    reason: 'Invalid',
    details: { name, kind: 'ServiceAccount' },
    code: 422,
  };
  return kubernetesJson(422, body, 'unconfirmed');
}

function status(outcome: 'Success' | 'Failure') {
  return { kind: 'Status', apiVersion: 'v1', metadata: {}, status: outcome };
}

function kubernetesJson(code: number, body: unknown, source: SourcedResponse['source']): SourcedResponse {
  return { response: { status: code, headers: kubernetesHeaders, body: JSON.stringify(body) }, source };
}
