import { parseUri } from '#domain/kernel/uri.ts';
import type { IdentitySelector } from '#domain/managedidentity/selection.ts';
import { blobSuffix } from '#domain/storage/rules.ts';
import { settingNamed } from './settings.ts';
import type { AppSettings } from './settings.ts';

/** A service that a connection of the Functions host can lead to; Service Bus and Event Hubs have one kind of address. */
export type ConnectedService = 'blob' | 'namespace';

/** What the settings under a prefix say (Microsoft's page on identity-based connections of Azure Functions). */
export type Connection =
  /** Nothing that names a service. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'invalidAddress' }
  /** A client ID and a resource ID at once. */
  | { readonly kind: 'severalIdentities' }
  /** A whole connection string, with a key in it: no identity is asked. */
  | { readonly kind: 'connectionString' }
  | {
      readonly kind: 'identity';
      readonly service: ConnectedService;
      readonly host: string;
      readonly selector: IdentitySelector | null;
    };

/** Reads a connection by its prefix, `<prefix>__<property>`. */
export function readConnection(settings: AppSettings, prefix: string): Connection {
  if ((settingNamed(settings, prefix) ?? '') !== '') return { kind: 'connectionString' };
  const property = (name: string): string => settingNamed(settings, `${prefix}__${name}`)?.trim() ?? '';
  const address = addressOf(property);
  if (address === null || 'kind' in address) return address ?? { kind: 'missing' };
  const selector = selectorOf(settings, property);
  return selector === 'several' ? { kind: 'severalIdentities' } : { kind: 'identity', ...address, selector };
}

type Property = (name: string) => string;

function addressOf(
  property: Property,
): { readonly service: ConnectedService; readonly host: string } | { readonly kind: 'invalidAddress' } | null {
  const namespace = property('fullyQualifiedNamespace');
  if (namespace !== '') {
    const isHostName = /^[a-z0-9.-]+$/i.test(namespace);
    return isHostName ? { service: 'namespace', host: namespace.toLowerCase() } : { kind: 'invalidAddress' };
  }
  const account = property('accountName');
  const text = property('blobServiceUri') || property('serviceUri');
  if (text === '') return account === '' ? null : { service: 'blob', host: `${account.toLowerCase()}${blobSuffix}` };
  const uri = parseUri(text);
  return uri === null ? { kind: 'invalidAddress' } : { service: 'blob', host: uri.host };
}

/**
 * Whom the host names at its endpoint. With `credential` it is what `clientId` or `managedIdentityResourceId` say.
 * Without, DefaultAzureCredential is used, and that reads `AZURE_CLIENT_ID` only
 * (azure-sdk-for-net, `ClientFactory.CreateCredential`; Microsoft.Extensions.Azure for the resource ID).
 */
function selectorOf(settings: AppSettings, property: Property): IdentitySelector | null | 'several' {
  if (property('credential').toLowerCase() !== 'managedidentity') {
    const chosen = settingNamed(settings, 'AZURE_CLIENT_ID') ?? '';
    return chosen === '' ? null : { by: 'clientId', value: chosen };
  }
  const clientId = property('clientId');
  const resourceId = property('managedIdentityResourceId');
  if (clientId !== '' && resourceId !== '') return 'several';
  if (resourceId !== '') return { by: 'resourceId', value: resourceId };
  return clientId === '' ? null : { by: 'clientId', value: clientId };
}
