import { idKey } from '#domain/arm/resource-id.ts';
import { guid } from '#domain/kernel/guid.ts';
import { cosmosRoles } from './rules.ts';
import type { CosmosAssignment } from './state.ts';

/** Clients choose the GUID of an assignment; the simulator derives it from what it joins. */
export function cosmosAssignmentName(seed: string, accountId: string, { principalId, role }: CosmosAssignment): string {
  return guid(seed, 'cosmos role', idKey(accountId), idKey(principalId), role);
}

/** What a client sends of an assignment, whose scope is the account here. */
export function cosmosAssignmentProperties(accountId: string, { principalId, role }: CosmosAssignment) {
  return { roleDefinitionId: `${accountId}/sqlRoleDefinitions/${cosmosRoles[role].id}`, principalId, scope: accountId };
}

/** A data role assignment as ARM prints it (docs: SQL resources REST of Azure Cosmos DB). */
export function cosmosAssignmentBody(seed: string, accountId: string, held: CosmosAssignment) {
  const name = cosmosAssignmentName(seed, accountId, held);
  return {
    id: `${accountId}/sqlRoleAssignments/${name}`,
    name,
    type: 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments',
    properties: cosmosAssignmentProperties(accountId, held),
  };
}
