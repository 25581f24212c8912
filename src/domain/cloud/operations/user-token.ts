import type { User } from '#domain/entra/state.ts';
import * as wire from '#domain/entra/wire.ts';
import type { Actor } from '#domain/protocol/actor.ts';
import type { Caller, CommandOf } from '../command.ts';
import { usersOf } from '../directory.ts';
import type { Draft } from '../draft.ts';
import type { CloudState } from '../state.ts';
import { issueToUser, refusalAnswer, requestNumber } from './issue.ts';

/**
 * The caller's own token, as the Azure CLI gets it. Each request asks Entra ID anew: what the CLI keeps for an hour
 * is not simulated, so that a new token shows the groups of now.
 */
export function requestUserToken(draft: Draft, { resource }: CommandOf<'RequestUserToken'>): void {
  const { tenantId, now } = draft.state;
  const application: Actor = { kind: 'application', origin: { kind: 'laptop' } };
  const entra: Actor = { kind: 'entra', tenantId };
  const request = wire.refreshRequest(tenantId, resource);
  draft.emit({ type: 'RequestSent', from: application, to: entra, request, tokenId: null });
  const number = requestNumber(draft.state);
  const user = signedIn(draft.state, draft.caller);
  const issued =
    user === undefined
      ? ({ kind: 'refused', error: wire.userNotFound(tenantId) } as const)
      : issueToUser(draft, user, resource);
  const { response, source } =
    issued.kind === 'issued'
      ? wire.tokenResponseV2(issued.claims, now)
      : refusalAnswer(draft.state, issued.error, number);
  draft.emit({
    type: 'ResponseReturned',
    from: entra,
    to: application,
    response,
    source,
    tokenId: issued.kind === 'issued' ? issued.claims.uti : null,
    fromCache: false,
    decision: null,
  });
}

/** The user behind a caller: the learner where it names nobody. Identities that are no people do not sign in here. */
function signedIn(state: CloudState, { principalId }: Caller): User | undefined {
  const users = usersOf(state);
  return principalId === undefined ? users[0] : users.find(({ id }) => id === principalId);
}
