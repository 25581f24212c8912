import { isNotYetValid } from '#domain/entra/token-gates.ts';
import { tokenHeader } from '#domain/entra/issue-token.ts';
import type { PresentedToken, TokenClaims } from '#domain/entra/token.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { readJson } from '#domain/kernel/json.ts';
import { keyVaultAudiences, policyGate, readSecretOperation, secretNeeds } from '#domain/keyvault/rules.ts';
import type { SecretOperation } from '#domain/keyvault/rules.ts';
import { vaultOf } from '#domain/keyvault/state.ts';
import * as wire from '#domain/keyvault/wire.ts';
import type { VaultFacts } from '#domain/keyvault/wire.ts';
import { firewallOf } from '#domain/network/state.ts';
import type { Gate } from '#domain/rbac/access.ts';
import type { Draft } from '../draft.ts';
import type { Rules } from '../rules.ts';
import type { CloudState } from '../state.ts';
import { authorize, byRoles } from './authorize.ts';
import type { Permission } from './authorize.ts';
import { performSecretOperation, vaultFacts } from './secrets.ts';
import type { TargetAnswer, TargetCall } from './target-call.ts';

/** The data plane of a vault, in either permission model (facts: tokens §7.1). */
export function callKeyVault(draft: Draft, call: TargetCall, rules: Rules): TargetAnswer {
  const { state } = draft;
  const { from, target, request, uri, token } = call;
  const { id } = target;
  const vault = vaultFacts(state, target, from, request);
  const operation = readSecretOperation(request.method, uri);
  const question = { token, audiences: keyVaultAudiences, from, target: id };
  const permission = (claims: TokenClaims) =>
    operation === null ? noGates : permit(state, id, operation, claims, rules);
  const authorization = authorize(state, question, permission, rules);
  const { decision } = authorization;
  if (!authorization.allowed) {
    const { gate, claims } = authorization;
    const answer =
      claims === null ? tokenRefused(vault, gate, token, state.now) : forbidden(state, vault, gate, claims, operation);
    return { answer, decision };
  }
  if (operation === null) return { answer: wire.operationUnknown(vault), decision: null };
  return { answer: performSecretOperation(draft, vault, operation, readJson(request.body)), decision };
}

const noGates: Permission = { gates: [], pending: null };

/** By Azure roles or by access policies, as the vault says. A changed policy counts at once (unconfirmed: facts, tokens §7.8). */
function permit(
  state: CloudState,
  vaultId: ResourceId,
  { kind, name }: SecretOperation,
  claims: TokenClaims,
  rules: Rules,
): Permission {
  const { settings } = vaultOf(state.keyVault, vaultId);
  const { action, permission } = secretNeeds[kind];
  if (settings.model === 'accessPolicies') {
    return { gates: [policyGate(settings, claims, permission)], pending: null };
  }
  const resource = name === '' ? vaultId : (`${vaultId}/secrets/${name}` as ResourceId);
  return byRoles(state, { resource, dataAction: action }, rules)(claims);
}

/** The token is good; the network, a policy or the roles refuse. */
function forbidden(
  { network }: CloudState,
  vault: VaultFacts,
  gate: Gate,
  claims: TokenClaims,
  operation: SecretOperation | null,
): SourcedResponse {
  if (gate.gate === 'network') {
    const { publicAccess } = firewallOf(network, vault.id);
    return publicAccess ? wire.forbiddenByFirewall(vault, claims) : wire.forbiddenByConnection(vault, claims);
  }
  if (operation === null) return wire.operationUnknown(vault);
  const { action, permission } = secretNeeds[operation.kind];
  if (gate.gate !== 'policy') {
    const denyId = gate.gate === 'deny' ? gate.found : null;
    return wire.forbiddenByRbac(vault, claims, { action, secret: operation.name, denyId });
  }
  return wire.forbiddenByPolicy(vault, claims, permission, gate.found === '' ? 'AccessDenied' : 'ForbiddenByPolicy');
}

function tokenRefused(vault: VaultFacts, gate: Gate, token: PresentedToken, now: Instant): SourcedResponse {
  switch (gate.gate) {
    case 'token':
      return token.kind === 'none' ? wire.tokenMissing(vault) : wire.tokenUnreadable(vault);
    case 'signature':
      return gate.found === 'unknown' ? wire.keyUnknown(vault, headerOfForeign(token)) : wire.signatureBroken(vault);
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

/** The header that was presented, or one as another issuer would have written it. */
function headerOfForeign(token: PresentedToken): ReturnType<typeof tokenHeader> {
  if (token.kind !== 'jwt') return tokenHeader('');
  return token.header ?? tokenHeader(`foreign ${token.claims.iss}`);
}
