import { isHost } from '#domain/arm/kinds.ts';
import type { Host } from '#domain/arm/resource.ts';
import { findResource } from '#domain/arm/state.ts';
import { identityHeader, isIdentityEndpoint } from '#domain/appservice/request.ts';
import * as appService from '#domain/appservice/rules.ts';
import * as appServiceWire from '#domain/appservice/wire.ts';
import type { EntraError } from '#domain/entra/wire.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import { isImds } from '#domain/imds/request.ts';
import * as imds from '#domain/imds/rules.ts';
import * as imdsWire from '#domain/imds/wire.ts';
import { guid } from '#domain/kernel/guid.ts';
import { parseUri } from '#domain/kernel/uri.ts';
import type { Uri } from '#domain/kernel/uri.ts';
import type { DefaultRule, SelectedIdentity } from '#domain/managedidentity/selection.ts';
import type { ReadRequest } from '#domain/managedidentity/token-request.ts';
import type { Actor } from '#domain/protocol/actor.ts';
import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';
import { ordinal, ordinalKeys } from '../ordinals.ts';
import type { Rules } from '../rules.ts';
import type { CloudState } from '../state.ts';
import { obtainToken, systemClientId } from './obtain-token.ts';
import type { Obtained } from './obtain-token.ts';

type RequestToken = CommandOf<'RequestToken'>;

/** How one host's endpoint speaks: what it reads, whom it chooses, what it answers. */
interface Protocol {
  readonly actor: Actor;
  readonly defaultRule: DefaultRule;
  readonly read: () => ReadRequest;
  readonly identityRefused: (reason: 'notFound' | 'several', named: boolean) => SourcedResponse;
  readonly entraRefused: (error: EntraError, answer: SourcedResponse) => SourcedResponse;
  readonly issued: (obtained: Extract<Obtained, { kind: 'token' }>) => SourcedResponse;
}

/** Asks the managed identity endpoint of a host for a token. From elsewhere the endpoint cannot be reached. */
export function requestToken(draft: Draft, command: RequestToken, rules: Rules): void {
  const application: Actor = { kind: 'application', origin: command.from };
  const uri = parseUri(command.request.url);
  const host = callingHost(draft.state, command);
  const protocol = uri === null ? null : protocolOf(draft, command, uri, host);
  const to = protocol?.actor ?? endpointMeant(uri, host);
  draft.emit({
    type: 'RequestSent',
    from: application,
    to,
    request: command.request,
    tokenId: null,
  });
  if (protocol === null || host === null) {
    const reason = to.kind === 'identityEndpoint' ? 'endpointNotSet' : 'unreachable';
    draft.emit({ type: 'ConnectionFailed', from: application, to, reason });
    return;
  }
  const { answer, obtained } = respond(draft, protocol, host, rules);
  draft.emit({
    type: 'ResponseReturned',
    from: to,
    to: application,
    response: answer.response,
    source: answer.source,
    tokenId: obtained?.claims.uti ?? null,
    fromCache: obtained?.fromCache ?? false,
    decision: null,
  });
}

type IssuedAnswer = Extract<Obtained, { kind: 'token' }>;

function respond(
  draft: Draft,
  protocol: Protocol,
  host: Host,
  rules: Rules,
): { answer: SourcedResponse; obtained: IssuedAnswer | null } {
  const read = protocol.read();
  if (read.kind === 'refused') return { answer: read.answer, obtained: null };
  const clientId = systemClientId(draft.state, host);
  const { selector, resource } = read;
  const selection = rules.selectIdentity(host, clientId, selector, protocol.defaultRule);
  if (selection.kind === 'refused') {
    return { answer: protocol.identityRefused(selection.reason, selector !== null), obtained: null };
  }
  const { identity } = selection;
  const obtained = obtainToken(draft, { host, identity, resource, endpoint: protocol.actor });
  if (obtained.kind === 'refused') {
    return { answer: protocol.entraRefused(obtained.error, obtained.answer), obtained: null };
  }
  const answer = protocol.issued(obtained);
  const certain = selector === null || !isSystemByName(identity);
  return { answer: certain ? answer : { ...answer, source: 'unconfirmed' }, obtained };
}

/** That IMDS finds the system-assigned identity by its own ids is the simulator's choice (facts: corrections 13). */
function isSystemByName(identity: SelectedIdentity): boolean {
  return identity.kind === 'system';
}

function protocolOf(draft: Draft, command: RequestToken, uri: Uri, host: Host | null): Protocol | null {
  if (host === null) return null;
  if (host.kind === 'virtualMachine') {
    return isImds(uri) ? imdsProtocol(draft, command, uri) : null;
  }
  const isSet = host.identity.type !== 'None';
  return isSet && isIdentityEndpoint(uri) ? appServiceProtocol(draft, command, uri, host) : null;
}

function imdsProtocol(draft: Draft, { request }: RequestToken, uri: Uri): Protocol {
  return {
    actor: { kind: 'imds' },
    defaultRule: 'imds',
    read: () => imds.readTokenRequest(request, uri),
    identityRefused: (reason) => (reason === 'several' ? imdsWire.severalIdentities() : imdsWire.identityNotFound()),
    entraRefused: (_error, answer) => imdsWire.passedOn(answer),
    issued: ({ claims }) => imdsWire.tokenAnswer(claims, draft.state.now, 'spec'),
  };
}

function appServiceProtocol(draft: Draft, { request }: RequestToken, uri: Uri, host: Host): Protocol {
  const time = String(ordinal(draft.state, ordinalKeys.request()));
  const correlationId = guid(draft.state.seed, 'correlation', time);
  const secret = identityHeader(draft.state.seed, host.id);
  return {
    actor: { kind: 'identityEndpoint', host: host.id },
    defaultRule: 'appService',
    read: () => appService.readTokenRequest(request, uri, secret, correlationId),
    identityRefused: (_reason, named) =>
      named ? appServiceWire.namedIdentityNotFound(correlationId) : appServiceWire.unableToLoadIdentity(correlationId),
    entraRefused: (error) =>
      error.error === 'invalid_resource'
        ? appServiceWire.unknownResource(correlationId)
        : appServiceWire.principalGone(correlationId),
    issued: ({ claims }) => appServiceWire.tokenAnswer(claims, 'docs'),
  };
}

/** Whom a request that reaches nobody was meant for, so that it can be drawn. */
function endpointMeant(uri: Uri | null, host: Host | null): Actor {
  if (uri === null || isImds(uri)) return { kind: 'imds' };
  return host !== null && host.kind !== 'virtualMachine' && isIdentityEndpoint(uri)
    ? { kind: 'identityEndpoint', host: host.id }
    : { kind: 'target', host: uri.host, resourceId: null };
}

function callingHost(state: CloudState, { from }: RequestToken): Host | null {
  if (from.kind !== 'host') return null;
  const resource = findResource(state.arm, from.resourceId);
  return resource !== undefined && isHost(resource) ? resource : null;
}
