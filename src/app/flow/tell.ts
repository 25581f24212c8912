import { errorIn } from '#domain/cloud/check.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { headerOf } from '#domain/http/message.ts';
import type { HttpRequest } from '#domain/http/message.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import type { CarriedToken, Hop } from '#domain/protocol/hops.ts';
import type { AccessDecision, Gate } from '#domain/rbac/access.ts';
import type { Actor, Cast, CastHost } from './cast.ts';
import {
  askedAudience,
  audienceName,
  formField,
  isProven,
  namedIdentity,
  scopeName,
  speakerByClient,
  speakerOf,
  wantedBy,
} from './reading.ts';
import { refusalOf } from './refusal.ts';
import type { Asker, Endpoint, Story } from './story.ts';
import { statusOnWire } from './wire.ts';

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
      endpoint: askerOf(from),
      host: 'hostId' in from ? hostOf(cast, from) : null,
      speaker: speakerByClient(before, cast, formField(hop.request, 'client_id')),
      resource: audienceName(before, wishedResource(hop.request)),
    };
  }
  const host = hostOf(cast, from);
  if (to.kind === 'target') {
    const wanted = wantedBy(hop.request, to.target);
    const by = from.kind === 'platform' ? 'platform' : 'application';
    const withKey = /^SharedKey /i.test(headerOf(hop.request.headers, 'Authorization') ?? '');
    return { tells: 'call-made', by, host, target: to.name, wanted, withToken: hop.token !== null, withKey };
  }
  const endpoint = endpointOf(to);
  const resource = askedAudience(before, hop.request);
  const named = namedIdentity(before, hop.request, endpoint);
  return { tells: 'token-asked', host, endpoint, resource, named, proven: isProven(hop.request, endpoint) };
}

function tokenAnswer({ before, cast, from, to, at }: Passage, hop: ResponseHop): Story {
  const { status } = hop.response;
  if (from.kind === 'entra') {
    const speaker = speakerByClient(before, cast, formField(hop.request, 'client_id'));
    const resource = audienceName(before, wishedResource(hop.request));
    if (hop.token === null) {
      return { tells: 'entra-refused', speaker, resource, status, refusal: refusalOf(hop.response, true) };
    }
    const secondsLeft = hop.token.claims.exp - at;
    const issuedTo = speaker.name === '' ? speakerOf(cast, hop.token.claims) : speaker;
    return { tells: 'token-issued', endpoint: askerOf(to), speaker: issuedTo, resource, secondsLeft };
  }
  const endpoint = endpointOf(from);
  const host = hostOf(cast, to);
  const resource = askedAudience(before, hop.request);
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
  const speaker = about === null ? null : speakerOf(cast, about.claims);
  const shown = statusOnWire(hop.request, hop.response);
  const asked = { target, wanted: wantedBy(hop.request, kind), status: shown, speaker };
  const { gates, pending } = hop.decision ?? undecided;
  const gate = gates.find(({ passed }) => !passed) ?? null;
  if (gate !== null || status >= 400) {
    const { code } = errorIn(hop.response.body);
    return { tells: 'call-refused', ...asked, gate, code, pendingUntil: pending === null ? null : pending.effectiveAt };
  }
  return { tells: 'call-answered', ...asked, ...grantedBy(gates) };
}

const undecided: Pick<AccessDecision, 'gates' | 'pending'> = { gates: [], pending: null };

/** The last gate that let it through, and the role that one of them found. */
function grantedBy(gates: readonly Gate[]) {
  const found = gates.find(({ gate }) => gate === 'role')?.found ?? '';
  return { gate: gates.at(-1)?.gate ?? null, role: roleAndScope(found) };
}

/** The role gate finds `<role> at <scope>`. */
function roleAndScope(found: string): { readonly name: string; readonly at: string | null } | null {
  const [, name, scope] = /^(.*) at (\/.*)$/.exec(found) ?? [];
  return name === undefined || scope === undefined ? null : { name, at: scopeName(scope) };
}

/** What Microsoft Entra ID is asked for: a resource, or a scope of it. */
function wishedResource(request: HttpRequest): string {
  return formField(request, 'resource') || formField(request, 'scope').replace(/\/\.default$/, '');
}

function askerOf({ kind }: Actor): Asker {
  return kind === 'platform' || kind === 'application' || kind === 'identityEndpoint' ? kind : 'imds';
}

function endpointOf({ kind }: Actor): Endpoint {
  return kind === 'identityEndpoint' ? 'identityEndpoint' : 'imds';
}

function hostOf({ hosts }: Cast, actor: Actor): CastHost {
  const host = 'hostId' in actor ? hosts.find(({ id }) => id === actor.hostId) : undefined;
  if (host === undefined) throw new Error(`${actor.id} is on no host.`);
  return host;
}
