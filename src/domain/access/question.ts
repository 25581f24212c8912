import { isHost } from '#domain/arm/kinds.ts';
import { findResource } from '#domain/arm/state.ts';
import { owner } from '#domain/cloud/command.ts';
import { act } from '#domain/cloud/decide.ts';
import type { CloudEvent } from '#domain/cloud/event.ts';
import { ownClaims } from '#domain/cloud/own-token.ts';
import { askForToken } from '#domain/cloud/requests.ts';
import { azureRules } from '#domain/cloud/rules.ts';
import type { Rules } from '#domain/cloud/rules.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { PresentedToken, TokenClaims } from '#domain/entra/token.ts';
import type { HttpRequest, HttpResponse } from '#domain/http/message.ts';
import type { PrincipalId } from '#domain/kernel/brand.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import type { IdentitySelector } from '#domain/managedidentity/selection.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import type { ConnectionFailure } from '#domain/protocol/exchange.ts';
import type { AccessDecision } from '#domain/rbac/access.ts';
import { checkRoles } from '#domain/rbac/rules.ts';
import type { Demand } from '#domain/rbac/rules.ts';
import { assertionOf, audienceOf, withToken } from './request.ts';

/** Who asks. */
export type Asker =
  /** Code there, which asks its endpoint for a token first; for the target's own audience where none is named. */
  | {
      readonly kind: 'origin';
      readonly from: Origin;
      readonly selector: IdentitySelector | null;
      readonly audience?: string;
    }
  /** A principal with a new token, from somebody's own machine where nothing is said. */
  | { readonly kind: 'principal'; readonly principalId: PrincipalId; readonly from?: Origin }
  | { readonly kind: 'token'; readonly token: PresentedToken; readonly from: Origin };

/** Would this call be allowed? */
export interface AccessQuestion {
  readonly who: Asker;
  /** The call, without its token. */
  readonly request: HttpRequest;
}

/** What came of asking: the engine's own answers. */
export interface Trial {
  /** Where it ended; `target` also where the call was allowed. */
  readonly reached: 'tokenEndpoint' | 'target';
  readonly answer: HttpResponse | null;
  readonly failure: ConnectionFailure | null;
  readonly decision: AccessDecision | null;
  /** What was presented; null where no token was. */
  readonly claims: TokenClaims | null;
  /** What Azure RBAC was asked and refused, or else was asked last; null where it was not asked. */
  readonly demand: Demand | null;
  /** Whether the target let the call in; what it then did with it is another matter. */
  readonly allowed: boolean;
}

/** Asks the engine: nothing of it is recorded, and no second engine decides. */
export function ask(state: CloudState, { who, request }: AccessQuestion, rules: Rules = azureRules): Trial {
  switch (who.kind) {
    case 'token':
      return call(state, who.from, request, who.token, rules);
    case 'principal': {
      const claims = ownClaims(state, who.principalId, audienceOf(state, request) ?? '');
      return call(state, who.from ?? { kind: 'laptop' }, request, good(claims), rules);
    }
    case 'origin': {
      const { state: after, claims, reply } = askEndpoint(state, who, request, rules);
      return claims === null ? unanswered(reply, 'tokenEndpoint') : call(after, who.from, request, good(claims), rules);
    }
  }
}

function good(claims: TokenClaims): PresentedToken {
  return { kind: 'jwt', claims, signature: 'valid' };
}

/** Gets a token as code there gets one. */
function askEndpoint(
  state: CloudState,
  { from, selector, audience }: Extract<Asker, { kind: 'origin' }>,
  request: HttpRequest,
  rules: Rules,
) {
  const resource = audience ?? audienceOf(state, request) ?? '';
  const wish = askForToken(state, from, { resource, selector });
  const assertion = assertionOf(state, from);
  const asked = act(state, assertion === null ? wish : { ...wish, assertion }, owner, rules);
  const reply = replyIn(asked.events);
  const tokenId = reply?.type === 'ResponseReturned' ? reply.tokenId : null;
  const issued = tokenId === null ? undefined : dictionary.get(asked.state.tokens.live, tokenId);
  return { state: asked.state, claims: issued?.claims ?? null, reply };
}

function call(state: CloudState, from: Origin, request: HttpRequest, token: PresentedToken, rules: Rules): Trial {
  const heard: Demand[] = [];
  // Rules that listen: what the target asks of Azure RBAC is said nowhere else.
  const listening: Rules = {
    ...rules,
    planeOf: (asked) => {
      heard.push(asked);
      return rules.planeOf(asked);
    },
  };
  const command = { type: 'CallTarget', from, request: withToken(request, token), token } as const;
  const { events } = act(state, command, owner, listening);
  const reply = replyIn(events);
  const claims = token.kind === 'jwt' ? token.claims : null;
  const decision = reply?.type === 'ResponseReturned' ? reply.decision : null;
  const status = reply?.type === 'ResponseReturned' ? reply.response.status : 0;
  const allowed = decision?.allowed ?? (status >= 200 && status < 400);
  const demand = claims === null ? null : refusedOf(state, heard, claims, rules);
  return { ...unanswered(reply, 'target'), decision, claims, demand, allowed };
}

/** A call may be several operations, such as that on a host and that on an identity: the one that was refused counts. */
function refusedOf(state: CloudState, heard: readonly Demand[], claims: TokenClaims, rules: Rules): Demand | null {
  const asking = { claims, now: state.now };
  const refused = heard.find((demand) =>
    checkRoles(state.rbac, demand, asking, rules).gates.some(({ passed }) => !passed),
  );
  return refused ?? heard.at(-1) ?? null;
}

type Reply = Extract<CloudEvent, { type: 'ResponseReturned' | 'ConnectionFailed' }>;

function unanswered(reply: Reply | undefined, reached: Trial['reached']): Trial {
  return {
    reached,
    answer: reply?.type === 'ResponseReturned' ? reply.response : null,
    failure: reply?.type === 'ConnectionFailed' ? reply.reason : null,
    decision: null,
    claims: null,
    demand: null,
    allowed: false,
  };
}

function replyIn(events: readonly CloudEvent[]): Reply | undefined {
  return events.findLast(
    (event): event is Reply =>
      event.type === 'ConnectionFailed' || (event.type === 'ResponseReturned' && event.to.kind === 'application'),
  );
}

/** The host that an origin is, where it is one. */
export function hostOf(state: CloudState, from: Origin) {
  const resource = from.kind === 'host' ? findResource(state.arm, from.resourceId) : undefined;
  return resource !== undefined && isHost(resource) ? resource : null;
}
