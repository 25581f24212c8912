import { armError, armJson } from '#domain/arm/wire.ts';
import { nameOf } from '#domain/arm/resource-id.ts';
import type { SourcedResponse, WireSource } from '#domain/http/message.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { referenceEndFacts } from './key-vault-reference.ts';
import type { ReferenceEnd, SecretAddress } from './key-vault-reference.ts';

/** The state of a reference, as it was read. */
export interface ReferenceFacts {
  readonly site: ResourceId;
  readonly setting: string;
  /** The value of the setting. */
  readonly reference: string;
  /** Null where the reference names none. */
  readonly address: SecretAddress | null;
  readonly identity: 'SystemAssigned' | ResourceId;
  readonly end: ReferenceEnd;
}

/** `GET …/config/configreferences/appsettings/<name>`: what the portal shows of a reference (Microsoft's REST specification). */
export function referenceBody({ site, setting, reference, address, identity, end }: ReferenceFacts): SourcedResponse {
  const { status, details, source } = referenceEndFacts[end];
  const body = {
    id: `${site}/config/configreferences/appsettings/${setting}`,
    name: setting,
    type: 'Microsoft.Web/sites',
    properties: {
      reference,
      status,
      ...(address === null
        ? {}
        : { vaultName: address.vault, secretName: address.secret, secretVersion: address.version ?? '' }),
      identityType: identity === 'SystemAssigned' ? 'SystemAssigned' : 'UserAssigned',
      details,
      source: 'KeyVault',
    },
  };
  return armJson(200, body, source);
}

/** A setting that is not there, or whose value is no reference: the simulator's words. */
export function noSuchReference(setting: string): SourcedResponse {
  return armError(404, 'NotFound', `The app setting '${setting}' holds no Key Vault reference.`, 'unconfirmed');
}

/** How the opening of a connection ended. */
export const connectionEnds = [
  'opened',
  'connectionString',
  'missing',
  'invalidAddress',
  'severalIdentities',
  'endpointNotSet',
  'identityRefused',
  'nameNotResolved',
  'firewall',
  'noPermission',
  'tokenRefused',
] as const;

export type ConnectionEnd = (typeof connectionEnds)[number];

interface ConnectionEndFacts {
  /** What the host logs; null where nothing is wrong. */
  readonly error: ((connection: string) => string) | null;
  readonly source: WireSource;
}

function inOurWords(because: string): ConnectionEndFacts {
  return { error: (connection) => `The connection '${connection}' was not opened: ${because}.`, source: 'unconfirmed' };
}

/** What the Functions host says of each end; the first two say nothing of the connection. */
const connectionEndFacts: Readonly<Record<ConnectionEnd, ConnectionEndFacts>> = {
  opened: { error: null, source: 'unconfirmed' },
  connectionString: { error: null, source: 'unconfirmed' },
  missing: {
    // azure-sdk-for-net, the storage extension of WebJobs
    error: (connection) =>
      `Storage account connection string 'AzureWebJobs${connection}' does not exist. Make sure that it is a defined App Setting.`,
    source: 'sdk',
  },
  invalidAddress: inOurWords('the address of its service is invalid'),
  severalIdentities: inOurWords('it names a client ID and a resource ID'),
  endpointNotSet: inOurWords('the app has no managed identity'),
  identityRefused: inOurWords('the app has no such managed identity, or it gets no token'),
  nameNotResolved: inOurWords('no service has that name'),
  firewall: inOurWords('the firewall of its service refused the app'),
  noPermission: inOurWords('the identity has no permission there'),
  tokenRefused: inOurWords('its service did not accept the token'),
};

/** The line in the log of the Functions host, or null where the connection is open. */
export function connectionError(end: ConnectionEnd, connection: string): string | null {
  return connectionEndFacts[end].error?.(connection) ?? null;
}

/** `GET …/hostruntime/admin/host/status`: the Functions host runs, or names its errors; unconfirmed but for the fields. */
export function hostStatus(site: ResourceId, end: ConnectionEnd, connection: string): SourcedResponse {
  const error = connectionError(end, connection);
  const errors = error === null ? {} : { errors: [error] };
  const body = { id: nameOf(site), state: error === null ? 'Running' : 'Error', ...errors };
  return armJson(200, body, connectionEndFacts[end].source);
}

/** Connections belong to the Functions host, which a web app has not: the simulator's words. */
export function noFunctionsHost(id: string): SourcedResponse {
  return armError(400, 'BadRequest', `The app '${nameOf(id)}' does not run Azure Functions.`, 'unconfirmed');
}
