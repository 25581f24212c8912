import { isNotYetValid } from '#domain/entra/token-gates.ts';
import type { PresentedToken } from '#domain/entra/token.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import type { Gate } from '#domain/rbac/access.ts';
import { acceptsBearer, answersWithChallenge, blobAudiences, readBlobOperation } from '#domain/storage/rules.ts';
import type { BlobOperation } from '#domain/storage/rules.ts';
import { findContainer } from '#domain/storage/state.ts';
import * as wire from '#domain/storage/wire.ts';
import type { BlobFacts } from '#domain/storage/wire.ts';
import type { Draft } from '../draft.ts';
import type { Rules } from '../rules.ts';
import { authorize, byRoles } from './authorize.ts';
import type { TargetAnswer, TargetCall } from './target-call.ts';
import { blobFacts, putBlob } from './target-data.ts';

type KnownOperation = Exclude<BlobOperation, { kind: 'unknown' }>;

/** The data plane of Blob storage with bearer tokens (facts: tokens §7.2). */
export function callBlob(draft: Draft, call: TargetCall, rules: Rules): TargetAnswer {
  const { state } = draft;
  const { from, target, request, uri, token } = call;
  const facts = blobFacts(state);
  const operation = readBlobOperation(request.method, uri);
  if (operation.kind === 'unknown') {
    return { answer: wire.operationUnknown(facts), decision: null };
  }
  if (token.kind === 'none' && !answersWithChallenge(request)) {
    return { answer: wire.resourceHidden(facts), decision: null };
  }
  if (token.kind !== 'none' && !acceptsBearer(request)) {
    return { answer: wire.bearerNotSupported(facts), decision: null };
  }
  if (token.kind !== 'none' && uri.scheme === 'http') {
    return { answer: wire.bearerOverHttp(facts), decision: null };
  }
  const { dataAction } = operation;
  const audiences = blobAudiences(target.name);
  const roles = byRoles(state, { resource: target.id, dataAction }, rules);
  const authorization = authorize(state, { token, audiences, from, target: target.id }, roles);
  const { decision } = authorization;
  if (!authorization.allowed) return { answer: refused(facts, authorization.gate, token), decision };
  return { answer: perform(draft, call, operation, facts), decision };
}

function perform(
  draft: Draft,
  { target, request }: TargetCall,
  operation: KnownOperation,
  facts: BlobFacts,
): SourcedResponse {
  const container = findContainer(draft.state.storage, target.id, operation.container);
  if (container === undefined) return wire.containerNotFound(facts);
  if (operation.kind === 'putBlob') {
    putBlob(draft, target.id, operation.container, operation.blob, request.body);
    return wire.created(facts);
  }
  const blob = dictionary.get(container, operation.blob);
  return blob === undefined ? wire.blobNotFound(facts) : wire.blobAnswer(blob, facts);
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
    default:
      return wire.permissionMismatch(facts);
  }
}
