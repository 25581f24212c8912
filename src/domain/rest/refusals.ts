import { armError } from '#domain/arm/wire.ts';
import type { SourcedResponse } from '#domain/http/message.ts';

/* What Azure Resource Manager says of requests that it cannot read. None of it is in a documented list of texts. */

export function missingApiVersion(): SourcedResponse {
  return armError(
    400,
    'MissingApiVersionParameter',
    'The api-version query parameter (?api-version=) is required for all requests.',
    'unconfirmed',
  );
}

export function subscriptionNotFound(subscription: string): SourcedResponse {
  const message = `The subscription '${subscription}' could not be found.`;
  return armError(404, 'SubscriptionNotFound', message, 'unconfirmed');
}

export function invalidResourceType(armType: string, apiVersion: string): SourcedResponse {
  const [namespace = '', ...types] = armType.split('/');
  return armError(
    404,
    'InvalidResourceType',
    `The resource type '${types.join('/')}' could not be found in the namespace '${namespace}' for api version '${apiVersion}'.`,
    'unconfirmed',
  );
}

export function pathUnknown(path: string): SourcedResponse {
  return armError(404, 'NotFound', `Nothing answers at '${path}'.`, 'unconfirmed');
}

export function methodNotAllowed(method: string): SourcedResponse {
  const message = `The http method '${method}' is not supported for this resource.`;
  return armError(405, 'MethodNotAllowed', message, 'unconfirmed');
}

export function invalidContent(message: string): SourcedResponse {
  return armError(400, 'InvalidRequestContent', `The request content was invalid: ${message}`, 'unconfirmed');
}

/** The simulator's words for what Azure would do. `what` ends with its verb: `Custom roles are`. */
export function notSimulated(what: string): SourcedResponse {
  return armError(400, 'NotSimulated', `${what} not simulated here.`, 'unconfirmed');
}

export function locationRequired(): SourcedResponse {
  const message = 'The location property is required for this definition.';
  return armError(400, 'LocationRequired', message, 'unconfirmed');
}
