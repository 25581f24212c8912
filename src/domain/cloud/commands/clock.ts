/** Time, and how long things take. */
export type ClockCommand =
  | { readonly type: 'AdvanceClock'; readonly seconds: number }
  | { readonly type: 'SetRoleDelay'; readonly delay: RoleDelay }
  /** Seconds until a new principal is known outside Microsoft Entra ID; 0 where nothing is said. */
  | { readonly type: 'SetReplicationDelay'; readonly seconds: number };

/** How long a grant or its removal takes: drawn from the seed between 0 and 10 minutes, or fixed. */
export type RoleDelay = { readonly kind: 'seeded' } | { readonly kind: 'fixed'; readonly seconds: number };
