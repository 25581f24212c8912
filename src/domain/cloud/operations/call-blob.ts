import type { Resource } from '#domain/arm/resource.ts';
import { isNotYetValid } from '#domain/entra/token-gates.ts';
import type { PresentedToken } from '#domain/entra/token.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { addressOf, networkGate } from '#domain/network/rules.ts';
import { firewallOf } from '#domain/network/state.ts';
import type { AccessDecision, Gate } from '#domain/rbac/access.ts';
import { blobAttributes } from '#domain/storage/attributes.ts';
import {
  acceptsBearer,
  accountKey,
  answersWithChallenge,
  blobAudiences,
  blobNeeds,
  containerScope,
  hasKnownScheme,
  readBlobOperation,
} from '#domain/storage/rules.ts';
import type { BlobOperation } from '#domain/storage/rules.ts';
import { accountAccess } from '#domain/storage/state.ts';
import * as wire from '#domain/storage/wire.ts';
import type { BlobFacts } from '#domain/storage/wire.ts';
import type { Draft } from '../draft.ts';
import type { Rules } from '../rules.ts';
import type { CloudState } from '../state.ts';
import { authorize, byDemand } from './authorize.ts';
import { blobFacts, performBlobOperation } from './blobs.ts';
import type { Sent } from './blobs.ts';
import type { TargetAnswer, TargetCall } from './target-call.ts';

type SharedKey = Extract<PresentedToken, { kind: 'sharedKey' }>;

/** The data plane of Blob storage, with bearer tokens or an account's key (facts: tokens §7.2). */
export function callBlob(draft: Draft, call: TargetCall, rules: Rules): TargetAnswer {
  const { token, uri, request } = call;
  const operation = readBlobOperation(request.method, uri);
  const facts = blobFacts(draft.state);
  if (operation === null) return { answer: wire.operationUnknown(facts), decision: null };
  if (token.kind === 'sharedKey') return callWithKey(draft, call, operation, token);
  const refusal = schemeRefused(call, facts);
  return refusal === null ? callWithToken(draft, call, operation, rules) : { answer: refusal, decision: null };
}

/** What the service says before it looks into a token. */
function schemeRefused({ token, request, uri }: TargetCall, facts: BlobFacts): SourcedResponse | null {
  if (token.kind === 'none') return answersWithChallenge(request) ? null : wire.resourceHidden(facts);
  if (token.kind === 'malformed' && !hasKnownScheme(request)) return wire.authorizationFormat(facts);
  if (!acceptsBearer(request)) return wire.bearerNotSupported(facts);
  return uri.scheme === 'http' ? wire.bearerOverHttp(facts) : null;
}

function callWithToken(draft: Draft, call: TargetCall, operation: BlobOperation, rules: Rules): TargetAnswer {
  const { state } = draft;
  const { from, target, token } = call;
  const question = { token, audiences: blobAudiences(target.name), from, target: target.id };
  const authorization = authorize(state, question, byRolesAt(state, target.id, operation, rules), rules);
  const { decision } = authorization;
  if (!authorization.allowed) {
    return { answer: refused(blobFacts(state), authorization.gate, token), decision };
  }
  return { answer: performBlobOperation(draft, target, operation, sentIn(call)), decision };
}

/** Containers are managed by `actions` and blobs by `dataActions`; a role may be assigned at a container. */
function byRolesAt(state: CloudState, accountId: ResourceId, operation: BlobOperation, rules: Rules) {
  const resource = containerScope(accountId, operation.container) as ResourceId;
  const attributes = { resource: blobAttributes(operation.container, operation.blob) };
  return byDemand(state, { ...blobNeeds[operation.kind], resource, attributes }, rules);
}

/** An account's key opens everything, to whoever has it, unless the account takes no keys. */
function callWithKey(draft: Draft, call: TargetCall, operation: BlobOperation, token: SharedKey): TargetAnswer {
  const { state } = draft;
  const { from, target } = call;
  const facts = blobFacts(state);
  const network = networkGate(firewallOf(state.network, target.id), addressOf(state.seed, from));
  const { sharedKey } = accountAccess(state.storage, target.id);
  const isRight = token.account === target.name && keysOf(state, target).includes(token.key);
  const gates = [network, keyGate(sharedKey, isRight)];
  const firstRefusal = gates.findIndex(({ passed }) => !passed);
  if (firstRefusal === -1) {
    const answer = performBlobOperation(draft, target, operation, sentIn(call));
    return { answer, decision: { allowed: true, gates, pending: null } };
  }
  const decision: AccessDecision = { allowed: false, gates: gates.slice(0, firstRefusal + 1), pending: null };
  if (!network.passed) return { answer: wire.networkBlocked(facts), decision };
  return { answer: sharedKey ? wire.wrongKey(facts) : wire.keysNotPermitted(facts), decision };
}

function sentIn({ request, uri }: TargetCall): Sent {
  return { content: request.body, headers: request.headers, query: uri.query };
}

function keyGate(isPermitted: boolean, isRight: boolean): Gate {
  const expected = isPermitted ? 'a key of the account' : 'a bearer token';
  const found = isRight ? 'a key of the account' : 'another key';
  return { gate: 'sharedKey', passed: isPermitted && isRight, expected, found };
}

/** The two keys of an account as they are now. */
export function keysOf(state: CloudState, { id, name, createdAt }: Resource): readonly [string, string] {
  const [first, second] = accountAccess(state.storage, id).generations;
  const origin = { seed: state.seed, account: name, createdAt };
  return [accountKey(origin, 1, first), accountKey(origin, 2, second)];
}

function refused(facts: BlobFacts, gate: Gate, token: PresentedToken): SourcedResponse {
  switch (gate.gate) {
    case 'token':
      return token.kind === 'none'
        ? wire.tokenMissing(facts)
        : wire.invalidAuthenticationInfo(facts, 'The token cannot be read.', 'unconfirmed');
    case 'signature':
      return wire.invalidAuthenticationInfo(facts, 'Signature validation failed.', 'unconfirmed');
    case 'issuer':
      return wire.invalidAuthenticationInfo(facts, 'Issuer validation failed.', 'capture');
    case 'audience':
      return wire.invalidAuthenticationInfo(facts, 'Audience validation failed. Audience did not match.', 'capture');
    case 'lifetime':
      return isNotYetValid(token, facts.now)
        ? wire.invalidAuthenticationInfo(facts, 'Lifetime validation failed.', 'unconfirmed')
        : wire.invalidAuthenticationInfo(facts, 'Lifetime validation failed. The token is expired.', 'sdk');
    case 'network':
      return wire.networkBlocked(facts);
    default:
      return wire.permissionMismatch(facts);
  }
}
