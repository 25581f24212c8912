import { longestReplicationDelay, longestRoleDelay, principalRetention } from '#domain/cloud/delays.ts';
import { issuedInThePast, lifetime, userLifetime } from '#domain/entra/issue-token.ts';
import { longestPropagation, longestValue, mostCredentials } from '#domain/federation/rules.ts';
import { day, minute } from '#domain/kernel/instant.ts';
import { defaultVaultSettings } from '#domain/keyvault/settings.ts';

export type LimitId =
  | 'token-life'
  | 'token-issued-early'
  | 'user-token-life'
  | 'token-cache'
  | 'role-delay'
  | 'replication-delay'
  | 'group-in-token'
  | 'federated-credentials'
  | 'federated-value'
  | 'federated-audiences'
  | 'federated-delay'
  | 'system-assigned-per-host'
  | 'principal-retention'
  | 'vault-retention'
  | 'imds-updating'
  | 'certificate'
  | 'role-assignments'
  | 'directory-objects';

/** Seconds, a number, a span of days, or words that say it is not a number. */
export type Limit =
  | { readonly kind: 'seconds'; readonly seconds: number; readonly upTo?: true }
  | { readonly kind: 'count'; readonly count: number; readonly exactly?: true }
  | { readonly kind: 'days'; readonly from: number; readonly to: number; readonly usual: number };

export interface LimitRow {
  readonly id: LimitId;
  readonly limit: Limit;
  /** The rule of the engine; null for what it does not simulate. */
  readonly rule: string | null;
}

/** What is limited or takes its time; numbers are the engine's own where it has them. */
export const limitRows: readonly LimitRow[] = [
  { id: 'token-life', limit: { kind: 'seconds', seconds: lifetime }, rule: 'ENTRA-09' },
  { id: 'token-issued-early', limit: { kind: 'seconds', seconds: issuedInThePast }, rule: 'ENTRA-09' },
  { id: 'user-token-life', limit: { kind: 'seconds', seconds: userLifetime }, rule: 'ENTRA-19' },
  { id: 'token-cache', limit: { kind: 'seconds', seconds: lifetime, upTo: true }, rule: 'IMDS-21' },
  { id: 'role-delay', limit: { kind: 'seconds', seconds: longestRoleDelay, upTo: true }, rule: 'RBAC-09' },
  {
    id: 'replication-delay',
    limit: { kind: 'seconds', seconds: longestReplicationDelay, upTo: true },
    rule: 'ENTRA-24',
  },
  { id: 'group-in-token', limit: { kind: 'seconds', seconds: lifetime, upTo: true }, rule: 'TIME-08' },
  { id: 'federated-credentials', limit: { kind: 'count', count: mostCredentials }, rule: 'FED-03' },
  { id: 'federated-value', limit: { kind: 'count', count: longestValue }, rule: 'FED-02' },
  { id: 'federated-audiences', limit: { kind: 'count', count: 1, exactly: true }, rule: 'FED-02' },
  { id: 'federated-delay', limit: { kind: 'seconds', seconds: longestPropagation, upTo: true }, rule: 'FED-06' },
  { id: 'system-assigned-per-host', limit: { kind: 'count', count: 1 }, rule: 'ID-06' },
  { id: 'principal-retention', limit: { kind: 'seconds', seconds: principalRetention }, rule: 'DEL-03' },
  {
    id: 'vault-retention',
    limit: { kind: 'days', from: 7, to: 90, usual: defaultVaultSettings.retentionDays },
    rule: 'ARM-25',
  },
  { id: 'imds-updating', limit: { kind: 'seconds', seconds: minute + 10, upTo: true }, rule: 'IMDS-38' },
  { id: 'certificate', limit: { kind: 'seconds', seconds: 90 * day }, rule: null },
  { id: 'role-assignments', limit: { kind: 'count', count: 4000 }, rule: null },
  { id: 'directory-objects', limit: { kind: 'count', count: 300_000 }, rule: null },
];
