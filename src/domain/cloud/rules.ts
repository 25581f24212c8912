import { checkToken } from '#domain/entra/token-gates.ts';
import { selectIdentity } from '#domain/managedidentity/selection.ts';
import { azureRbacRules } from '#domain/rbac/rules.ts';
import type { RbacRules } from '#domain/rbac/rules.ts';
import { onDelete } from './on-delete.ts';

/**
 * The named decision points of the engine. A belief, right or wrong, is a function from rules to rules, and
 * what it predicts is the same engine run with it; operations hold no exception for beliefs.
 */
export interface Rules extends RbacRules {
  readonly selectIdentity: typeof selectIdentity;
  /** What a target thinks of a token, before it looks at grants. */
  readonly tokenAccepted: typeof checkToken;
  /** What goes with a principal that is deleted. */
  readonly onDelete: typeof onDelete;
}

/** The decision points as Azure has them. */
export const azureRules: Rules = { ...azureRbacRules, selectIdentity, tokenAccepted: checkToken, onDelete };
