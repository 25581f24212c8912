import type { HttpMethod, HttpRequest, HttpResponse, WireSource } from '#domain/http/message.ts';
import type { TokenId } from '#domain/kernel/brand.ts';
import type { AccessDecision } from '#domain/rbac/access.ts';
import type { Actor } from './actor.ts';

export type ConnectionFailure =
  /** The address is link-local: from here it leads nowhere. */
  | 'unreachable'
  | 'nameNotResolved'
  /** `IDENTITY_ENDPOINT` is not set: the app has no identity. */
  | 'endpointNotSet'
  /** The machine is stopped: no code on it asks or calls. */
  | 'notRunning'
  /** The host or cluster that the code ran on is no longer there. */
  | 'originGone';

/** What passes between two actors. Answers close the requests in the reverse order of their sending. */
export type ExchangeEvent =
  | {
      readonly type: 'RequestSent';
      readonly from: Actor;
      readonly to: Actor;
      readonly request: HttpRequest;
      /** The token that the request presents, where the world issued it. */
      readonly tokenId: TokenId | null;
    }
  | {
      readonly type: 'ResponseReturned';
      readonly from: Actor;
      readonly to: Actor;
      readonly response: HttpResponse;
      readonly source: WireSource;
      readonly tokenId: TokenId | null;
      readonly fromCache: boolean;
      readonly decision: AccessDecision | null;
    }
  | {
      readonly type: 'ConnectionFailed';
      readonly from: Actor;
      readonly to: Actor;
      readonly reason: ConnectionFailure;
    }
  /** What Azure's management or data plane answered to a caller's own command. */
  | {
      readonly type: 'ManagementAnswered';
      readonly method: HttpMethod;
      readonly url: string;
      readonly response: HttpResponse;
      readonly source: WireSource;
    };
