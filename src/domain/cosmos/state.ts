import * as dictionary from '#domain/kernel/dictionary.ts';
import type { Dictionary } from '#domain/kernel/dictionary.ts';
import { idKey } from '#domain/arm/resource-id.ts';
import type { PrincipalId, ResourceId } from '#domain/kernel/brand.ts';
import { rekey, setList } from '#domain/kernel/keyed.ts';

/** The built-in data roles of Cosmos DB, which are no Azure roles (facts: tokens §7.4). */
export type CosmosRole = 'reader' | 'contributor';

export interface CosmosAssignment {
  readonly principalId: PrincipalId;
  readonly role: CosmosRole;
}

export type CosmosEvent =
  | { readonly type: 'CosmosRoleAssigned'; readonly accountId: ResourceId; readonly assignment: CosmosAssignment }
  | { readonly type: 'CosmosRoleRemoved'; readonly accountId: ResourceId; readonly assignment: CosmosAssignment };

export interface CosmosState {
  /** Data role assignments by account. */
  readonly assignments: Dictionary<readonly CosmosAssignment[]>;
}

export const emptyCosmos: CosmosState = { assignments: dictionary.empty() };

export function cosmosAssignments(cosmos: CosmosState, accountId: string): readonly CosmosAssignment[] {
  return dictionary.get(cosmos.assignments, idKey(accountId)) ?? [];
}

export function evolveCosmos(cosmos: CosmosState, event: CosmosEvent): CosmosState {
  const { accountId, assignment } = event;
  const others = cosmosAssignments(cosmos, accountId).filter(
    ({ principalId, role }) => principalId !== assignment.principalId || role !== assignment.role,
  );
  const held = event.type === 'CosmosRoleAssigned' ? [...others, assignment] : others;
  return { assignments: setList(cosmos.assignments, idKey(accountId), held) };
}

export function forgetCosmos(cosmos: CosmosState, id: ResourceId): CosmosState {
  return { assignments: dictionary.remove(cosmos.assignments, idKey(id)) };
}

export function moveCosmos(cosmos: CosmosState, from: ResourceId, to: ResourceId): CosmosState {
  return { assignments: rekey(cosmos.assignments, idKey(from), idKey(to)) };
}

/** The shortest list of events that folds to this slice. */
export function* checkpointCosmos(cosmos: CosmosState): Generator<CosmosEvent> {
  for (const [id, held] of dictionary.entries(cosmos.assignments)) {
    for (const assignment of held) yield { type: 'CosmosRoleAssigned', accountId: id as ResourceId, assignment };
  }
}
