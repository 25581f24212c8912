import type { Instant } from '#domain/kernel/instant.ts';
import type { ConnectionFailure } from '#domain/protocol/exchange.ts';
import type { Gate, GateName } from '#domain/rbac/access.ts';
import type { CastHost, CastPrincipal } from './cast.ts';
import type { Refusal } from './refusal.ts';

/** What a host is given its tokens by. */
export type Endpoint = 'imds' | 'identityEndpoint';

/** Who asks Microsoft Entra ID or a target: an endpoint for an identity, the platform of an app, or code itself. */
export type Asker = Endpoint | 'platform' | 'application';

/** The identity in whose name a token is asked or presented; `of` is null for one that nobody knows. */
export interface Speaker {
  readonly name: string;
  readonly of: CastPrincipal['of'] | null;
  /** Its service principal is deleted. */
  readonly gone: boolean;
}

/** What a call asks of its target. */
export type Wanted = { readonly kind: 'secret' | 'blob'; readonly name: string } | { readonly kind: 'unknown' };

/** What happens in a step, as names and reasons: the words are the interface's. */
export type Story =
  | {
      readonly tells: 'token-asked';
      readonly host: CastHost;
      readonly endpoint: Endpoint;
      readonly resource: string;
      /** The identity that the request names, by one of its three ids. */
      readonly named: { readonly name: string; readonly by: 'clientId' | 'principalId' | 'resourceId' } | null;
      /** Whether it carries what proves that code on the host is asking. */
      readonly proven: boolean;
    }
  | {
      readonly tells: 'entra-asked';
      readonly endpoint: Asker;
      readonly host: CastHost | null;
      readonly speaker: Speaker;
      readonly resource: string;
    }
  | {
      readonly tells: 'token-issued';
      readonly endpoint: Asker;
      readonly speaker: Speaker;
      readonly resource: string;
      readonly secondsLeft: number;
    }
  | {
      readonly tells: 'entra-refused';
      readonly speaker: Speaker;
      readonly resource: string;
      readonly status: number;
      readonly refusal: Refusal;
    }
  | {
      readonly tells: 'token-handed';
      readonly host: CastHost;
      readonly endpoint: Endpoint;
      readonly resource: string;
      readonly fromCache: boolean;
      readonly secondsLeft: number;
    }
  | {
      readonly tells: 'token-refused';
      readonly host: CastHost;
      readonly endpoint: Endpoint;
      readonly status: number;
      readonly refusal: Refusal;
      readonly resource: string;
      readonly named: string | null;
    }
  | {
      readonly tells: 'call-made';
      readonly by: 'platform' | 'application';
      readonly host: CastHost;
      readonly target: string;
      readonly wanted: Wanted;
      readonly withToken: boolean;
      /** A storage account's key takes the token's place. */
      readonly withKey: boolean;
    }
  | {
      readonly tells: 'call-answered';
      readonly target: string;
      readonly wanted: Wanted;
      /** Null where the protocol has none. */
      readonly status: number | null;
      readonly speaker: Speaker | null;
      /** The last gate that was passed; null where access was not the question. */
      readonly gate: GateName | null;
      /** The role that allowed it, and where it is assigned; null for the whole subscription. */
      readonly role: { readonly name: string; readonly at: string | null } | null;
    }
  | {
      readonly tells: 'call-refused';
      readonly target: string;
      readonly wanted: Wanted;
      /** Null where the protocol has none. */
      readonly status: number | null;
      /** The gate that refused; null where access was not the question. */
      readonly gate: Gate | null;
      readonly speaker: Speaker | null;
      /** The code of the answer, where it has one. */
      readonly code: string;
      /** When a grant that was made already takes effect. */
      readonly pendingUntil: Instant | null;
    }
  | {
      readonly tells: 'not-reached';
      readonly host: CastHost;
      readonly to: string;
      readonly reason: ConnectionFailure;
    }
  | { readonly tells: 'time-passed'; readonly from: Instant; readonly to: Instant };
