import type { HttpRequest, SourcedResponse, WireSource } from '#domain/http/message.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { toIso } from '#domain/kernel/instant.ts';
import { messagingSuffix } from './rules.ts';
import type { MessagingOperation } from './rules.ts';

/** Sends a message to a queue, a topic or an event hub (docs: Send Message). */
export function sendMessageRequest(
  namespace: string,
  entity: string,
  text: string,
  authorization: string | null,
): HttpRequest {
  return {
    method: 'POST',
    url: `https://${namespace}${messagingSuffix}/${entity}/messages`,
    headers: authorization === null ? [] : [['Authorization', authorization]],
    body: text,
  };
}

/** What refusals print of a call. */
export interface MessagingFacts {
  readonly namespace: string;
  readonly trackingId: string;
  readonly now: Instant;
}

function failure(status: number, detail: string, facts: MessagingFacts, source: WireSource): SourcedResponse {
  const system = `${facts.namespace}${messagingSuffix}`;
  const trace = `TrackingId:${facts.trackingId}, SystemTracker:${system}, Timestamp:${toIso(facts.now).replace('Z', '')}`;
  return {
    response: {
      status,
      headers: [['Content-Type', 'application/xml; charset=utf-8']],
      body: `<Error><Code>${status}</Code><Detail>${detail} ${trace}</Detail></Error>`,
    },
    source,
  };
}

/** azure-sdk-for-net#20485 shows the first words; how they are wrapped is not confirmed. */
export function claimEmptyOrInvalid(facts: MessagingFacts): SourcedResponse {
  return failure(401, 'claim is empty or token is invalid.', facts, 'unconfirmed');
}

export function tokenMissing(facts: MessagingFacts): SourcedResponse {
  return failure(401, 'MissingToken: The authorization header was not found.', facts, 'unconfirmed');
}

export function wrongAudience(facts: MessagingFacts, expected: string, found: string): SourcedResponse {
  const detail = `InvalidAudience: The audience of the token is ${found}, and not ${expected}.`;
  return failure(401, detail, facts, 'unconfirmed');
}

export function tokenExpired(facts: MessagingFacts): SourcedResponse {
  return failure(401, 'ExpiredToken: The token is expired.', facts, 'unconfirmed');
}

/** The words name the claim of the older access signatures; seen over AMQP (azure-sdk-for-net#11619), not over HTTPS. */
export function claimRequired(facts: MessagingFacts, { kind, entity }: MessagingOperation): SourcedResponse {
  const claim = kind === 'send' ? 'Send' : 'Listen';
  const resource = `sb://${facts.namespace}${messagingSuffix}/${entity}`;
  const detail = `Unauthorized access. '${claim}' claim(s) are required to perform this operation. Resource: '${resource}'.`;
  return failure(403, detail, facts, 'unconfirmed');
}

export function operationUnknown(facts: MessagingFacts): SourcedResponse {
  const detail = 'This simulator sends to an entity, and receives from a queue or a subscription of Service Bus.';
  return failure(404, detail, facts, 'unconfirmed');
}

/** 201 of a message that was taken in (docs: Send Message). */
export function sent(): SourcedResponse {
  return { response: { status: 201, headers: [], body: '' }, source: 'docs' };
}

/** 204: nothing waits, for what is sent is not kept (docs: Receive and Delete Message). */
export function nothingWaits(): SourcedResponse {
  return { response: { status: 204, headers: [], body: '' }, source: 'docs' };
}
