import * as client from '#domain/entra/client-errors.ts';
import type { Application } from '#domain/entra/state.ts';
import type { PresentedAssertion } from '#domain/entra/token.ts';
import * as entra from '#domain/entra/wire.ts';
import type { EntraError } from '#domain/entra/wire.ts';
import { any, entriesOf, someTime } from './entry.ts';

const tenant = any<'tenant'>('tenant ID');
const assertion: PresentedAssertion = { issuer: '{issuer}', subject: '{subject}', audience: '{audience}' };
const application = { displayName: '{application}', appId: '{client ID}' } as unknown as Application;

function said(error: EntraError) {
  return entra.entraErrorResponse(error, { traceId: '', correlationId: '', now: someTime });
}

/** What Microsoft Entra ID refuses; the endpoints of managed identities pass it on. */
export const entraErrors = entriesOf('entra', {
  'entra-resource-not-found': ['ENTRA-12', said(entra.resourceNotKnown(any('resource'), any('tenant ID')))],
  'entra-client-not-found': ['ENTRA-14', said(entra.clientNotFound(any('client ID'), any('tenant ID')))],
  'entra-app-not-assigned': [
    'ENTRA-18',
    said(entra.notAssigned({ id: any('client ID'), name: any('identity') }, any('resource'), any('application'))),
  ],
  'entra-user-not-assigned': ['ENTRA-18', said(entra.userNotAssigned(any('sign-in name'), application))],
  'entra-user-not-found': ['ENTRA-20', said(entra.userNotFound(any('tenant ID')))],
  'entra-issuer-not-known': ['FED-07', said(client.issuerNotKnown(assertion))],
  'entra-subject-not-known': ['FED-07', said(client.subjectNotKnown(assertion))],
  'entra-subject-case': ['FED-07', said(client.subjectInAnotherCase(assertion))],
  'entra-audience-not-known': ['FED-07', said(client.audienceNotKnown(assertion))],
  'entra-credential-not-yet-known': ['FED-06', said(client.notYetKnown(assertion))],
  'entra-no-credentials': ['FED-08', said(client.noCredentials(any('identity')))],
  'entra-tenant-not-found': ['FED-09', said(client.tenantNotFound(tenant))],
  'entra-parameter-missing': ['FED-09', said(client.parameterMissing(any('parameter')))],
  'entra-grant-type': ['FED-09', said(client.grantNotSupported(any('grant')))],
  'entra-proof-missing': ['FED-09', said(client.proofMissing())],
  'entra-secret-not-valid': ['FED-09', said(client.secretNotValid(any('client ID')))],
  'entra-assertion-malformed': ['FED-09', said(client.assertionMalformed())],
});
