import * as v from 'valibot';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { clientId, name, principalId, text, writtenId } from './primitives.ts';

/*
 * What services call their settings: commands ask for them, events say that they are so.
 */

export const roleDelay = v.variant('kind', [
  v.object({ kind: v.literal('seeded') }),
  v.object({
    kind: v.literal('fixed'),
    seconds: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(86_400)),
  }),
]);

export const lockLevel = v.picklist(['CanNotDelete', 'ReadOnly']);

export const principalType = v.picklist(['User', 'Group', 'ServicePrincipal']);

export const permissionModel = v.picklist(['rbac', 'accessPolicies']);

export const secretPermission = v.picklist(['get', 'list', 'set', 'delete', 'recover', 'purge']);

export const upgradeMode = v.picklist(['Automatic', 'Manual']);

export const firewall = v.object({
  defaultAction: v.picklist(['Allow', 'Deny']),
  allowedAddresses: v.array(name),
  trustedServices: v.boolean(),
  publicAccess: v.boolean(),
});

export const imdsFault = v.object({
  kind: v.picklist(['throttled', 'updating', 'endpointUpdating', 'serverError', 'unavailable', 'restarting']),
  requests: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
  retryAfter: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
});

export const appSetting = v.object({ value: text, sticky: v.boolean() });

/** As it was written: Azure takes any text for it, and looks for the identity when it is needed. */
export const referenceIdentity = v.union([v.literal('SystemAssigned'), writtenId<ResourceId>()]);

export const authentication = v.object({
  clientId,
  allowedAudiences: v.array(text),
  allowedApplications: v.nullable(v.array(name)),
  unauthenticatedAction: v.picklist(['RedirectToLoginPage', 'AllowAnonymous', 'Return401', 'Return403']),
});

export const cosmosRole = v.picklist(['reader', 'contributor']);

export const accountKey = v.picklist([1, 2]);

export const appRole = { principalId, resource: clientId, role: name };
