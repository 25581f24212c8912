import type { PresentedAssertion } from './token.ts';
import type { EntraError } from './wire.ts';

const documentation = 'https://learn.microsoft.com/entra/workload-id/workload-identity-federation';
const check = `Check your federated identity credential Subject, Audience and Issuer against the presented assertion. ${documentation}`;
const noMatch = 'No matching federated identity record found for presented assertion';

/** No credential names this issuer. The words of 2024 differ a little (capture: azure-workload-identity#1200). */
export function issuerNotKnown({ issuer }: PresentedAssertion): EntraError {
  return invalidClient(700211, `${noMatch} issuer '${issuer}'. ${check}`, 'unconfirmed');
}

/** The issuer is known, the audience is not the one agreed upon (corrections 20 for the number). */
export function audienceNotKnown({ audience }: PresentedAssertion): EntraError {
  return invalidClient(700212, `${noMatch} audience '${audience}'. ${check}`, 'unconfirmed');
}

/** capture: azure-workload-identity#1200, words of April 2025 */
export function subjectNotKnown({ subject }: PresentedAssertion): EntraError {
  return invalidClient(700213, `${noMatch} subject '${subject}'. ${check}`, 'capture');
}

/** The subject is right but for its case (capture: Azure/login#515). */
export function subjectInAnotherCase({ subject }: PresentedAssertion): EntraError {
  return invalidClient(
    7002138,
    `${noMatch} subject '${subject}'. The subject matches with case-insensitive comparison, but not with case-sensitive comparison. Check your federated identity credential Subject, Audience and Issuer against the presented assertion. See documentation at: ${documentation}. See breaking change notification and remediation at: https://learn.microsoft.com/en-us/entra/identity-platform/reference-breaking-changes#august-2024. `,
    'capture',
  );
}

/** A credential that was written minutes ago is not honored yet (capture: azure-workload-identity#616). */
export function notYetKnown({ issuer, subject, audience }: PresentedAssertion): EntraError {
  return {
    error: 'invalid_request',
    number: 70021,
    description: `AADSTS70021: ${noMatch}. Assertion Issuer: '${issuer}'. Assertion Subject: '${subject}'. Assertion Audience: '${audience}'. https://docs.microsoft.com/en-us/azure/active-directory/develop/workload-identity-federation`,
    source: 'capture',
  };
}

/** The client has no federated credential at all, as no system-assigned identity ever does. */
export function noCredentials(clientName: string): EntraError {
  const description = `The client '${clientName}' has no configured federated identity credentials.`;
  return invalidClient(70025, description, 'capture');
}

/** capture: azure-cli#22145, there of the metadata's address */
export function tenantNotFound(tenant: string): EntraError {
  return {
    error: 'invalid_tenant',
    number: 90002,
    description: `AADSTS90002: Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
    source: 'capture',
  };
}

export function parameterMissing(name: string): EntraError {
  return {
    error: 'invalid_request',
    number: 900144,
    description: `AADSTS900144: The request body must contain the following parameter: '${name}'.`,
    source: 'unconfirmed',
  };
}

export function grantNotSupported(grant: string): EntraError {
  return {
    error: 'unsupported_grant_type',
    number: 70003,
    description: `AADSTS70003: The app requested an unsupported grant type '${grant}'.`,
    source: 'unconfirmed',
  };
}

export function proofMissing(): EntraError {
  return invalidClient(
    7000218,
    `The request body must contain the following parameter: 'client_assertion' or 'client_secret'.`,
    'unconfirmed',
  );
}

/** Managed identities have no secret, and applications of the simulator neither. */
export function secretNotValid(clientId: string): EntraError {
  return invalidClient(
    7000215,
    `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clientId}'.`,
    'unconfirmed',
  );
}

export function assertionMalformed(): EntraError {
  return {
    error: 'invalid_request',
    number: 50027,
    description: 'AADSTS50027: JWT token is invalid or malformed.',
    source: 'unconfirmed',
  };
}

function invalidClient(number: number, text: string, source: EntraError['source']): EntraError {
  return { error: 'invalid_client', number, description: `AADSTS${number}: ${text}`, source };
}
