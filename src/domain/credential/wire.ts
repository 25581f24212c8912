import type { HttpResponse } from '#domain/http/message.ts';
import { isJsonList, isJsonObject, readJson } from '#domain/kernel/json.ts';
import type { Json } from '#domain/kernel/json.ts';
import type { ManagedIdentityOptions } from './credentials.ts';
import { credentialNames } from './credentials.ts';

/* Texts of the SDK for JavaScript, as @azure/identity 4.13.1 has them (facts: tokens §8; its source). */

const troubleshoot = 'https://aka.ms/azsdk/js/identity';

export const environmentUnavailable = `EnvironmentCredential is unavailable. No underlying credential could be used. To troubleshoot, visit ${troubleshoot}/environmentcredential/troubleshoot.`;

/** An error of Entra ID for a secret, in the envelope of `AuthenticationError`. */
export function environmentFailed(description: string): string {
  return `EnvironmentCredential authentication failed. To troubleshoot, visit ${troubleshoot}/environmentcredential/troubleshoot. Status code: 400\nMore details:\n${description},`;
}

/** The parameter that is missing, by its name in the SDK and as a variable. The text breaks its line like this. */
export function workloadUnavailable(parameter: string, name: string): string {
  return `WorkloadIdentityCredential: is unavailable. ${parameter} is a required parameter. In DefaultAzureCredential and ManagedIdentityCredential, this can be provided as an environment variable - "${name}".\n        See the troubleshooting guide for more information: ${troubleshoot}/workloadidentitycredential/troubleshoot`;
}

export const probeFailed =
  'ManagedIdentityCredential: Authentication failed. Message Attempted to use the IMDS endpoint, but it is not available.';

/** Any other failure of the member, with MSAL's text behind it. */
export function managedIdentityFailed(error: string): string {
  return `ManagedIdentityCredential: Authentication failed. Message ${error}`;
}

/** Where nobody answers at the endpoint, or no JSON; `error` is MSAL's word for it. */
export function networkUnreachable(error: string): string {
  return `ManagedIdentityCredential: Network unreachable. Message: ${error}`;
}

/** More than one of the three ways to name an identity. */
export function severalIds({ clientId, resourceId, objectId }: ManagedIdentityOptions): string {
  const values = JSON.stringify({ clientId, resourceId, objectId });
  return `ManagedIdentityCredential: only one of 'clientId', 'resourceId', or 'objectId' can be provided. Received values: ${values}`;
}

export const cloudShellTakesNoId =
  'ManagedIdentityCredential: Specifying a user-assigned managed identity is not supported for CloudShell at runtime. When using Managed Identity in CloudShell, omit the clientId, resourceId, and objectId parameters.';

export const serviceFabricTakesNoId =
  'ManagedIdentityCredential: Specifying a `clientId` or `resourceId` is not supported by the Service Fabric managed identity environment. The managed identity configuration is determined by the Service Fabric cluster resource configuration. See https://aka.ms/servicefabricmi for more information';

export const visualStudioCodeUnavailable =
  'Visual Studio Code Authentication is not available. Ensure you have have Azure Resources Extension installed in VS Code, signed into Azure via VS Code, installed the @azure/identity-vscode package, and properly configured the extension.';

export const azureCliNotFound =
  "Azure CLI could not be found. Please visit https://aka.ms/azure-cli for installation instructions and then, once installed, authenticate to your Azure account using 'az login'.";

export const azureCliNotSignedIn =
  "Please run 'az login' from a command prompt to authenticate before using this credential.";

export const powerShellNotFound = `Error: Unable to execute PowerShell. Ensure that it is installed in your system. To troubleshoot, visit ${troubleshoot}/powershellcredential/troubleshoot.`;

export const developerCliNotFound = `Azure Developer CLI couldn't be found. To mitigate this issue, see the troubleshooting guidelines at ${troubleshoot}/azdevclicredential/troubleshoot.`;

/** What the chain throws where every constructor threw, so that no member was asked. */
export const noToken = 'Failed to retrieve a valid token';

/** A value of `AZURE_TOKEN_CREDENTIALS` that names no credential. */
export function invalidSelection(value: string): string {
  return `Invalid value for AZURE_TOKEN_CREDENTIALS = ${value}. Valid values are 'prod' or 'dev' or any of these credentials - ${credentialNames.join(', ')}.`;
}

/** What the constructor throws of variables that were required of it. */
export function variablesMissing(names: readonly string[]): string {
  const one = names.length === 1;
  return `Required environment ${one ? 'variable' : 'variables'} '${names.join(', ')}' for DefaultAzureCredential ${one ? 'is' : 'are'} not set or empty.`;
}

/** What the chain throws when no member had a token: the errors of those that threw one, a line each. */
export function allFailed(errors: readonly { readonly name: string; readonly message: string }[]): string {
  const lines = errors.map(({ name, message }) => `${name}: ${message}`);
  return ['ChainedTokenCredential authentication failed.', ...lines].join('\n');
}

/** MSAL's error where nobody answers, and where an answer is no JSON. */
export const networkError = 'network_error: See https://aka.ms/msal.js.errors#network_error for details';

/** What JavaScript says of an answer without a body. */
export const emptyAnswer = "Cannot read properties of undefined (reading 'expires_on')";

/**
 * An error answer as MSAL words it; null where the body is no JSON object that it could read. App Service says
 * `message` and has no code, ARM's envelope holds an object (facts: clients §1).
 */
export function msalError({ body }: HttpResponse): string | null {
  const read = readJson(body);
  if (!isJsonObject(read)) return null;
  const inner = isJsonObject(read['error']) ? read['error'] : null;
  const code = inner === null ? textOf(read['error']) : textOf(inner['code']);
  const description = textOf(read['message']) ?? textOf(inner === null ? read['error_description'] : inner['message']);
  const codes = isJsonList(read['error_codes']) ? read['error_codes'].map(String).join(',') : null;
  const parts = [
    ['Error(s)', codes],
    ['Timestamp', textOf(read['timestamp'])],
    ['Description', description],
    ['Correlation ID', textOf(read['correlation_id']) ?? textOf(read['correlationId'])],
    ['Trace ID', textOf(read['trace_id'])],
  ] as const;
  return `${code ?? ''}: ${parts.map(([name, value]) => `${name}: ${value ?? 'Not Available'}`).join(' - ')}`;
}

/** An empty text counts as none. */
function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
