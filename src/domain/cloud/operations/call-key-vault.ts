import type { SourcedResponse } from '#domain/http/message.ts';
import { getSecretAction, keyVaultAudiences, readSecretOperation } from '#domain/keyvault/rules.ts';
import { isNotYetValid } from '#domain/entra/token-gates.ts';
import type { PresentedToken } from '#domain/entra/token.ts';
import { findSecret } from '#domain/keyvault/state.ts';
import * as wire from '#domain/keyvault/wire.ts';
import type { VaultFacts } from '#domain/keyvault/wire.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import type { Gate } from '#domain/rbac/access.ts';
import type { Draft } from '../draft.ts';
import type { Rules } from '../rules.ts';
import { authorize, byRoles } from './authorize.ts';
import type { TargetAnswer, TargetCall } from './target-call.ts';

/** The data plane of a vault in the RBAC permission model (facts: tokens §7.1). */
export function callKeyVault(draft: Draft, call: TargetCall, rules: Rules): TargetAnswer {
  const { state } = draft;
  const { from, target, request, uri, token } = call;
  const { id, name, location } = target;
  const vault: VaultFacts = { id, name, location, tenantId: state.tenantId };
  const operation = readSecretOperation(request.method, uri);
  const question = { token, audiences: keyVaultAudiences, from, target: id };
  const roles = byRoles(state, { resource: id, dataAction: getSecretAction }, rules);
  const authorization = authorize(state, question, roles);
  const { decision } = authorization;
  if (!authorization.allowed && authorization.claims === null) {
    return { answer: tokenRefused(vault, authorization.gate, token, state.now), decision };
  }
  if (operation.kind === 'unknown') return { answer: wire.operationUnknown(vault), decision: null };
  if (!authorization.allowed && authorization.claims !== null) {
    const answer = wire.forbiddenByRbac(vault, authorization.claims, getSecretAction, operation.name);
    return { answer, decision };
  }
  const secret = findSecret(state.keyVault, id, operation.name);
  const { version } = operation;
  const isFound = secret !== undefined && (version === null || version === secret.version);
  const answer = isFound ? wire.secretAnswer(vault, secret) : wire.secretNotFound(vault, operation.name);
  return { answer, decision };
}

function tokenRefused(vault: VaultFacts, gate: Gate, token: PresentedToken, now: Instant): SourcedResponse {
  switch (gate.gate) {
    case 'token':
      return token.kind === 'none' ? wire.tokenMissing(vault) : wire.tokenUnreadable(vault);
    case 'signature':
      return gate.found === 'unknown' ? wire.keyUnknown(vault) : wire.signatureBroken(vault);
    case 'issuer':
      return wire.wrongIssuer(vault, gate.expected, gate.found);
    case 'audience':
      return wire.wrongAudience(vault, gate.found);
    case 'lifetime':
      return isNotYetValid(token, now) ? wire.tokenNotYetValid(vault) : wire.tokenExpired(vault);
    default:
      return wire.tokenUnreadable(vault);
  }
}
