import { isNotYetValid } from '#domain/entra/token-gates.ts';
import type { PresentedToken } from '#domain/entra/token.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import { guid } from '#domain/kernel/guid.ts';
import { messagingAction, messagingServices, readMessagingOperation } from '#domain/messaging/rules.ts';
import type { MessagingKind, MessagingOperation } from '#domain/messaging/rules.ts';
import * as wire from '#domain/messaging/wire.ts';
import type { MessagingFacts } from '#domain/messaging/wire.ts';
import type { Gate } from '#domain/rbac/access.ts';
import type { Draft } from '../draft.ts';
import { ordinal, ordinalKeys } from '../ordinals.ts';
import type { Rules } from '../rules.ts';
import type { CloudState } from '../state.ts';
import { authorize, byRoles } from './authorize.ts';
import type { TargetAnswer, TargetCall } from './target-call.ts';

/** Service Bus over HTTPS: sending and receiving by Azure roles. */
export function callServiceBus(draft: Draft, call: TargetCall, rules: Rules): TargetAnswer {
  return callMessaging('serviceBusNamespace', draft, call, rules);
}

/** Event Hubs over HTTPS: sending by Azure roles. */
export function callEventHubs(draft: Draft, call: TargetCall, rules: Rules): TargetAnswer {
  return callMessaging('eventHubsNamespace', draft, call, rules);
}

function callMessaging(kind: MessagingKind, draft: Draft, call: TargetCall, rules: Rules): TargetAnswer {
  const { state } = draft;
  const { from, target, request, uri, token } = call;
  const facts = messagingFacts(state, target.name);
  const operation = readMessagingOperation(kind, request.method, uri);
  const { audiences } = messagingServices[kind];
  const dataAction = operation === null ? null : messagingAction(kind, operation.kind);
  const byEntity =
    dataAction === null
      ? () => ({ gates: [], pending: null })
      : byRoles(state, { resource: target.id, dataAction }, rules);
  const authorization = authorize(state, { token, audiences, from, target: target.id }, byEntity, rules);
  const { decision } = authorization;
  if (!authorization.allowed) return { answer: refused(facts, authorization.gate, token, operation), decision };
  if (operation === null) return { answer: wire.operationUnknown(facts), decision: null };
  return { answer: operation.kind === 'send' ? wire.sent() : wire.nothingWaits(), decision };
}

function messagingFacts(state: CloudState, namespace: string): MessagingFacts {
  const time = String(ordinal(state, ordinalKeys.request()));
  return { namespace, trackingId: guid(state.seed, 'tracking', String(state.now), time), now: state.now };
}

function refused(
  facts: MessagingFacts,
  gate: Gate,
  token: PresentedToken,
  operation: MessagingOperation | null,
): SourcedResponse {
  switch (gate.gate) {
    case 'token':
      return token.kind === 'none' ? wire.tokenMissing(facts) : wire.claimEmptyOrInvalid(facts);
    case 'audience':
      return wire.wrongAudience(facts, gate.expected, gate.found);
    case 'lifetime':
      return isNotYetValid(token, facts.now) ? wire.claimEmptyOrInvalid(facts) : wire.tokenExpired(facts);
    case 'signature':
    case 'issuer':
      return wire.claimEmptyOrInvalid(facts);
    default:
      return operation === null ? wire.operationUnknown(facts) : wire.claimRequired(facts, operation);
  }
}
