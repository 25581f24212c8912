import type { ClientId, PrincipalId } from '#domain/kernel/brand.ts';
import { guid } from '#domain/kernel/guid.ts';
import { fromIso } from '#domain/kernel/instant.ts';
import type { Application, User } from './state.ts';

/** The tenant's own domain, under which users sign in. */
export const tenantDomain = 'contoso.onmicrosoft.com';

/** Before any world begins. */
const foundation = fromIso('2024-01-15T08:00:00Z');

/** The application ID of Microsoft Graph, the same in every tenant. */
export const microsoftGraphAppId = '00000003-0000-0000-c000-000000000000' as ClientId;

/** The application ID of the Azure CLI, with which people sign in (facts: tokens §5.2 for the claim). */
export const azureCliAppId = '04b07795-8ddb-461a-bbee-02f9e1bf7b46' as ClientId;

/** Some of Graph's app roles, with the ids that they have in every tenant. */
const graphRoleIds: ReadonlyMap<string, string> = new Map([
  ['User.Read.All', 'df021288-bdef-4463-88db-98f22de89214'],
  ['Group.Read.All', '5b567255-7703-4780-807c-7be8301ae99b'],
  ['Application.Read.All', '9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30'],
  ['Mail.Send', 'b633e1c5-b582-4048-a93e-9f11b44c7e96'],
]);

/** Microsoft Graph: an application of every tenant, whose service principal has an id of its own in each. */
export function microsoftGraph(seed: string): Application {
  return {
    appId: microsoftGraphAppId,
    id: guid(seed, 'application principal', microsoftGraphAppId) as PrincipalId,
    displayName: 'Microsoft Graph',
    appRoles: [...graphRoleIds.keys()],
    assignmentRequired: false,
    createdAt: foundation,
  };
}

/** The learner as a user of the tenant. */
export function learner(seed: string): User {
  return {
    id: guid(seed, 'user', 'learner') as PrincipalId,
    displayName: 'You',
    userPrincipalName: `you@${tenantDomain}`,
    createdAt: foundation,
  };
}

/** The id of an app role: the one that it has everywhere at Graph, else one of the application's own. */
export function appRoleId(seed: string, appId: ClientId, role: string): string {
  const known = appId === microsoftGraphAppId ? graphRoleIds.get(role) : undefined;
  return known ?? guid(seed, 'app role', appId, role);
}

/** Whether app roles of an application can be given to users and groups: Graph's, which are permissions, cannot. */
export function isForPeople(appId: ClientId): boolean {
  return appId !== microsoftGraphAppId;
}

/** The name under which a user signs in: the display name in lower case, its words joined by periods. */
export function signInName(displayName: string): string {
  const words = displayName.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return `${words.join('.')}@${tenantDomain}`;
}
