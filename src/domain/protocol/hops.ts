import type { CloudEvent } from '#domain/cloud/event.ts';
import type { TokenClaims, TokenHeader } from '#domain/entra/token.ts';
import type { HttpRequest, HttpResponse, WireSource } from '#domain/http/message.ts';
import type { TokenId } from '#domain/kernel/brand.ts';
import { invariant } from '#domain/kernel/invariant.ts';
import type { AccessDecision } from '#domain/rbac/access.ts';
import type { Actor } from './actor.ts';
import type { ConnectionFailure } from './exchange.ts';

/** A token as a message carries it: what `edge/tokens` signs and a screen decodes. */
export interface CarriedToken {
  readonly header: TokenHeader;
  readonly claims: TokenClaims;
}

/** One message between two actors, in the order in which they happened: out, out, back, back. */
export type Hop =
  | {
      readonly kind: 'request';
      readonly from: Actor;
      readonly to: Actor;
      readonly request: HttpRequest;
      readonly token: CarriedToken | null;
    }
  | {
      readonly kind: 'response';
      readonly from: Actor;
      readonly to: Actor;
      readonly request: HttpRequest;
      readonly response: HttpResponse;
      readonly source: WireSource;
      readonly token: CarriedToken | null;
      /** True for a token that the endpoint had kept: Entra ID was not asked. */
      readonly fromCache: boolean;
      /** How a target decided; null for an answer that decides nothing. */
      readonly decision: AccessDecision | null;
    }
  | {
      readonly kind: 'failure';
      readonly from: Actor;
      readonly to: Actor;
      readonly request: HttpRequest;
      readonly reason: ConnectionFailure;
    };

/** Finds a token that earlier events issued. */
export type TokenLookup = (tokenId: TokenId) => CarriedToken | null;

/** Reads the messages out of events. `earlier` finds tokens issued before them; those among them are found anyway. */
export function hops(events: readonly CloudEvent[], earlier: TokenLookup = () => null): readonly Hop[] {
  const issued = new Map<TokenId, CarriedToken>();
  const open: HttpRequest[] = [];
  const found: Hop[] = [];
  const carried = (id: TokenId | null) => (id === null ? null : (issued.get(id) ?? earlier(id)));
  for (const event of events) {
    switch (event.type) {
      case 'TokenIssued':
        issued.set(event.tokenId, { header: event.header, claims: event.claims });
        break;
      case 'RequestSent': {
        const { from, to, request, tokenId } = event;
        open.push(request);
        found.push({ kind: 'request', from, to, request, token: carried(tokenId) });
        break;
      }
      case 'ResponseReturned': {
        const { type: _, tokenId, ...response } = event;
        const request = closed(open);
        found.push({ kind: 'response', ...response, request, token: carried(tokenId) });
        break;
      }
      case 'ConnectionFailed': {
        const { from, to, reason } = event;
        found.push({ kind: 'failure', from, to, reason, request: closed(open) });
        break;
      }
      default:
    }
  }
  return found;
}

function closed(open: HttpRequest[]): HttpRequest {
  const request = open.pop();
  invariant(request !== undefined, 'an answer without a request');
  return request;
}
