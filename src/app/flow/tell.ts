import type { CloudState } from '#domain/cloud/state.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import type { CarriedToken, Hop } from '#domain/protocol/hops.ts';
import type { Actor, Cast, CastHost } from './cast.ts';
import { askedAudience, formField, namedIdentity, scopeName, speakerByClient, speakerOf, wantedBy } from './reading.ts';
import { refusalOf } from './refusal.ts';
import type { Endpoint, Story } from './story.ts';

/** A message between two actors, and the token that it carries or answers to. */
export interface Passage {
  readonly before: CloudState;
  readonly cast: Cast;
  readonly from: Actor;
  readonly to: Actor;
  readonly at: Instant;
  readonly about: CarriedToken | null;
}

type RequestHop = Extract<Hop, { kind: 'request' }>;
type ResponseHop = Extract<Hop, { kind: 'response' }>;

/** Reads a message as what happens in it: who asks whom for what, and why it was answered so. */
export function tell(passage: Passage, hop: Hop): Story {
  switch (hop.kind) {
    case 'request':
      return request(passage, hop);
    case 'response':
      return passage.from.kind === 'target' ? targetAnswer(passage, hop) : tokenAnswer(passage, hop);
    case 'failure': {
      const { cast, from, to } = passage;
      const name = to.kind === 'target' ? to.name : '';
      return { tells: 'not-reached', host: hostOf(cast, from), to: name, reason: hop.reason };
    }
  }
}

function request({ before, cast, from, to }: Passage, hop: RequestHop): Story {
  if (to.kind === 'entra') {
    return {
      tells: 'entra-asked',
      endpoint: endpointOf(from),
      speaker: speakerByClient(before, cast, formField(hop.request, 'client_id')),
      resource: formField(hop.request, 'resource'),
    };
  }
  const host = hostOf(cast, from);
  if (to.kind === 'target') {
    const wanted = wantedBy(hop.request, to.target);
    return { tells: 'call-made', host, target: to.name, wanted, withToken: hop.token !== null };
  }
  const endpoint = endpointOf(to);
  const resource = askedAudience(hop.request);
  return { tells: 'token-asked', host, endpoint, resource, named: namedIdentity(before, hop.request, endpoint) };
}

function tokenAnswer({ before, cast, from, to, at }: Passage, hop: ResponseHop): Story {
  const { status } = hop.response;
  if (from.kind === 'entra') {
    const speaker = speakerByClient(before, cast, formField(hop.request, 'client_id'));
    const resource = formField(hop.request, 'resource');
    if (hop.token === null) {
      return { tells: 'entra-refused', speaker, resource, status, refusal: refusalOf(hop.response, true) };
    }
    const secondsLeft = hop.token.claims.exp - at;
    return { tells: 'token-issued', endpoint: endpointOf(to), speaker, resource, secondsLeft };
  }
  const endpoint = endpointOf(from);
  const host = hostOf(cast, to);
  const resource = askedAudience(hop.request);
  if (hop.token === null) {
    const named = namedIdentity(before, hop.request, endpoint)?.name ?? null;
    const refusal = refusalOf(hop.response, named !== null);
    return { tells: 'token-refused', host, endpoint, status, refusal, resource, named };
  }
  const secondsLeft = hop.token.claims.exp - at;
  return { tells: 'token-handed', host, endpoint, resource, fromCache: hop.fromCache, secondsLeft };
}

function targetAnswer({ cast, from, about }: Passage, hop: ResponseHop): Story {
  const { status } = hop.response;
  const [target, kind] = from.kind === 'target' ? [from.name, from.target] : ['', null];
  const wanted = wantedBy(hop.request, kind);
  const speaker = about === null ? null : speakerOf(cast, about.claims);
  const { gates = [], pending = null } = hop.decision ?? {};
  const gate = gates.find(({ passed }) => !passed) ?? null;
  if (gate !== null || status >= 400) {
    const pendingUntil = pending === null ? null : pending.effectiveAt;
    return { tells: 'call-refused', target, wanted, status, gate, speaker, pendingUntil };
  }
  const granting = gates.find((passed) => passed.gate === 'role')?.found ?? '';
  return { tells: 'call-answered', target, wanted, status, speaker, role: roleAndScope(granting) };
}

/** The role gate finds `<role> at <scope>`. */
function roleAndScope(found: string): { readonly name: string; readonly at: string } | null {
  const [, name, scope] = /^(.*) at (\/.*)$/.exec(found) ?? [];
  return name === undefined || scope === undefined ? null : { name, at: scopeName(scope) };
}

function endpointOf({ kind }: Actor): Endpoint {
  return kind === 'identityEndpoint' ? 'identityEndpoint' : 'imds';
}

function hostOf({ hosts }: Cast, actor: Actor): CastHost {
  const host = 'hostId' in actor ? hosts.find(({ id }) => id === actor.hostId) : undefined;
  if (host === undefined) throw new Error(`${actor.id} is on no host.`);
  return host;
}
