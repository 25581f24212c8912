import { isNotYetValid } from '#domain/entra/token-gates.ts';
import type { PresentedToken, TokenClaims } from '#domain/entra/token.ts';
import {
  actionOf,
  authorizationKind,
  cosmosAudiences,
  cosmosRoleGate,
  readCosmosOperation,
} from '#domain/cosmos/rules.ts';
import type { CosmosOperation } from '#domain/cosmos/rules.ts';
import { cosmosAssignments } from '#domain/cosmos/state.ts';
import * as wire from '#domain/cosmos/wire.ts';
import type { CosmosFacts } from '#domain/cosmos/wire.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import { guid } from '#domain/kernel/guid.ts';
import type { Gate } from '#domain/rbac/access.ts';
import { readJson } from '#domain/kernel/json.ts';
import type { Draft } from '../draft.ts';
import { ordinal, ordinalKeys } from '../ordinals.ts';
import type { Rules } from '../rules.ts';
import type { CloudState } from '../state.ts';
import type { Authorization, Permission } from './authorize.ts';
import { authorize } from './authorize.ts';
import type { TargetAnswer, TargetCall } from './target-call.ts';

/** The data plane of Cosmos DB for NoSQL; accounts take no keys here (facts: tokens §7.4). */
export function callCosmos(draft: Draft, call: TargetCall, rules: Rules): TargetAnswer {
  const { state } = draft;
  const { from, target, request, uri } = call;
  const facts = cosmosFacts(state, target.name);
  const presented = presentedIn(call);
  if (presented === 'key') return { answer: wire.keysOff(facts), decision: refusedKey };
  const operation = readCosmosOperation(request, uri);
  const question = { token: presented, audiences: cosmosAudiences(target.name), from, target: target.id };
  const authorization = authorize(state, question, (claims) => permit(state, call, operation, claims), rules);
  const { decision } = authorization;
  if (!authorization.allowed) return { answer: refused(facts, authorization, call, operation), decision };
  if (operation === null) return { answer: wire.operationUnknown(facts), decision: null };
  return { answer: perform(facts, call, operation), decision };
}

const refusedKey = {
  allowed: false,
  gates: [{ gate: 'sharedKey', passed: false, expected: 'a token', found: 'an account key' }],
  pending: null,
} as const;

/** The header says what kind of proof it carries; without one, what the caller holds counts. */
function presentedIn({ request, token }: TargetCall): PresentedToken | 'key' {
  const kind = authorizationKind(request);
  if (kind === 'master' || token.kind === 'sharedKey') return 'key';
  return kind === 'other' && token.kind !== 'none' ? { kind: 'malformed' } : token;
}

function permit(
  state: CloudState,
  { target }: TargetCall,
  operation: CosmosOperation | null,
  claims: TokenClaims,
): Permission {
  if (operation === null) return { gates: [], pending: null };
  const gate = cosmosRoleGate(cosmosAssignments(state.cosmos, target.id), claims, actionOf(operation));
  return { gates: [gate], pending: null };
}

function cosmosFacts(state: CloudState, account: string): CosmosFacts {
  const time = String(ordinal(state, ordinalKeys.request()));
  return { account, activityId: guid(state.seed, 'activity', String(state.now), time), now: state.now };
}

function refused(
  facts: CosmosFacts,
  { gate, claims }: Extract<Authorization, { allowed: false }>,
  { request, uri, token }: TargetCall,
  operation: CosmosOperation | null,
): SourcedResponse {
  if (claims === null) return tokenRefused(facts, gate, token);
  if (operation === null) return wire.operationUnknown(facts);
  if (actionOf(operation) === null) return wire.notByToken(facts, request.method, uri.path);
  return wire.noDataRole(facts, claims, gate.expected, wire.resourcePath(operation));
}

function tokenRefused(facts: CosmosFacts, gate: Gate, token: PresentedToken): SourcedResponse {
  switch (gate.gate) {
    case 'token':
      return token.kind === 'none'
        ? wire.headerMissing(facts)
        : wire.tokenInvalid(facts, 'The Authorization header is not in the form type=aad&ver=1.0&sig=<token>.');
    case 'signature':
      return wire.tokenInvalid(facts, 'The signature of the AAD token is not valid.');
    case 'issuer':
      return wire.tokenInvalid(facts, `The AAD token is of another issuer: [${gate.found}].`);
    case 'audience':
      return wire.wrongAudience(facts, gate.found);
    default:
      return token.kind === 'jwt' && !isNotYetValid(token, facts.now)
        ? wire.tokenExpired(facts, token.claims)
        : wire.tokenInvalid(facts, 'The AAD token is not valid yet.');
  }
}

/** The only database of each account. What is written to it is not kept. */
const database = 'shop';
const container = 'orders';
const items = [
  { id: '1', product: 'pears', amount: 12 },
  { id: '2', product: 'plums', amount: 30 },
] as const;

function perform(facts: CosmosFacts, call: TargetCall, operation: CosmosOperation): SourcedResponse {
  const { kind } = operation;
  if (kind === 'readAccount') return wire.accountAnswer(facts, call.target.location);
  if (kind === 'listDatabases') return wire.feedAnswer(facts, 'Databases', [{ id: database }]);
  if (operation.database !== database) return wire.notFound(facts);
  if (kind === 'readDatabase') return wire.resourceAnswer(facts, 200, { id: database });
  if (kind === 'listContainers') return wire.feedAnswer(facts, 'DocumentCollections', [{ id: container }]);
  if (operation.container !== container) return wire.notFound(facts);
  return inContainer(facts, call, operation);
}

function inContainer(facts: CosmosFacts, { request }: TargetCall, { kind, item }: CosmosOperation): SourcedResponse {
  const found = items.find(({ id }) => id === item);
  switch (kind) {
    case 'readContainer':
      return wire.resourceAnswer(facts, 200, { id: container });
    case 'listItems':
    case 'queryItems':
      return wire.feedAnswer(facts, 'Documents', items);
    case 'createItem':
      return wire.resourceAnswer(facts, 201, readJson(request.body) ?? {});
    case 'deleteItem':
      return found === undefined ? wire.notFound(facts) : wire.deleted(facts);
    case 'replaceItem':
      return found === undefined ? wire.notFound(facts) : wire.resourceAnswer(facts, 200, readJson(request.body) ?? {});
    default:
      return found === undefined ? wire.notFound(facts) : wire.resourceAnswer(facts, 200, found);
  }
}
