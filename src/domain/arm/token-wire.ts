import type { Headers, SourcedResponse } from '#domain/http/message.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { toIso, toUsDateTime } from '#domain/kernel/instant.ts';
import type { SubscriptionId } from '#domain/kernel/brand.ts';
import { armUrl } from './address.ts';
import { groupApiVersion } from './kinds.ts';
import { subscriptionScope } from './resource-id.ts';
import { armError } from './wire.ts';

/* What Azure Resource Manager says of a token that it does not take (facts: tokens §7.3). All are 401. */

/** The four names of its audience, in the order in which a refusal lists them. */
export const armAudiences: readonly string[] = [
  'https://management.core.windows.net/',
  'https://management.core.windows.net',
  'https://management.azure.com/',
  'https://management.azure.com',
];

export function tokenMissing(): SourcedResponse {
  const challenge =
    'Bearer authorization_uri="https://login.windows.net/", error="invalid_token", error_description="The authentication failed because of missing \'Authorization\' header."';
  const refusal = armError(
    401,
    'AuthenticationFailed',
    "Authentication failed. The 'Authorization' header is missing.",
    'capture',
  );
  return withHeaders(refusal, [['WWW-Authenticate', challenge]]);
}

export function tokenUnreadable(): SourcedResponse {
  return armError(401, 'InvalidAuthenticationToken', 'The access token is invalid.', 'capture');
}

/** That a broken signature is told in the same words is not confirmed. */
export function signatureBroken(): SourcedResponse {
  return armError(401, 'InvalidAuthenticationToken', 'The access token is invalid.', 'unconfirmed');
}

/** The beginning of the text is all that is known, and that from memory. */
export function wrongIssuer(expected: string, found: string): SourcedResponse {
  const message = `The access token is from the wrong issuer '${found}'. It must match the tenant '${expected}' associated with this subscription.`;
  return armError(401, 'InvalidAuthenticationTokenTenant', message, 'unconfirmed');
}

export function wrongAudience(audience: string): SourcedResponse {
  const allowed = armAudiences.map((each) => `'${each}'`).join(',');
  const message = `The access token has been obtained for wrong audience or resource '${audience}'. It should exactly match with one of the allowed audiences ${allowed}.`;
  return armError(401, 'InvalidAuthenticationTokenAudience', message, 'capture');
}

export function tokenExpired(expiry: Instant, now: Instant): SourcedResponse {
  const message = `The access token expiry UTC time '${toUsDateTime(expiry)}' is earlier than current UTC time '${toUsDateTime(now)}'.`;
  return armError(401, 'ExpiredAuthenticationToken', message, 'capture');
}

/** The simulator's words. */
export function tokenNotYetValid(): SourcedResponse {
  return armError(401, 'InvalidAuthenticationToken', 'The access token is not yet valid.', 'unconfirmed');
}

/**
 * Where a client asks how an operation ended that was answered 202: it had ended already (docs: asynchronous operations;
 * unconfirmed: the address, which differs by provider).
 */
function pollingHeaders(status: number, { requestId, subscriptionId }: RequestFacts): Headers {
  if (status !== 202) return [];
  const path = `${subscriptionScope(subscriptionId)}/operationresults/${requestId}`;
  return [['Location', armUrl(path, groupApiVersion)]];
}

/** What ARM adds to every answer; the ids are of the simulator's making (facts: tokens §7.3). */
interface RequestFacts {
  readonly requestId: string;
  readonly region: string;
  readonly now: Instant;
  readonly subscriptionId: SubscriptionId;
}

export function withRequestHeaders(answer: SourcedResponse, facts: RequestFacts): SourcedResponse {
  const { requestId, region, now } = facts;
  const timestamp = toIso(now).replace(/[-:]/g, '');
  return withHeaders(answer, [
    ['x-ms-request-id', requestId],
    ['x-ms-correlation-request-id', requestId],
    ['x-ms-routing-request-id', `${region.toUpperCase()}:${timestamp}:${requestId}`],
    ['Strict-Transport-Security', 'max-age=31536000; includeSubDomains'],
    ['X-Content-Type-Options', 'nosniff'],
    ...pollingHeaders(answer.response.status, facts),
  ]);
}

function withHeaders({ response, source }: SourcedResponse, more: Headers): SourcedResponse {
  return { response: { ...response, headers: [...response.headers, ...more] }, source };
}
