import * as appService from '#domain/appservice/wire.ts';
import * as imds from '#domain/imds/wire.ts';
import { any, entriesOf } from './entry.ts';

/** What the metadata service of a machine refuses by itself. */
export const imdsErrors = entriesOf('imds', {
  'imds-metadata-header': ['IMDS-04', imds.metadataHeaderMissing('capture')],
  'imds-forwarded': ['IMDS-03', imds.forwardedRequest()],
  'imds-method': ['IMDS-05', imds.methodNotAllowed()],
  'imds-path': ['IMDS-06', imds.notFound('capture')],
  'imds-repeated-parameter': ['IMDS-07', imds.repeatedParameter()],
  'imds-api-version': ['IMDS-08', imds.invalidApiVersion()],
  'imds-resource-missing': ['IMDS-09', imds.resourceMissing()],
  'imds-several-selectors': ['IMDS-10', imds.severalSelectors()],
  'imds-identity-not-found': ['IMDS-11', imds.identityNotFound()],
  'imds-several-identities': ['IMDS-14', imds.severalIdentities()],
  'imds-throttled': ['IMDS-37', imds.throttled()],
  'imds-updating': ['IMDS-38', imds.updating()],
  'imds-endpoint-updating': ['IMDS-38', imds.endpointUpdating()],
  'imds-server-error': ['IMDS-39', imds.serverError()],
  'imds-unavailable': ['IMDS-45', imds.unavailable()],
  'imds-restarting': ['IMDS-40', imds.restarting()],
  'imds-instance-header': ['IMDS-27', imds.instanceHeaderMissing('capture')],
  'imds-instance-version': ['IMDS-28', imds.instanceVersionInvalid()],
  'imds-instance-path': ['IMDS-30', imds.instanceNotFound()],
  'imds-instance-value': ['IMDS-31', imds.valueNeedsText()],
  'imds-instance-format': ['IMDS-31', imds.formatInvalid()],
});

const id = any<string>('correlation ID');

/** What the endpoint inside an app refuses. */
export const appServiceErrors = entriesOf('appService', {
  'app-identity-header': ['APPS-03', appService.wrongIdentityHeader(id)],
  'app-method': ['APPS-04', appService.methodNotAllowed(id, 'capture')],
  'app-path': ['APPS-04', appService.notFound(id)],
  'app-api-version': ['APPS-05', appService.unsupportedApiVersion(any('address'), any('version'))],
  'app-resource-missing': ['APPS-06', appService.resourceMissing(id)],
  'app-several-selectors': ['APPS-07', appService.severalSelectors(id)],
  'app-unable-to-load': ['APPS-08', appService.unableToLoadIdentity(id)],
  'app-identity-not-found': ['APPS-10', appService.namedIdentityNotFound(id)],
  'app-token-not-fetched': ['APPS-12', appService.unknownResource(id)],
});
