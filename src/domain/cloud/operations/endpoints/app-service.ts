import type { Host } from '#domain/arm/resource.ts';
import { identityHeader, isEndpointOf, isIdentityEndpoint } from '#domain/appservice/request.ts';
import * as appServiceRules from '#domain/appservice/rules.ts';
import { siteOf } from '#domain/appservice/state.ts';
import * as wire from '#domain/appservice/wire.ts';
import type { EntraError } from '#domain/entra/wire.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import { guid } from '#domain/kernel/guid.ts';
import type { Uri } from '#domain/kernel/uri.ts';
import type { CommandOf } from '../../command.ts';
import { ordinal, ordinalKeys } from '../../ordinals.ts';
import type { CloudState } from '../../state.ts';
import { callingHost, nowhere } from './endpoint.ts';
import type { Endpoint } from './endpoint.ts';
import { respondByIdentity } from './managed-identity.ts';
import type { Protocol } from './managed-identity.ts';

/** The service behind `IDENTITY_ENDPOINT`, which an app has while it has an identity and does not switch it off. */
export const appService: Endpoint = {
  isAt: isIdentityEndpoint,
  reach(state, command, uri) {
    const host = callingHost(state, command.from);
    if (host === null || !isEndpointOf(host.kind, uri)) return nowhere(uri.host);
    const actor = { kind: 'identityEndpoint', host: host.id } as const;
    const isSet =
      host.identity.type !== 'None' && !appServiceRules.isEndpointDisabled(siteOf(state.appService, host.id));
    if (!isSet) return { kind: 'nothing', meant: actor, reason: 'endpointNotSet' };
    const protocol = protocolOf(state, command, uri, host);
    return { kind: 'service', actor, respond: (draft, rules) => respondByIdentity(draft, protocol, host, rules) };
  },
};

function protocolOf(state: CloudState, { request }: CommandOf<'RequestToken'>, uri: Uri, host: Host): Protocol {
  const time = String(ordinal(state, ordinalKeys.request()));
  const correlationId = guid(state.seed, 'correlation', time);
  const facts = { kind: host.kind, secret: identityHeader(state.seed, host.id), correlationId };
  return {
    actor: { kind: 'identityEndpoint', host: host.id },
    defaultRule: 'appService',
    read: () => appServiceRules.readTokenRequest(request, uri, facts),
    identityRefused: (_reason, named) =>
      named ? wire.namedIdentityNotFound(correlationId) : wire.unableToLoadIdentity(correlationId),
    entraRefused: (error) => entraRefused(error, correlationId),
    issued: ({ claims }) => wire.tokenAnswer(claims, 'docs'),
  };
}

/** What Entra ID said is not passed on; only which of few sentences is said depends on it. */
function entraRefused({ error }: EntraError, correlationId: string): SourcedResponse {
  switch (error) {
    case 'invalid_resource':
      return wire.unknownResource(correlationId);
    case 'unauthorized_client':
      return wire.principalGone(correlationId);
    default:
      return wire.tokenNotIssued(correlationId);
  }
}
