import { cosmosRoles } from '#domain/cosmos/rules.ts';
import { builtInRoles } from '#domain/rbac/built-in-roles.ts';
import type { Role } from '#domain/rbac/role.ts';

/** A role as the reference shows it. */
export interface RoleRow extends Omit<Role, 'id'> {
  readonly id: string;
  /** Its anchor: ids of Cosmos DB's own roles would not do, for they differ by one digit. */
  readonly anchor: string;
  /** Kept by Cosmos DB in the account, and no Azure role. */
  readonly isOfCosmos: boolean;
}

/** Every built-in role that the engine knows, broad ones first; behind them the data roles of Cosmos DB. */
export const roleRows: readonly RoleRow[] = [
  ...builtInRoles.map((role): RoleRow => ({ ...role, anchor: anchorOf(role.name), isOfCosmos: false })),
  ...Object.values(cosmosRoles).map((role): RoleRow => ({
    ...role,
    anchor: anchorOf(role.name),
    isOfCosmos: true,
    actions: [],
    notActions: [],
    notDataActions: [],
  })),
];

function anchorOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}
