import { expect } from 'vitest';
import { systemPrincipalOf } from '#domain/arm/identity-block.ts';
import { resourceKinds } from '#domain/arm/kinds.ts';
import { principalNameOf } from '#domain/arm/principal-name.ts';
import { isWithin, nameOf } from '#domain/arm/resource-id.ts';
import type { ResourceKind } from '#domain/arm/resource.ts';
import { findResource } from '#domain/arm/state.ts';
import { checkpoint } from '#domain/cloud/checkpoint.ts';
import { decide } from '#domain/cloud/decide.ts';
import { deletionReport } from '#domain/cloud/deletion-report.ts';
import { fold } from '#domain/cloud/evolve.ts';
import { violations } from '#domain/cloud/invariants.ts';
import { moments } from '#domain/cloud/moments.ts';
import { assignmentsOf, homeDirectory, hostsOf, isOrphaned, principalOf, resourcesOf } from '#domain/cloud/queries.ts';
import { scopeExists } from '#domain/cloud/scope.ts';
import { newCloud } from '#domain/cloud/state.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { findPrincipal } from '#domain/entra/state.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import { seek } from '#domain/timeline/timeline.ts';
import { expectSame, proveLaws } from './laws.ts';
import { turnsOf } from './moves.ts';
import type { History, Turn } from './moves.ts';

