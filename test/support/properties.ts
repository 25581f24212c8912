import fc from 'fast-check';
import { expect } from 'vitest';
import { attachedTo, systemPrincipalOf } from '#domain/arm/identity-block.ts';
import { appServiceTokenRequest, identityHeader } from '#domain/appservice/request.ts';
import { isHost } from '#domain/arm/kinds.ts';
import type { Host } from '#domain/arm/resource.ts';
import { check } from '#domain/cloud/check.ts';
import type { Command } from '#domain/cloud/command.ts';
import { decide } from '#domain/cloud/decide.ts';
import type { CloudEvent } from '#domain/cloud/event.ts';
import { fold } from '#domain/cloud/evolve.ts';
import { assignmentsOf, homeDirectory, hostsOf, resourcesOf } from '#domain/cloud/queries.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { TokenClaims } from '#domain/entra/token.ts';
import { imdsTokenRequest } from '#domain/imds/request.ts';
import type { ClientId, PrincipalId, ResourceId } from '#domain/kernel/brand.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import { getSecretAction } from '#domain/keyvault/rules.ts';
import { azureRbacRules, checkRoles } from '#domain/rbac/rules.ts';
import { newWorld } from '#domain/timeline/timeline.ts';
import { anyMove, anyMoves, elsewhereMove, span, wideMoves, worldSeed } from './arbitraries.ts';
import { expectSame } from './laws.ts';
import { makeMove, nothingKnown, play } from './moves.ts';
import type { Move } from './moves.ts';
import { Reference } from './reference.ts';
import { expectLaw, lawNames } from './world-laws.ts';
import type { LawName } from './world-laws.ts';

/** Proves a property with that many random inputs. */
type Proof = (options: { readonly seed: number; readonly numRuns: number }) => void;

function proof<Inputs>(property: fc.IProperty<Inputs>): Proof {
  return (options) => fc.assert(property, options);
}

/** The laws of every history, and what needs more than one history to be seen. */
const properties = {
  ...(Object.fromEntries(
    lawNames.map((name) => [
      name,
      proof(fc.property(worldSeed, fc.oneof(anyMoves, wideMoves), (seed, moves) => expectLaw(name, play(seed, moves)))),
    ]),
  ) as Record<LawName, Proof>),

  minutesAddUp: proof(
    fc.property(worldSeed, anyMoves, span, span, (seed, moves, first, second) => {
      const { state } = play(seed, moves).world;
      const steps = advanced(advanced(state, first), second);
      expectSame('in two steps', steps, advanced(state, first + second));
    }),
  ),

  alwaysAnswered: proof(
    fc.property(worldSeed, anyMoves, anyMove, (seed, moves, { command }) => {
      const { state } = play(seed, moves).world;
      const refusal = check(state, command);
      const events = decide(state, command);
      const answered = events.find((event) => event.type === 'ManagementAnswered');
      const isRefused = answered !== undefined && answered.response.status >= 400;
      expect(refusal?.status ?? null).toBe(isRefused ? answered.response.status : null);
      if (refusal !== null) expect([refusal.code, refusal.message]).not.toContain('');
    }),
  ),

  noTokenForTheDead: proof(
    fc.property(worldSeed, anyMoves, (seed, moves) => {
      let { state } = play(seed, moves).world;
      for (const { kind, id } of resourcesOf(state)) {
        if (kind === 'userAssignedIdentity') state = fold(state, decide(state, { type: 'DeleteResource', id }));
      }
      for (const host of hostsOf(state)) {
        for (const { clientId } of attachedTo(host.identity)) {
          const events = decide(state, tokenCommand(state, host, clientId));
          expect(events.at(-1)).toMatchObject({ type: 'ResponseReturned', response: { status: 400 }, tokenId: null });
          expect(events.map(({ type }) => type)).not.toContain('TokenIssued');
        }
      }
    }),
  ),

  idsDoNotShift: proof(
    fc.property(worldSeed, fc.array(fc.tuple(fc.boolean(), elsewhereMove)), anyMoves, (seed, elsewhere, moves) => {
      const alone = moves.map((move) => ['here', move] as const);
      const others = elsewhere.map(([, move]) => ['elsewhere', move] as const);
      expectSame('among others', derivedHere(seed, interleaved(others, alone)), derivedHere(seed, alone));
    }),
  ),

  referenceAgrees: proof(
    fc.property(worldSeed, anyMoves, (seed, moves) => {
      const known = nothingKnown();
      let world = newWorld(seed);
      const reference = new Reference(world.state.subscriptionId, world.state.now);
      for (const move of moves) {
        world = makeMove(world, move, known);
        const entry = world.timeline.entries.at(-1);
        if (entry === undefined) throw new Error('Every command is an entry.');
        const expected = reference.give(entry.command, entry.events);
        if (expected !== null) expect([entry.command, statusOf(entry.events)]).toEqual([entry.command, expected]);
        expectAgreement(world.state, reference);
      }
      expectSameAccess(world.state, reference, known.principals);
    }),
  ),
} satisfies Readonly<Record<string, Proof>>;

export type PropertyName = keyof typeof properties;

/** Every property by its name. */
export const propertyNames = Object.keys(properties) as readonly PropertyName[];

/** Draws that many random inputs and expects the property to hold for each. */
export function expectProperty(name: PropertyName, seed: number, numRuns: number): void {
  properties[name]({ seed, numRuns });
}

