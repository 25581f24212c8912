import { selectIdentity } from '#domain/managedidentity/selection.ts';
import { azureRbacRules } from '#domain/rbac/rules.ts';
import type { RbacRules } from '#domain/rbac/rules.ts';

/**
 * The named decision points of the engine. A belief, right or wrong, is a function from rules to rules, and
 * what it predicts is the same engine run with it; operations hold no exception for beliefs.
 */
export interface Rules extends RbacRules {
  readonly selectIdentity: typeof selectIdentity;
}

export const azureRules: Rules = { ...azureRbacRules, selectIdentity };
