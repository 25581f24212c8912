import { appServiceSelectors } from '#domain/appservice/request.ts';
import { attachedTo } from '#domain/arm/identity-block.ts';
import type { TargetKind } from '#domain/arm/resource.ts';
import { groupNameOf, nameOf, sameId } from '#domain/arm/resource-id.ts';
import { homeDirectory, hostsOf } from '#domain/cloud/queries.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { TokenClaims } from '#domain/entra/token.ts';
import type { HttpRequest } from '#domain/http/message.ts';
import { imdsSelectors } from '#domain/imds/request.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import { parseUri, queryValue } from '#domain/kernel/uri.ts';
import { readSecretOperation } from '#domain/keyvault/rules.ts';
import type { IdentitySelector } from '#domain/managedidentity/selection.ts';
import { readBlobOperation } from '#domain/storage/rules.ts';
import type { Cast, CastPrincipal } from './cast.ts';
import type { Endpoint, Speaker, Wanted } from './story.ts';

const selectors = { imds: imdsSelectors, identityEndpoint: appServiceSelectors } as const;

/** The audience that a token request asks for. */
export function askedAudience({ url }: HttpRequest): string {
  const uri = parseUri(url);
  return uri === null ? '' : (queryValue(uri, 'resource') ?? '');
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
  const known = principals.find((principal) => sameId(principal.clientId, clientId));
  return known === undefined
    ? { name: nameBehind(before, 'clientId', clientId), of: null, gone: true }
    : speaker(known);
}

/** Whom a token speaks for. */
export function speakerOf({ principals }: Cast, { oid }: TokenClaims): Speaker {
  const known = principals.find(({ id }) => id === oid);
  return known === undefined ? { name: oid, of: null, gone: true } : speaker(known);
}

function speaker({ name, of, purgeAt }: CastPrincipal): Speaker {
  return { name, of, gone: purgeAt !== null };
}

export function wantedBy({ method, url }: HttpRequest, kind: TargetKind | null): Wanted {
  const uri = parseUri(url);
  if (uri === null || kind === null) return { kind: 'unknown' };
  if (kind === 'keyVault') {
    const operation = readSecretOperation(method, uri);
    return operation.kind === 'unknown' ? operation : { kind: 'secret', name: operation.name };
  }
  const operation = readBlobOperation(method, uri);
  return operation.kind === 'unknown' ? operation : { kind: 'blob', name: `${operation.container}/${operation.blob}` };
}

/** A scope's short name: its resource, its group, or the subscription. */
export function scopeName(scope: string): string {
  return scope.includes('/providers/') ? nameOf(scope) : (groupNameOf(scope) ?? nameOf(scope));
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
