import { isHost } from '#domain/arm/kinds.ts';
import type { Host } from '#domain/arm/resource.ts';
import { findResource } from '#domain/arm/state.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import type { TokenId } from '#domain/kernel/brand.ts';
import type { Uri } from '#domain/kernel/uri.ts';
import type { Actor, Origin } from '#domain/protocol/actor.ts';
import type { ConnectionFailure } from '#domain/protocol/exchange.ts';
import type { CommandOf } from '../../command.ts';
import type { Draft } from '../../draft.ts';
import type { Rules } from '../../rules.ts';
import type { CloudState } from '../../state.ts';

/** One kind of service that code asks for tokens. */
export interface Endpoint {
  /** Whether the address is this service's, wherever the request comes from. */
  readonly isAt: (uri: Uri) => boolean;
  /** What a request to that address meets from where it is sent. */
  readonly reach: (state: CloudState, command: CommandOf<'RequestToken'>, uri: Uri) => Reached;
}

export type Reached =
  | {
      readonly kind: 'service';
      readonly actor: Actor;
      /** Answers the request; what it asks of others is recorded on the way. */
      readonly respond: (draft: Draft, rules: Rules) => EndpointAnswer;
    }
  | {
      readonly kind: 'nothing';
      /** Whom the request was meant for, so that it can be drawn. */
      readonly meant: Actor;
      readonly reason: ConnectionFailure;
    };

export interface EndpointAnswer {
  readonly answer: SourcedResponse;
  /** The token that the answer holds, or null. */
  readonly tokenId: TokenId | null;
  readonly fromCache: boolean;
}

/** An answer without a token. */
export function withoutToken(answer: SourcedResponse): EndpointAnswer {
  return { answer, tokenId: null, fromCache: false };
}

/** An address that no service of this cloud is at, as seen from where the request is sent. */
export function nowhere(host: string): Reached {
  return { kind: 'nothing', meant: { kind: 'target', host, resourceId: null }, reason: 'unreachable' };
}

/** The host whose code sends, or null where it is none, or is no longer there. */
export function callingHost(state: CloudState, from: Origin): Host | null {
  if (from.kind !== 'host') return null;
  const resource = findResource(state.arm, from.resourceId);
  return resource !== undefined && isHost(resource) ? resource : null;
}
