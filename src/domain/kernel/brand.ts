declare const brand: unique symbol;

/** A string that the compiler keeps apart from other strings: the ids of Azure are easily mistaken for one another. */
export type Brand<Name extends string> = string & { readonly [brand]: Name };

/** Object id of a service principal: `principalId` in ARM, `oid` in a token. What role assignments compare. */
export type PrincipalId = Brand<'PrincipalId'>;
/** Application id of a service principal: `clientId` in ARM, `appid` in a token. What a caller names at IMDS. */
export type ClientId = Brand<'ClientId'>;
/** Id of a Microsoft Entra tenant: `tid` in a token. */
export type TenantId = Brand<'TenantId'>;
export type SubscriptionId = Brand<'SubscriptionId'>;
/** Full ARM id, `/subscriptions/…`. Compared without case: see `arm/resource-id.ts`. */
export type ResourceId = Brand<'ResourceId'>;
/** GUID of a role definition, without its path. */
export type RoleId = Brand<'RoleId'>;
/** Full ARM id of a role assignment. */
export type RoleAssignmentId = Brand<'RoleAssignmentId'>;
/** Id of an issued token, the `uti` of its claims. */
export type TokenId = Brand<'TokenId'>;
