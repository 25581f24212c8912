import type { Caller } from '#domain/cloud/command.ts';
import { decide } from '#domain/cloud/decide.ts';
import type { CloudEvent } from '#domain/cloud/event.ts';
import { fold } from '#domain/cloud/evolve.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { headerOf } from '#domain/http/message.ts';
import type { HttpResponse } from '#domain/http/message.ts';
import type { TokenId } from '#domain/kernel/brand.ts';
import type { ConnectionFailure } from '#domain/protocol/exchange.ts';
import type { Attempt } from './credentials.ts';
import { waitsAfter } from './retries.ts';
import type { RetryQuestion } from './retries.ts';

/** What a credential got back. */
export type Reply =
  | { readonly kind: 'answered'; readonly response: HttpResponse; readonly tokenId: TokenId | null }
  | { readonly kind: 'unreached'; readonly reason: ConnectionFailure };

/** The requests of one run: each is decided in the world as the ones before left it, which itself stays as it was. */
export interface Session {
  readonly state: CloudState;
  /** Sends once. */
  readonly send: (command: Attempt['command'], how?: { readonly by?: Caller; readonly timeout?: number }) => Reply;
  /** Sends, and again after each wait for as long as the answer says so. */
  readonly sendPatiently: (command: Attempt['command'], retries: Pick<RetryQuestion, 'client' | 'endpoint'>) => Reply;
  /** What was sent since this was asked last. */
  readonly takeAttempts: () => readonly Attempt[];
}

/** A session over a copy of the world: what the chain sends is decided, and nothing of it is kept. */
export function openSession(start: CloudState): Session {
  let state = start;
  let attempts: Attempt[] = [];
  const sendAfter = (after: number, command: Attempt['command'], by?: Caller, timeout: number | null = null): Reply => {
    const events = decide(state, command, by);
    state = fold(state, events);
    attempts.push({ command, after, timeout });
    return replyIn(events);
  };
  return {
    get state() {
      return state;
    },
    send: (command, { by, timeout } = {}) => sendAfter(0, command, by, timeout),
    sendPatiently(command, retries) {
      let reply = sendAfter(0, command);
      for (let count = 0; reply.kind === 'answered'; count += 1) {
        const { status, headers } = reply.response;
        const retryAfter = secondsOf(headerOf(headers, 'Retry-After'));
        const wait = waitsAfter({ ...retries, status, retryAfter })[count];
        if (wait === undefined) break;
        reply = sendAfter(wait, command);
      }
      return reply;
    },
    takeAttempts() {
      const taken = attempts;
      attempts = [];
      return taken;
    },
  };
}

function secondsOf(header: string | null): number | null {
  return header !== null && /^\d+$/.test(header) ? Number(header) : null;
}

/** The last thing that came back to whoever asked. */
function replyIn(events: readonly CloudEvent[]): Reply {
  const last = events.findLast(({ type }) => type === 'ResponseReturned' || type === 'ConnectionFailed');
  if (last?.type === 'ResponseReturned') {
    return { kind: 'answered', response: last.response, tokenId: last.tokenId };
  }
  return { kind: 'unreached', reason: last?.type === 'ConnectionFailed' ? last.reason : 'unreachable' };
}