/** What holds in every history: proved over random ones, see `laws.test.ts` for the rules that say so. */
const worldLaws = {
  logGivesState: ({ world }) => proveLaws(world),

  seekingIsFolding: ({ world, states }) => {
    let wandering = world;
    for (const index of states.keys()) {
      // To and fro: forwards from the start, backwards from the end.
      wandering = seek(wandering, index % 2 === 0 ? index : states.length - 1 - index);
      expectSame('seeking', wandering.state, states[wandering.timeline.cursor]);
    }
  },

  checkpointGoesOn: ({ seed, states, entries }) => {
    const middle = Math.floor(entries.length / 2);
    const saved = states[middle] ?? newCloud(seed);
    let state = fold(newCloud(seed), checkpoint(saved));
    for (const { by, command, events } of entries.slice(middle)) {
      expectSame('after the checkpoint', decide(state, command, by), events);
      state = fold(state, events);
    }
  },

  refusalChangesNothing: (history) => {
    for (const { entry, before, after } of turnsOf(history)) {
      if (!entry.events.some((event) => event.type === 'ManagementAnswered' && event.response.status >= 400)) continue;
      expect(entry.events).toHaveLength(1);
      expectSame('refused', after, before);
    }
  },

  refusedRequestCounts: (history) => {
    for (const { entry, before, after } of turnsOf(history)) {
      const last = entry.events.at(-1);
      const isRefused = last?.type === 'ResponseReturned' && last.response.status >= 400;
      if (!isRefused && last?.type !== 'ConnectionFailed') continue;
      // A fault of the metadata service counts those whom it refuses.
      expectSame('refused', { ...after, ordinals: null, imds: null }, { ...before, ordinals: null, imds: null });
      expect(countedSince(before, after)).toEqual(['request']);
    }
  },

  clockNeverBack: (history) => {
    for (const { entry, before, after } of turnsOf(history)) {
      if (entry.command.type === 'AdvanceClock') expect(after.now).toBeGreaterThanOrEqual(before.now);
      else expect(after.now).toBe(before.now);
    }
  },

  dueHasHappened: (history) => {
    for (const { entry, after } of turnsOf(history)) {
      for (const { at } of moments(after)) expect(at).toBeGreaterThan(after.now);
      const stops = entry.events.flatMap((event) => (event.type === 'ClockAdvanced' ? [event.to] : []));
      expect(stops).toEqual(stops.toSorted((a, b) => a - b));
    }
  },

  namesUnique: ({ states }) => {
    for (const state of states) {
      const taken = resourcesOf(state).map(({ kind, name, resourceGroup }) =>
        [armTypeOf(kind), resourceKinds[kind].unique === 'cloud' ? '' : resourceGroup, name].join('|').toLowerCase(),
      );
      const deleted = [...dictionary.values(state.keyVault.deleted)].map(({ name }) =>
        `${armTypeOf('keyVault')}||${name}`.toLowerCase(),
      );
      expectDistinct([...taken, ...deleted]);
    }
  },

  nameIndexTrue: ({ states }) => {
    for (const { arm } of states) {
      const held = [...dictionary.values(arm.resources)].filter(({ kind }) => resourceKinds[kind].unique === 'cloud');
      const index = held.map(({ kind, name, id }) => [`${armTypeOf(kind)}|${name}`.toLowerCase(), id] as const);
      expectSame('the index', arm.cloudNames, dictionary.fromEntries(index));
    }
  },

  idsDistinct: ({ known }) => {
    expectDistinct([...known.principals, ...known.clients]);
  },

  principalsOwned: ({ states }) => {
    for (const state of states) {
      const owned = resourcesOf(state).flatMap((resource) => principalOf(state, resource)?.id ?? []);
      expectDistinct(owned);
      const alive = [...dictionary.values(homeDirectory(state).servicePrincipals)].map(({ id }) => id);
      expect(owned.toSorted()).toEqual(alive.toSorted());
      expect(violations(state)).toEqual([]);
    }
  },

  principalsDescribed: ({ states }) => {
    for (const state of states) {
      for (const resource of resourcesOf(state)) {
        const principal = principalOf(state, resource);
        if (principal === undefined) continue;
        const isExplicit = resource.kind === 'userAssignedIdentity' ? 'True' : 'False';
        expect(principal.displayName).toBe(principalNameOf(resource));
        expect(principal.alternativeNames).toEqual([`isExplicit=${isExplicit}`, principal.ownerId]);
      }
    }
  },

  referencesStay: (history) => {
    for (const { before, after } of turnsOf(history)) {
      for (const host of hostsOf(after)) {
        const earlier = hostsOf(before).find(({ id }) => id === host.id);
        if (earlier === undefined || goneBetween(before, after).length === 0) continue;
        if (systemPrincipalOf(earlier.identity) === systemPrincipalOf(host.identity)) expect(host).toBe(earlier);
      }
    }
  },

  assignedOnce: ({ states }) => {
    for (const state of states) {
      expectDistinct(
        assignmentsOf(state).map(({ scope, roleId, principalId }) => `${scope}|${roleId}|${principalId}`.toLowerCase()),
      );
      expectDistinct(assignmentsOf(state).map(({ id }) => nameOf(id).toLowerCase()));
    }
  },

  assignmentsStay: (history) => {
    for (const { before, after, entry } of turnsOf(history)) {
      if (entry.command.type === 'DeleteRoleAssignment') continue;
      const stays = assignmentsOf(before).filter(({ scope }) => scopeExists(after, scope));
      for (const assignment of stays) expect(assignmentsOf(after)).toContain(assignment);
    }
  },

  grantsAsked: (history) => {
    for (const { before, after, entry } of turnsOf(history)) {
      // A token for Azure Resource Manager lets code assign roles, too.
      if (['CreateRoleAssignment', 'CallTarget'].includes(entry.command.type)) continue;
      const held = new Set(assignmentsOf(before));
      expect(assignmentsOf(after).filter((each) => !held.has(each))).toEqual([]);
    }
  },

  lockedStays: (history) => {
    for (const { before, entry } of turnsOf(history)) {
      const locked = [...dictionary.values(before.arm.locks)].map(({ scope }) => scope);
      for (const event of entry.events) {
        if (event.type !== 'ResourceDeleted' && event.type !== 'ResourceGroupDeleted') continue;
        const { id } = event;
        expect(locked.filter((scope) => isWithin(scope, id) || isWithin(id, scope))).toEqual([]);
      }
    }
  },

  movedStaysItself: (history) => {
    for (const { before, after, entry } of turnsOf(history)) {
      for (const event of entry.events) {
        if (event.type !== 'ResourceMoved') continue;
        const {
          id,
          resourceGroup: _,
          ...was
        } = findResource(before.arm, event.id) ?? { id: null, resourceGroup: null };
        expect(findResource(after.arm, event.to)).toMatchObject(was);
        expect(was).not.toMatchObject({ kind: 'userAssignedIdentity' });
        expect(assignmentsOf(after).filter(({ scope }) => isWithin(id ?? '', scope))).toEqual([]);
      }
    }
  },

  orphansByDeletion: ({ entries, states }) => {
    const deleted = new Set<string>();
    for (const [index, state] of states.entries()) {
      for (const event of entries[index - 1]?.events ?? []) {
        if (event.type === 'ServicePrincipalDeleted') deleted.add(event.principalId);
      }
      const orphans = assignmentsOf(state).filter((assignment) => isOrphaned(state, assignment));
      expect(orphans.filter(({ principalId }) => !deleted.has(principalId))).toEqual([]);
    }
  },

  deletedListed: (history) => {
    for (const { before, after } of turnsOf(history)) {
      for (const id of goneBetween(before, after)) {
        const { deletedAt, purgeAt } = dictionary.get(homeDirectory(after).deleted, id) ?? {};
        expect([deletedAt, purgeAt]).toEqual([before.now, before.now + 30 * 86_400]);
      }
    }
  },

  reportIsDifference: (history) => {
    for (const turn of turnsOf(history)) expectReport(turn);
  },
} satisfies Readonly<Record<string, (history: History) => void>>;

