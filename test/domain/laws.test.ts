import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachedTo } from '#domain/arm/identity-block.ts';
import type { CloudEvent } from '#domain/cloud/event.ts';
import { assignmentsOf, hostsOf, isOrphaned } from '#domain/cloud/queries.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { findPrincipal } from '#domain/entra/state.ts';
import { anyMoves, wideMoves } from '#test/support/arbitraries.ts';
import { play } from '#test/support/moves.ts';
import { expectProperty, propertyNames } from '#test/support/properties.ts';
import type { PropertyName } from '#test/support/properties.ts';
import { seed } from '#test/support/seed.ts';

const titles: Readonly<Record<PropertyName, string>> = {
  logGivesState: '[LOG-01] the log folds to the state, as JSON too, and nothing that went in is changed',
  seekingIsFolding: '[LOG-04] seeking to any entry is folding the entries before it',
  checkpointGoesOn: '[LOG-10] a world goes on from its checkpoint as it would have gone on',
  refusalChangesNothing: '[ARM-20] a refused management command changes nothing but the log',
  refusedRequestCounts: '[LOG-02] a request that is refused changes nothing but the count of requests',
  clockNeverBack: '[TIME-01] only AdvanceClock moves the clock, and never back',
  dueHasHappened: '[TIME-03] whatever is due has happened, in order, when the clock stops',
  namesUnique: '[ARM-11] names are unique in the cloud or in their group',
  nameIndexTrue: '[ARM-11] the index of cloud-wide names is what the resources are named',
  idsDistinct: '[ID-19] no two principals ever share an id, of either kind',
  principalsOwned:
    '[ID-06] [ARM-29] every live principal belongs to exactly one identity, and every identity has its own',
  principalsDescribed:
    '[ENTRA-02] [ENTRA-03] [MOVE-11] every principal is named after its resource, and keeps its names',
  referencesStay: '[ID-14] no identity block changes by the deletion of an identity',
  assignedOnce: '[RBAC-04] [RBAC-25] scope, role and principal are assigned once, and no two assignments share a GUID',
  assignmentsStay: '[DEL-02] no assignment goes because its principal goes',
  grantsAsked: '[ID-18] nothing grants a role but its assignment',
  lockedStays: '[CALLER-10] [CALLER-11] nothing is deleted that is locked, or has something locked within',
  movedStaysItself:
    '[MOVE-02] [MOVE-03] [MOVE-04] [MOVE-05] what moves keeps its identity and leaves its grants behind',
  orphansByDeletion: '[DEL-02] an assignment is orphaned only by the deletion of its principal',
  deletedListed: '[DEL-03] a principal that goes is on the deleted list for 30 days',
  reportIsDifference: '[DEL-13] the report of a deletion is the difference that it made',
  minutesAddUp: '[TIME-04] two steps of the clock are one',
  alwaysAnswered: '[LOG-02] [ARM-19] every command is answered, and a check foretells the refusal',
  noTokenForTheDead: '[ENTRA-14] a principal that is gone gets no token, cached or not',
  idsDoNotShift: '[LOG-11] what happens elsewhere shifts no id and no delay',
  referenceAgrees:
    '[ARM-07] [ID-06] [RBAC-03] a naive second Azure agrees about names, identities, principals and access',
};

