import { idKey } from '#domain/arm/resource-id.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { CosmosAssignment, CosmosRole } from '#domain/cosmos/state.ts';
import { guid } from '#domain/kernel/guid.ts';

/** Azure's own ids of the built-in data roles of Cosmos DB (docs: Azure Cosmos DB, data plane roles). */
export const cosmosRoleIds: Readonly<Record<CosmosRole, string>> = {
  reader: '00000000-0000-0000-0000-000000000001',
  contributor: '00000000-0000-0000-0000-000000000002',
};

/** Clients choose the GUID of an assignment; the simulator derives it of what is joined. */
export function cosmosName({ seed }: CloudState, accountId: string, { principalId, role }: CosmosAssignment): string {
  return guid(seed, 'cosmos assignment', idKey(accountId), principalId, role);
}

export function cosmosProperties(accountId: string, { principalId, role }: CosmosAssignment) {
  const roleDefinitionId = `${accountId}/sqlRoleDefinitions/${cosmosRoleIds[role]}`;
  return { roleDefinitionId, scope: accountId, principalId };
}

/** A data role assignment as ARM prints it (docs: SQL resources REST of Azure Cosmos DB). */
export function cosmosAssignmentBody(state: CloudState, accountId: string, held: CosmosAssignment): unknown {
  const name = cosmosName(state, accountId, held);
  return {
    id: `${accountId}/sqlRoleAssignments/${name}`,
    name,
    type: 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments',
    properties: cosmosProperties(accountId, held),
  };
}
