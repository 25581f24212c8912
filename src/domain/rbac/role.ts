import type { RoleId } from '#domain/kernel/brand.ts';

/** A built-in role: what it allows in the control plane (`actions`) and in the data plane (`dataActions`). */
export interface Role {
  readonly id: RoleId;
  readonly name: string;
  readonly actions: readonly string[];
  /** What is taken from `actions`. No denial: another role may grant it (facts: corrections 15). */
  readonly notActions: readonly string[];
  readonly dataActions: readonly string[];
  readonly notDataActions: readonly string[];
  /** An expression of Azure ABAC that each of the role's assignments is under. */
  readonly condition?: string;
}
