import { findPrincipal } from '#domain/entra/state.ts';
import { tokenReference } from '#domain/entra/token.ts';
import type { PresentedToken } from '#domain/entra/token.ts';
import type { CloudEvent } from '#domain/cloud/event.ts';
import { askForToken } from '#domain/cloud/requests.ts';
import type { HttpRequest } from '#domain/http/message.ts';
import { issuedTokens } from '#domain/script/tokens.ts';
import { readJson } from '#domain/kernel/json.ts';
import type { Json } from '#domain/kernel/json.ts';
import { lastAnswer } from '../refusal.ts';
import type { Context, Next, Outcome } from '../reply.ts';

/** Whether the terminal acts for a principal of the directory, whose rights Azure checks; the learner may do everything. */
export function isPrincipal({ caller }: Context): boolean {
  return caller.principalId !== undefined;
}

/** Gets the caller's token: of a managed identity from the endpoint of its host, of a user from Microsoft Entra ID. */
export function tokenStep(context: Context, resource: string): Next {
  return (state) => {
    const { at, caller } = context;
    const identity = findPrincipal(state.entra, state.tenantId, caller.principalId ?? '');
    if (at.kind === 'host' && identity !== undefined) {
      return askForToken(state, at, { resource, selector: { by: 'clientId', value: identity.appId } });
    }
    return { type: 'RequestUserToken', resource };
  };
}

/** The token that the events brought; none where there is none. */
export function tokenIn(context: Context, events: readonly CloudEvent[]): PresentedToken {
  const given = events.findLast((event) => event.type === 'ResponseReturned' && event.tokenId !== null);
  const tokenId = given?.type === 'ResponseReturned' ? given.tokenId : null;
  const issued = issuedTokens([...context.past, ...events]);
  const held = tokenId === null ? [...issued.values()].at(-1) : issued.get(tokenId);
  return held === undefined ? { kind: 'none' } : { kind: 'jwt', claims: held.claims, signature: 'valid' };
}

/** A call of a target with the caller's own token. */
export function callWithToken(
  context: Context,
  resource: string,
  request: (authorization: string) => HttpRequest,
): readonly Next[] {
  return [
    tokenStep(context, resource),
    (_state, events) => {
      const token = tokenIn(context, events);
      const authorization = token.kind === 'jwt' ? `Bearer ${tokenReference(token.claims.uti)}` : '';
      return { type: 'CallTarget', from: context.at, request: request(authorization), token };
    },
  ];
}

/** The last answer read as JSON. */
export function answeredJson({ events }: Outcome): Json | undefined {
  return readJson(lastAnswer(events)?.body ?? '');
}
