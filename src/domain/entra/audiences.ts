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
  'https://graph.microsoft.com',
  'https://azconfig.io',
  'https://cognitiveservices.azure.com',
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

function withoutFinalSlash(text: string): string {
  return text.endsWith('/') ? text.slice(0, -1) : text;
}