function advanced(state: CloudState, seconds: number): CloudState {
  return fold(state, decide(state, { type: 'AdvanceClock', seconds }));
}

/** Asks a host's endpoint for a token of the identity with that client ID. */
function tokenCommand({ seed }: CloudState, { id, kind }: Host, clientId: ClientId): Command {
  const resource = 'https://storage.azure.com/';
  const selector = { by: 'clientId', value: clientId } as const;
  const request =
    kind === 'virtualMachine'
      ? imdsTokenRequest(resource, selector)
      : appServiceTokenRequest(resource, selector, identityHeader(seed, id));
  return { type: 'RequestToken', from: { kind: 'host', resourceId: id }, request };
}

function statusOf(events: readonly CloudEvent[]): number | undefined {
  return events.find((event) => event.type === 'ManagementAnswered')?.response.status;
}

type Placed = readonly [place: 'here' | 'elsewhere', move: Move];

/** All of the second list in its order, with the first list spread among it. */
function interleaved(some: readonly Placed[], others: readonly Placed[]): Placed[] {
  const mixed = [...some];
  const gap = (some.length + 1) / (others.length + 1);
  for (const [index, other] of others.entries()) mixed.splice(Math.floor((index + 1) * gap) + index, 0, other);
  return mixed;
}

/** What was derived for the moves made here: principals, assignments with their delays, tokens, versions. */
function derivedHere(seed: string, moves: readonly Placed[]): CloudEvent[] {
  const known = { here: nothingKnown(), elsewhere: nothingKnown() };
  const derived: CloudEvent[] = [];
  let world = newWorld(seed);
  for (const [place, move] of moves) {
    world = makeMove(world, move, known[place]);
    if (place === 'here') derived.push(...(world.timeline.entries.at(-1)?.events ?? []).filter(holdsDerivedId));
  }
  return derived;
}

function holdsDerivedId({ type }: CloudEvent): boolean {
  return (
    type === 'ServicePrincipalCreated' ||
    type === 'RoleAssignmentCreated' ||
    type === 'RoleAssignmentDeleted' ||
    type === 'TokenIssued' ||
    type === 'SecretSet' ||
    type === 'BlobUploaded'
  );
}

function expectAgreement(state: CloudState, reference: Reference): void {
  const { servicePrincipals, deleted } = homeDirectory(state);
  const engine = {
    now: state.now,
    alive: [...dictionary.values(servicePrincipals)].map(({ id }) => id).toSorted(),
    deleted: [...dictionary.values(deleted)]
      .map(({ principal, purgeAt }) => `${principal.id} until ${purgeAt}`)
      .toSorted(),
    vaults: [...dictionary.values(state.keyVault.deleted)].map(({ name }) => name.toLowerCase()).toSorted(),
    resources: resourcesOf(state).map((resource) => ({
      id: resource.id.toLowerCase(),
      principal: isHost(resource)
        ? systemPrincipalOf(resource.identity)
        : 'principalId' in resource
          ? resource.principalId
          : null,
      attached: isHost(resource) ? attachedTo(resource.identity).map((each) => each.principalId) : [],
    })),
    assignments: assignmentsOf(state)
      .map(({ id, principalId }) => `${id.toLowerCase()} to ${principalId}`)
      .toSorted(),
  };
  const naive = {
    now: reference.now,
    alive: [...reference.alive].toSorted(),
    deleted: [...reference.deleted].map(([id, purgeAt]) => `${id} until ${purgeAt}`).toSorted(),
    vaults: [...reference.deletedVaults.keys()].toSorted(),
    resources: [...reference.resources.values()].map(({ id, principal, attached }) => ({
      id,
      principal,
      attached: attached.map((each) => each.principal),
    })),
    assignments: reference
      .present()
      .map(({ id, principal }) => `${id} to ${principal}`)
      .toSorted(),
  };
  expectSame('the reference', byId(engine), byId(naive));
}

function byId<World extends { readonly resources: readonly { readonly id: string }[] }>(world: World): World {
  return { ...world, resources: world.resources.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
}

/** Which roles allow what, written down by hand. */
const grants = {
  [getSecretAction]: [
    'Key Vault Administrator',
    'Key Vault Secrets Officer',
    'Key Vault Secrets User',
    'Key Vault Certificate User',
  ],
  'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read': [
    'Storage Blob Data Owner',
    'Storage Blob Data Contributor',
    'Storage Blob Data Reader',
  ],
  'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write': [
    'Storage Blob Data Owner',
    'Storage Blob Data Contributor',
  ],
};

function expectSameAccess(state: CloudState, reference: Reference, principals: readonly PrincipalId[]): void {
  for (const principal of principals) {
    for (const { id } of resourcesOf(state)) {
      for (const [dataAction, roles] of Object.entries(grants)) {
        const isAllowed = allowed(state, principal, id, dataAction);
        const asked = { principal, id, dataAction };
        expectSame('access', { ...asked, isAllowed }, { ...asked, isAllowed: reference.allows(principal, id, roles) });
      }
    }
  }
}

function allowed({ rbac, now }: CloudState, oid: PrincipalId, resource: ResourceId, dataAction: string): boolean {
  const claims = { oid } as TokenClaims;
  const demand = { plane: 'data', action: dataAction, resource } as const;
  return checkRoles(rbac, demand, { claims, now }, azureRbacRules).gates.every(({ passed }) => passed);
}
