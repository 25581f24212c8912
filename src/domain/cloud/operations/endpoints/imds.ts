import type { Host } from '#domain/arm/resource.ts';
import { carriedIdentity, isMachine } from '#domain/compute/rules.ts';
import type { HttpRequest, SourcedResponse } from '#domain/http/message.ts';
import { answerInstance } from '#domain/imds/instance.ts';
import { isImds } from '#domain/imds/request.ts';
import { readRequest } from '#domain/imds/rules.ts';
import type { ImdsReading } from '#domain/imds/rules.ts';
import type { DocumentRoute } from '#domain/imds/routes.ts';
import { faultOf } from '#domain/imds/state.ts';
import { apiVersions } from '#domain/imds/versions.ts';
import * as wire from '#domain/imds/wire.ts';
import type { Uri } from '#domain/kernel/uri.ts';
import { addressOf } from '#domain/network/rules.ts';
import type { Actor } from '#domain/protocol/actor.ts';
import type { Draft } from '../../draft.ts';
import type { Rules } from '../../rules.ts';
import type { CloudState } from '../../state.ts';
import { callingHost, withoutToken } from './endpoint.ts';
import type { Endpoint, EndpointAnswer } from './endpoint.ts';
import { respondByIdentity } from './managed-identity.ts';
import type { Protocol } from './managed-identity.ts';

const imdsActor: Actor = { kind: 'imds' };

/** The metadata service of a machine: its address is link-local, and only code on the machine reaches it. */
export const imds: Endpoint = {
  isAt: isImds,
  reach(state, { from, request }, uri) {
    const host = callingHost(state, from);
    if (host === null || !isMachine(host)) return { kind: 'nothing', meant: imdsActor, reason: 'unreachable' };
    return {
      kind: 'service',
      actor: imdsActor,
      respond: (draft, rules) => respond(draft, { host, request, uri }, rules),
    };
  },
};

interface Asking {
  readonly host: Host;
  readonly request: HttpRequest;
  readonly uri: Uri;
}

function respond(draft: Draft, { host, request, uri }: Asking, rules: Rules): EndpointAnswer {
  const { state } = draft;
  const reading = readRequest(request, uri, faultOf(state.imds, host.id));
  switch (reading.kind) {
    case 'answered':
      if (reading.byFault) draft.emit({ type: 'ImdsFaultMet', resourceId: host.id });
      return withoutToken(reading.answer);
    case 'document':
      return withoutToken(documentAt(state, host, reading.route, uri));
    case 'token': {
      const identity = carriedIdentity(state.compute, host.id, host.identity);
      return respondByIdentity(draft, protocolOf(state, reading), { ...host, identity }, rules);
    }
  }
}

function documentAt(state: CloudState, host: Host, route: DocumentRoute, uri: Uri): SourcedResponse {
  switch (route.to) {
    case 'versions':
      return wire.document({ apiVersions }, 'docs');
    case 'info':
      return wire.document({ tenantId: state.tenantId }, 'spec');
    case 'instance': {
      const { seed, subscriptionId } = state;
      const publicAddress = addressOf(seed, { kind: 'host', resourceId: host.id });
      return answerInstance({ seed, subscriptionId, host, publicAddress }, route.segments, uri);
    }
  }
}

function protocolOf({ now }: CloudState, { resource, selector }: Extract<ImdsReading, { kind: 'token' }>): Protocol {
  return {
    actor: imdsActor,
    defaultRule: 'imds',
    read: () => ({ kind: 'read', resource, selector }),
    identityRefused: (reason) => (reason === 'several' ? wire.severalIdentities() : wire.identityNotFound()),
    entraRefused: (_error, answer) => wire.passedOn(answer),
    issued: ({ claims }) => wire.tokenAnswer(claims, now, 'spec'),
  };
}
