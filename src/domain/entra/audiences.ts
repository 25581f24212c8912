import type { ClientId } from '#domain/kernel/brand.ts';
import { microsoftGraphAppId } from './built-in.ts';

/**
 * Audiences that Entra ID knows as resource principals of every tenant (facts: tokens §6). A resource is
 * matched with or without a final slash; whether the *target* accepts that spelling is the target's affair.
 */
const platformAudiences: readonly string[] = [
  'https://management.azure.com',
  'https://management.core.windows.net',
  'https://vault.azure.net',
  'https://storage.azure.com',
  'https://database.windows.net',
  'https://cosmos.azure.com',
  'https://servicebus.azure.net',
  'https://eventhubs.azure.net',
  'https://azconfig.io',
  'https://cognitiveservices.azure.com',
  'https://ai.azure.com',
  'https://managedhsm.azure.net',
  'https://datalake.azure.net',
];

/** GUIDs under which Key Vault and Storage are known as audiences. */
const platformAudienceIds: readonly string[] = [
  'cfa8b339-82a2-471a-a3c9-0fc0be7a4093',
  'e406a681-f3d4-42a8-90b6-c2b029497af1',
];

/** Whether Entra ID finds a resource principal under this name. Not a scope: `…/.default` is unknown. */
export function isPlatformAudience(resource: string): boolean {
  return platformAudiences.includes(withoutFinalSlash(resource)) || platformAudienceIds.includes(resource);
}

/** The account of `https://<account>.blob.core.windows.net`, an audience of its own, or null. */
export function blobAccountOf(resource: string): string | null {
  return /^https:\/\/([a-z0-9]+)\.blob\.core\.windows\.net$/.exec(withoutFinalSlash(resource))?.[1] ?? null;
}

/** The account of `https://<account>.documents.azure.com`, the audience that Cosmos DB's clients ask for first, or null. */
export function cosmosAccountOf(resource: string): string | null {
  return /^https:\/\/([a-z0-9-]+)\.documents\.azure\.com$/.exec(withoutFinalSlash(resource))?.[1] ?? null;
}

/** The names under which a token can be asked for Microsoft Graph. */
export const graphAudiences: readonly string[] = [
  'https://graph.microsoft.com',
  'https://graph.microsoft.com/',
  microsoftGraphAppId,
];

/** The client ID of the application that a resource names: Microsoft Graph, `api://<appId>`, or an `<appId>` itself. */
export function applicationNamed(resource: string): string | null {
  if (graphAudiences.includes(resource)) return microsoftGraphAppId;
  return /^(?:api:\/\/)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.exec(resource)?.[1]?.toLowerCase() ?? null;
}

/** `api://<appId>`, the name that an application is given when it exposes an API. */
export function identifierUri(appId: ClientId): string {
  return `api://${appId}`;
}

function withoutFinalSlash(text: string): string {
  return text.endsWith('/') ? text.slice(0, -1) : text;
}