export type LawName = keyof typeof worldLaws;

export const lawNames = Object.keys(worldLaws) as readonly LawName[];

/** Expects one law to hold in one history. */
export function expectLaw(name: LawName, history: History): void {
  worldLaws[name](history);
}

function expectReport({ entry, before, after }: Turn): void {
  const report = deletionReport(before, entry.events, after);
  const gone = goneBetween(before, after);
  const moved = entry.events.flatMap((event) => (event.type === 'ResourceMoved' ? [event.id] : []));
  const resources = resourcesOf(before).filter(
    (each) => !moved.includes(each.id) && !resourcesOf(after).some(({ id }) => id === each.id),
  );
  if (entry.command.type === 'DeleteResourceGroup' && report !== null) expect(report.groups).toHaveLength(1);
  if (report === null) return expect([gone, resources]).toEqual([[], []]);
  const orphaned = assignmentsOf(after).filter(({ principalId }) => gone.includes(principalId));
  const stayed = new Set(assignmentsOf(after));
  expect(idsOf(report.resources)).toEqual(idsOf(resources));
  expect(idsOf(report.principals.map(({ principal }) => principal))).toEqual(gone);
  expect(idsOf(report.orphanedAssignments)).toEqual(idsOf(orphaned));
  expect(idsOf(report.removedAssignments)).toEqual(idsOf(assignmentsOf(before).filter((each) => !stayed.has(each))));
  expect(idsOf(report.survivors).filter((id) => !idsOf(resourcesOf(after)).includes(id))).toEqual([]);
}

/** Principals that lived before and do not live any more. */
function goneBetween(before: CloudState, after: CloudState): string[] {
  return [...dictionary.values(homeDirectory(before).servicePrincipals)]
    .map(({ id }) => id)
    .filter((id) => findPrincipal(after.entra, after.tenantId, id) === undefined)
    .toSorted();
}

/** The counters that moved. */
function countedSince(before: CloudState, after: CloudState): string[] {
  return [...dictionary.entries(after.ordinals)]
    .filter(([key, count]) => dictionary.get(before.ordinals, key) !== count)
    .map(([key]) => key);
}

function idsOf(things: readonly { readonly id: string }[]): string[] {
  return things.map(({ id }) => id).toSorted();
}

function armTypeOf(kind: ResourceKind): string {
  return resourceKinds[kind].armType;
}

function expectDistinct(values: readonly string[]): void {
  if (new Set(values).size !== values.length) expect(values.toSorted()).toEqual([...new Set(values)].toSorted());
}
