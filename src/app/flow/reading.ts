import { appServiceSelectors } from '#domain/appservice/request.ts';
import { attachedTo } from '#domain/arm/identity-block.ts';
import type { TargetKind } from '#domain/arm/resource.ts';
import { groupNameOf, nameOf, sameId } from '#domain/arm/resource-id.ts';
import { homeDirectory, hostsOf } from '#domain/cloud/queries.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { findApplication } from '#domain/cloud/directory.ts';
import { applicationNamed } from '#domain/entra/audiences.ts';
import { azureCliAppId } from '#domain/entra/built-in.ts';
import type { TokenClaims } from '#domain/entra/token.ts';
import { headerOf } from '#domain/http/message.ts';
import type { HttpRequest } from '#domain/http/message.ts';
import { imdsSelectors } from '#domain/imds/request.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import { parseUri, queryValue } from '#domain/kernel/uri.ts';
import type { IdentitySelector } from '#domain/managedidentity/selection.ts';
import type { Cast, CastPrincipal } from './cast.ts';
import type { Endpoint, Speaker, Wanted } from './story.ts';

const selectors = { imds: imdsSelectors, identityEndpoint: appServiceSelectors } as const;

/** The audience that a token request asks for; an application of the tenant by its name. */
export function askedAudience(before: CloudState, { url }: HttpRequest): string {
  const uri = parseUri(url);
  return uri === null ? '' : audienceName(before, queryValue(uri, 'resource') ?? '');
}

/** The name of an application in the place of its ID, which says little to a reader; others stay as they are. */
export function audienceName(before: CloudState, resource: string): string {
  const appId = applicationNamed(resource);
  if (appId === null || !/[0-9a-f]{8}-/i.test(resource)) return resource;
  return findApplication(before, appId)?.displayName ?? resource;
}

/** Whether a request to an endpoint carries its proof. */
export function isProven({ headers }: HttpRequest, endpoint: Endpoint): boolean {
  return headerOf(headers, endpoint === 'imds' ? 'Metadata' : 'X-IDENTITY-HEADER') !== null;
}

/** A field of a form that was sent as a body; empty where it is absent. */
export function formField({ body }: HttpRequest, name: string): string {
  const uri = parseUri(`https://form/?${body}`);
  return uri === null ? '' : (queryValue(uri, name) ?? '');
}

/** The identity that a token request names, or null where it names none. */
export function namedIdentity(
  before: CloudState,
  { url }: HttpRequest,
  endpoint: Endpoint,
): { readonly name: string; readonly by: IdentitySelector['by'] } | null {
  const uri = parseUri(url);
  if (uri === null) return null;
  for (const [parameter, by] of selectors[endpoint]) {
    const value = queryValue(uri, parameter);
    if (value !== null) return { name: nameBehind(before, by, value), by };
  }
  return null;
}

/** The identity with that client ID, deleted ones included; unknown where it is nobody's. */
export function speakerByClient(before: CloudState, { principals }: Cast, clientId: string): Speaker {
  // A person signs in with the Azure CLI, and who that is the answer says.
  if (sameId(clientId, azureCliAppId)) return { name: '', of: 'person', gone: false };
  const known = principals.find((principal) => principal.clientId !== null && sameId(principal.clientId, clientId));
  return known === undefined
    ? { name: nameBehind(before, 'clientId', clientId), of: null, gone: true }
    : speaker(known);
}

/** Whom a token speaks for. */
export function speakerOf({ principals }: Cast, { oid, idtyp, upn }: TokenClaims): Speaker {
  const known = principals.find(({ id }) => id === oid);
  // The learner is nobody of the directory, and signs in all the same.
  if (known === undefined && idtyp === 'user') return { name: upn ?? oid, of: 'person', gone: false };
  return known === undefined ? { name: oid, of: null, gone: true } : speaker(known);
}

function speaker({ name, of, purgeAt }: CastPrincipal): Speaker {
  return { name, of, gone: purgeAt !== null };
}

export function wantedBy({ url }: HttpRequest, kind: TargetKind | null): Wanted {
  const uri = parseUri(url);
  if (uri === null || kind === null) return { kind: 'unknown' };
  const [first = '', ...others] = uri.path.split('/').filter((part) => part !== '');
  const rest = others.join('/');
  if (kind === 'keyVault' && first.toLowerCase() === 'secrets' && rest !== '') {
    return { kind: 'secret', name: others[0] ?? '' };
  }
  if (kind === 'storageAccount' && rest !== '') return { kind: 'blob', name: `${first}/${rest}` };
  return { kind: 'unknown' };
}

/** A scope's short name: that of its resource or its group; null for the subscription. */
export function scopeName(scope: string): string | null {
  return scope.includes('/providers/') ? nameOf(scope) : groupNameOf(scope);
}

/** The name of the identity with that id, or the id itself. */
function nameBehind(before: CloudState, by: IdentitySelector['by'], value: string): string {
  if (by === 'resourceId') return nameOf(value);
  const { servicePrincipals, deleted } = homeDirectory(before);
  const known = [
    ...dictionary.values(servicePrincipals),
    ...[...dictionary.values(deleted)].map(({ principal }) => principal),
  ].find((principal) => sameId(by === 'clientId' ? principal.appId : principal.id, value));
  if (known !== undefined) return known.displayName;
  const attached = hostsOf(before)
    .flatMap(({ identity }) => attachedTo(identity))
    .find((identity) => sameId(by === 'clientId' ? identity.clientId : identity.principalId, value));
  return attached === undefined ? value : nameOf(attached.identityId);
}