/** Every event that a command can lead to, and in how many of 200 histories at least it has to be seen. */
const reached: Readonly<Record<Exclude<CloudEvent['type'], 'OrdinalsRestored'>, number>> = {
  ResourceGroupCreated: 100,
  ResourceGroupDeleted: 20,
  ResourceCreated: 100,
  ResourceDeleted: 50,
  ResourceMoved: 10,
  TagsSet: 10,
  DetailsSet: 10,
  LockCreated: 10,
  LockDeleted: 10,
  SystemAssignedIdentityEnabled: 100,
  SystemAssignedIdentityDisabled: 20,
  UserAssignedIdentityAttached: 100,
  UserAssignedIdentityDetached: 10,
  ServicePrincipalCreated: 100,
  ServicePrincipalReplicated: 10,
  ServicePrincipalDeleted: 50,
  ServicePrincipalPurged: 10,
  UserCreated: 100,
  GroupSet: 100,
  ApplicationRegistered: 100,
  AppRoleAssigned: 10,
  AppRoleRemoved: 5,
  FederatedCredentialSet: 10,
  FederatedCredentialTookEffect: 10,
  FederatedCredentialDeleted: 5,
  ServiceAccountSet: 100,
  ServiceAccountDeleted: 3,
  RoleAssignmentCreated: 100,
  RoleAssignmentTookEffect: 30,
  RoleAssignmentDeleted: 50,
  RoleRemovalTookEffect: 50,
  DenyAssignmentCreated: 10,
  DenyAssignmentDeleted: 10,
  SecretSet: 100,
  SecretPropertiesSet: 3,
  SecretDeleted: 10,
  SecretRecovered: 10,
  DeletedSecretPurged: 10,
  VaultConfigured: 10,
  VaultSoftDeleted: 20,
  VaultRecovered: 10,
  DeletedVaultPurged: 5,
  ContainerCreated: 100,
  ContainerDeleted: 10,
  BlobUploaded: 100,
  BlobDeleted: 10,
  StorageAccountEmptied: 10,
  SharedKeyAccessSet: 10,
  AccountKeyRegenerated: 10,
  SqlAdministratorSet: 10,
  DatabaseUserSet: 10,
  DatabaseUserDropped: 10,
  CosmosRoleAssigned: 10,
  CosmosRoleRemoved: 10,
  FirewallSet: 3,
  PowerChanged: 10,
  IdentityUriChanged: 10,
  UpgradeModeSet: 10,
  InstancesUpdated: 10,
  ImdsFaultSet: 10,
  ImdsFaultMet: 10,
  AppSettingsSet: 10,
  ReferenceIdentitySet: 10,
  AuthenticationSet: 10,
  TokenIssued: 100,
  TokenExpired: 20,
  TokenCacheCleared: 10,
  RequestSent: 100,
  ResponseReturned: 100,
  ConnectionFailed: 50,
  ManagementAnswered: 100,
  ClockAdvanced: 100,
  RoleDelaySet: 20,
  ReplicationDelaySet: 10,
};

describe('random histories', () => {
  // Always the same ones: this is about the arbitraries, not about luck.
  const histories = [anyMoves, wideMoves].flatMap((moves) =>
    fc.sample(moves, { seed: 1, numRuns: 200 }).map((each) => play('lab', each)),
  );
  const kindsSeen = histories.map(
    ({ entries }) => new Set(entries.flatMap(({ events }) => events.map(({ type }) => type))),
  );

  it.each(Object.entries(reached))('reach %s', (type, times) => {
    const seen = kindsSeen.filter((kinds: ReadonlySet<string>) => kinds.has(type));
    expect(seen.length).toBeGreaterThanOrEqual(times);
  });

  it('reach orphans, stale references, cached tokens and targets that let somebody in', () => {
    const orphaned = histories.filter(({ states }) =>
      states.some((state) => assignmentsOf(state).some((each) => isOrphaned(state, each))),
    );
    const answers = histories.flatMap(({ entries }) => entries.flatMap(({ events }) => events));
    const cached = answers.filter((event) => event.type === 'ResponseReturned' && event.fromCache);
    const allowed = answers.filter((event) => event.type === 'ResponseReturned' && event.decision?.allowed === true);
    const stale = histories.filter(({ states }) => states.some(hasStaleReference));
    const counts = { orphaned, cached, allowed, stale };
    for (const [what, { length }] of Object.entries(counts)) expect([what, length > 10]).toEqual([what, true]);
  });
});

function hasStaleReference(state: CloudState): boolean {
  return hostsOf(state).some(({ identity }) =>
    attachedTo(identity).some(
      ({ principalId }) => findPrincipal(state.entra, state.tenantId, principalId) === undefined,
    ),
  );
}

/** Other random histories for each law, more than a thousand in all. */
describe('in every history', () => {
  const rows = propertyNames.map((name, index) => [titles[name], name, seed + index] as const);

  it.each(rows)('%s', (_title, name, ownSeed) => {
    expectProperty(name, ownSeed, 60);
  });
});
