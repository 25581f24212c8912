import type { RoleAssignmentId } from '#domain/kernel/brand.ts';
import type { Instant } from '#domain/kernel/instant.ts';

/** The gates that a call passes in turn; the first that refuses ends it. */
export type GateName =
  | 'token'
  | 'signature'
  | 'issuer'
  | 'audience'
  | 'lifetime'
  /** A storage account's key, instead of a token. */
  | 'sharedKey'
  | 'network'
  | 'deny'
  | 'role'
  | 'condition'
  /** An access policy of a vault. */
  | 'policy'
  /** A user of a database. */
  | 'databaseUser'
  /** A data role of Cosmos DB. */
  | 'cosmosRole'
  /** An app role in the token. */
  | 'appRole'
  /** Whether an app lets this client in. */
  | 'application';

/** One gate's verdict with what was compared, so that a screen can say why. */
export interface Gate {
  readonly gate: GateName;
  readonly passed: boolean;
  readonly expected: string;
  readonly found: string;
}

/** Every gate up to the first that refused. */
export interface AccessDecision {
  readonly allowed: boolean;
  readonly gates: readonly Gate[];
  /** A grant that would allow the call and is not yet effective. */
  readonly pending: { readonly assignmentId: RoleAssignmentId; readonly effectiveAt: Instant } | null;
}
