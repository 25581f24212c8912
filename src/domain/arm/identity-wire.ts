import type { SourcedResponse, WireSource } from '#domain/http/message.ts';
import { armError } from './wire.ts';

/* What Azure says of an `identity` object that it does not take (facts: control-plane §5.2). */

/** Whatever the identity provider refuses while a resource is written. */
function identityOperationFailed(resource: string, inner: string, source: WireSource): SourcedResponse {
  const body = JSON.stringify({ error: { code: 'BadRequest', message: inner } });
  return armError(
    400,
    'FailedIdentityOperation',
    `Identity operation for resource '${resource}' failed with error 'Failed to perform resource identity operation. Status: 'BadRequest'. Response: '${body}'.'.`,
    source,
  );
}

/** A user-assigned identity that does not exist, or does not exist any more. */
export function failedIdentityOperation(resource: string, identity: string): SourcedResponse {
  return identityOperationFailed(resource, `Resource '${identity}' was not found.`, 'capture');
}

/** A map of user-assigned identities beside a type that has none. */
export function mapUnderWrongType(resource: string): SourcedResponse {
  return identityOperationFailed(
    resource,
    'The request format was unexpected, a non-UserAssigned identity type should not contain: userAssignedIdentities',
    'capture',
  );
}

/** The map takes the last identity away, and the type still asks for one. */
export function noIdentityLeft(resource: string): SourcedResponse {
  const inner = 'The request format was unexpected : Request requires identities to be assigned.';
  return identityOperationFailed(resource, inner, 'capture');
}

export function missingIdentityIds(): SourcedResponse {
  const message = "The identity ids must not be null or empty for 'UserAssigned' identity type.";
  return armError(400, 'MissingIdentityIds', message, 'capture');
}

export function missingIdentityType(): SourcedResponse {
  return armError(
    400,
    'InvalidRequestContent',
    "The request content was invalid and could not be deserialized: 'Required property 'type' not found in JSON. Path 'identity'.'.",
    'capture',
  );
}

/** The simulator's words: Azure's own are not confirmed. */
export function unknownIdentityType(type: string): SourcedResponse {
  return armError(
    400,
    'InvalidRequestContent',
    `The request content was invalid and could not be deserialized: 'Error converting value "${type}" to an identity type. Path 'identity.type'.'.`,
    'unconfirmed',
  );
}

/** A name or a GUID in the place of an ARM id. */
export function linkedInvalidPropertyId(id: string): SourcedResponse {
  return armError(
    400,
    'LinkedInvalidPropertyId',
    `Property id '${id}' at path '' is invalid. Expect fully qualified resource Id that start with '/subscriptions/{subscriptionId}' or '/providers/{resourceProviderNamespace}/'.`,
    'capture',
  );
}

/** An id of something else, or with a slip in it. */
export function invalidIdentityId(id: string): SourcedResponse {
  return armError(
    400,
    'InvalidIdentityId',
    `The identity ids '${id}' are invalid. It must be of the following format: '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{resourceName}'.`,
    'capture',
  );
}

/** Ids of principal and client are not sent back; the code is a capture, the words are not confirmed. */
export function invalidIdentityValues(id: string): SourcedResponse {
  const message = `The values of userAssignedIdentities must be empty objects. The value of '${id}' is not.`;
  return armError(400, 'InvalidIdentityValues', message, 'unconfirmed');
}
