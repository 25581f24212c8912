import * as dictionary from '#domain/kernel/dictionary.ts';
import { isHost } from '#domain/arm/kinds.ts';
import type { Resource } from '#domain/arm/resource.ts';
import { resourceGroupId, sameId } from '#domain/arm/resource-id.ts';
import { findGroup } from '#domain/arm/state.ts';
import type { CloudEvent } from '#domain/cloud/event.ts';
import { ordinal, ordinalKeys } from '#domain/cloud/ordinals.ts';
import { assignmentsOf, homeDirectory, hostsOf, isOrphaned, principalOf } from '#domain/cloud/queries.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { TokenClaims } from '#domain/entra/token.ts';
import { assertNever } from '#domain/kernel/invariant.ts';
import type { Actor } from '#domain/protocol/actor.ts';
import { pastEvents } from '#domain/timeline/timeline.ts';
import type { World } from '#domain/timeline/timeline.ts';
import { resourcesNamed } from './names.ts';
import type { Expectation } from './script.ts';
import { issuedTokens } from './tokens.ts';

/** An expectation with what was found in its place. */
export interface Finding {
  readonly expectation: Expectation;
  readonly holds: boolean;
  /** What the world holds, as text; empty where there is nothing. */
  readonly found: string;
}

/** Compares a world with what is expected of it. Names that are not there make an expectation fail, not throw. */
export function examine(world: World, expectations: readonly Expectation[]): readonly Finding[] {
  const events = pastEvents(world.timeline);
  return expectations.map((expectation) => examineOne(world.state, events, expectation));
}

export function holdsAll(findings: readonly Finding[]): boolean {
  return findings.every(({ holds }) => holds);
}

function examineOne(state: CloudState, events: readonly CloudEvent[], expectation: Expectation): Finding {
  if ('status' in expectation) return examineAnswer(events, expectation);
  if ('failure' in expectation) {
    const last = lastAnswer(events);
    const found = last?.type === 'ConnectionFailed' ? last.reason : '';
    return finding(expectation, found === expectation.failure, found);
  }
  if ('claim' in expectation) return examineClaim(state, events, expectation);
  if ('count' in expectation) {
    const found = count(state, expectation.count);
    return finding(expectation, found === expectation.is, String(found));
  }
  return examineWorld(state, expectation);
}

type About<Key extends string> = Extract<Expectation, Record<Key, unknown>>;

function examineAnswer(events: readonly CloudEvent[], expectation: About<'status'>): Finding {
  const last = lastAnswer(events);
  if (last?.type !== 'ResponseReturned') return finding(expectation, false, '');
  const { response, fromCache } = last;
  const holds =
    response.status === expectation.status &&
    (expectation.contains === undefined || response.body.includes(expectation.contains)) &&
    (expectation.fromCache === undefined || fromCache === expectation.fromCache);
  return finding(expectation, holds, `${response.status} ${response.body}`);
}

function examineClaim(state: CloudState, events: readonly CloudEvent[], expectation: About<'claim'>): Finding {
  const claims = lastClaims(events);
  if (claims === null) return finding(expectation, false, '');
  const values: Readonly<Record<string, string | number | readonly string[]>> = { ...claims };
  const value = values[expectation.claim];
  const found = value === undefined ? '' : String(value);
  if ('is' in expectation) {
    const holds = expectation.is === null ? value === undefined : found === expectation.is;
    return finding(expectation, holds, found);
  }
  const ids = resourcesNamed(state, expectation.idOf).map((each) => idOf(state, each, expectation.id));
  return finding(
    expectation,
    ids.some((id) => sameId(id, found)),
    found,
  );
}

/** One of a resource's three ids; empty where it has no principal. */
function idOf(state: CloudState, resource: Resource, id: About<'idOf'>['id']): string {
  if (id === 'resource') return resource.id;
  const principal = principalOf(state, resource);
  return (id === 'principal' ? principal?.id : principal?.appId) ?? '';
}

function examineWorld(
  state: CloudState,
  expectation: About<'exists'> | About<'identity'> | About<'newPrincipal'>,
): Finding {
  if ('exists' in expectation) {
    const groupId = resourceGroupId(state.subscriptionId, expectation.exists);
    const exists = resourcesNamed(state, expectation.exists).length > 0 || findGroup(state.arm, groupId) !== undefined;
    return finding(expectation, exists === expectation.is, String(exists));
  }
  if ('identity' in expectation) {
    const [host] = resourcesNamed(state, expectation.identity);
    const found = host !== undefined && isHost(host) ? host.identity.type : '';
    return finding(expectation, found === expectation.is, found);
  }
  const isNew = resourcesNamed(state, expectation.newPrincipal).some(
    (owner) => principalOf(state, owner) !== undefined && ordinal(state, ordinalKeys.principal(owner.id)) > 1,
  );
  return finding(expectation, isNew === expectation.is, String(isNew));
}

function count(state: CloudState, what: About<'count'>['count']): number {
  switch (what) {
    case 'principals':
      return dictionary.size(homeDirectory(state).servicePrincipals);
    case 'deleted-principals':
      return dictionary.size(homeDirectory(state).deleted);
    case 'role-assignments':
      return dictionary.size(state.rbac.assignments);
    case 'orphaned-assignments':
      return assignmentsOf(state).filter((each) => isOrphaned(state, each)).length;
    case 'live-tokens':
      return dictionary.size(state.tokens.live);
    case 'hosts':
      return hostsOf(state).length;
    default:
      return assertNever(what);
  }
}

/** What an application, or the platform acting for one, got back last: an answer, or none. */
function lastAnswer(events: readonly CloudEvent[]) {
  return events.findLast(
    (event) => event.type === 'ConnectionFailed' || (event.type === 'ResponseReturned' && isAsker(event.to)),
  );
}

function isAsker({ kind }: Actor): boolean {
  return kind === 'application' || kind === 'platform';
}

/** The claims of the token that an application, or a platform for one, was given or presented last. */
function lastClaims(events: readonly CloudEvent[]): TokenClaims | null {
  const issued = issuedTokens(events);
  for (const event of events.toReversed()) {
    if (event.type !== 'ResponseReturned' && event.type !== 'RequestSent') continue;
    const party = event.type === 'RequestSent' ? event.from : event.to;
    if (!isAsker(party) || event.tokenId === null) continue;
    return issued.get(event.tokenId)?.claims ?? null;
  }
  return null;
}

function finding(expectation: Expectation, holds: boolean, found: string): Finding {
  return { expectation, holds, found };
}
