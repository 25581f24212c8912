import * as dictionary from '#domain/kernel/dictionary.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import type { PrincipalId, ResourceId } from '#domain/kernel/brand.ts';
import { restRequest } from '#domain/rest/print.ts';
import type { Command } from '../command.ts';
import { findAnyPrincipal } from '../directory.ts';
import type { Draft } from '../draft.ts';
import { armUrl } from '#domain/arm/address.ts';
import { answer } from '../operations/answer.ts';
import { ownClaims } from '../own-token.ts';
import type { Rules } from '../rules.ts';
import type { CloudState } from '../state.ts';
import { refusedByService } from './data-call.ts';
import type { Demanded, ManagementDemand } from './demand.ts';
import { demandedBy } from './demands.ts';
import { locksInTheWay } from './locks.ts';
import { armAudience, askedPrincipal, permitsClaims } from './permits.ts';
import * as wire from './wire.ts';

export { permits } from './permits.ts';

/**
 * What Azure asks before it acts: may this caller do this there, and does a lock forbid it? True where nothing
 * forbids; else the refusal has been recorded as the answer, and nothing was changed.
 */
export function isPermitted(draft: Draft, command: Command, rules: Rules): boolean {
  const principalId = askedPrincipal(draft.state, draft.caller);
  // The learner may do everything, and only a lock would be in the way.
  if (principalId === undefined && dictionary.size(draft.state.arm.locks) === 0) return true;
  const demanded = demandedBy(draft.state, command);
  switch (demanded.kind) {
    case 'nothing':
      return true;
    case 'directory':
      return principalId === undefined || refuse(draft, command, wire.graphRequestDenied());
    case 'data': {
      const refused = principalId === undefined ? null : refusedByService(draft, command, principalId, rules);
      if (refused === null) return true;
      answer(draft, refused.request.method, refused.request.url, refused.answer);
      return false;
    }
    case 'management': {
      const refusal =
        (principalId === undefined ? null : unauthorized(draft.state, principalId, demanded, rules)) ??
        locked(draft.state, demanded);
      return refusal === null || refuse(draft, command, refusal, demanded.operations[0]?.scope);
    }
  }
}

type Management = Extract<Demanded, { kind: 'management' }>;

/** Azure RBAC comes before locks: who may not do a thing is not told that it is locked (unconfirmed order). */
function unauthorized(
  state: CloudState,
  principalId: PrincipalId,
  { operations, linked }: Management,
  rules: Rules,
): SourcedResponse | null {
  const claims = ownClaims(state, principalId, armAudience);
  const may = ({ action, scope, attributes = {} }: Omit<ManagementDemand, 'lock'>) =>
    permitsClaims(state, claims, { plane: 'control', action, resource: scope, attributes }, rules);
  const caller = { name: findAnyPrincipal(state, principalId)?.principalName ?? principalId, objectId: principalId };
  const missing = operations.find((operation) => !may(operation));
  if (missing !== undefined) return wire.authorizationFailed(caller, missing);
  const unassignable = linked.filter((scope) => !may({ action: wire.assignAction, scope }));
  const [first] = operations;
  return first === undefined || unassignable.length === 0
    ? null
    : wire.linkedAuthorizationFailed(caller, first, unassignable);
}

/** Locks bind everybody, owners too. */
function locked({ arm }: CloudState, { operations }: Management): SourcedResponse | null {
  for (const { scope, lock } of operations) {
    if (lock === null) continue;
    const at = lock.scope ?? scope;
    const locks = locksInTheWay(arm, lock.operation, at, lock.scope === undefined ? 'scope' : 'part');
    const scopes = [...new Set(locks.map((each) => each.scope))];
    if (scopes.length > 0) return wire.scopeLocked(at, lock.operation, scopes);
  }
  return null;
}

/** Records a refusal under the request that the command is. */
function refuse(draft: Draft, command: Command, refusal: SourcedResponse, scope = '' as ResourceId): false {
  const request = restRequest(draft.state, command);
  if (request === null) answer(draft, 'PUT', armUrl(scope, '2021-04-01'), refusal);
  else answer(draft, request.method, request.url, refusal);
  return false;
}
