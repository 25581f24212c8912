import * as v from 'valibot';
import type {
  ClientId,
  PrincipalId,
  ResourceId,
  RoleAssignmentId,
  RoleId,
  TenantId,
  TokenId,
} from '#domain/kernel/brand.ts';
import { instant } from '#domain/kernel/instant.ts';
import type { Instant } from '#domain/kernel/instant.ts';

/** No id or name of Azure is longer; contents of secrets and blobs have a bound of their own. */
const longestId = 2_048;
const longestText = 1_000_000;

function brandedId<Id extends string>() {
  return v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(longestId),
    v.transform((text) => text as Id),
  );
}

/** An id as somebody wrote it in a command: it may be none, and Azure's answer said so. */
export function writtenId<Id extends string>() {
  return v.pipe(
    v.string(),
    v.maxLength(longestText),
    v.transform((text) => text as Id),
  );
}

export const principalId = brandedId<PrincipalId>();
export const clientId = brandedId<ClientId>();
export const tenantId = brandedId<TenantId>();
export const resourceId = brandedId<ResourceId>();
export const roleId = brandedId<RoleId>();
export const roleAssignmentId = brandedId<RoleAssignmentId>();
export const tokenId = brandedId<TokenId>();

export const name = v.pipe(v.string(), v.maxLength(longestId));
export const text = v.pipe(v.string(), v.maxLength(longestText));

/** An instant is checked to lie in years of four digits, where it can be written and added to. */
export const time = v.pipe(
  v.number(),
  v.check(isInstant, 'is no instant'),
  v.transform((seconds): Instant => instant(seconds)),
);

function isInstant(seconds: number): boolean {
  return Number.isSafeInteger(seconds) && seconds >= 0 && seconds < 250_000_000_000;
}
