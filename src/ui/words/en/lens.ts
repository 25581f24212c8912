import type { IdKind, IdMeaning } from '#app/lens/ids.ts';
import type { ClaimReader } from '#domain/entra/claims.ts';
import { list } from './flow/phrases.ts';

const kinds: Readonly<Record<IdKind, string>> = {
  clientId: 'Client ID',
  objectId: 'Object ID (principal ID)',
  tenantId: 'Tenant ID',
  subscriptionId: 'Subscription ID',
  groupId: 'Resource ID of a group',
  resourceId: 'Resource ID',
  roleDefinitionId: 'Role definition ID',
  roleAssignmentId: 'Name of a role assignment',
};

const readers: Readonly<Record<ClaimReader, string>> = {
  everyTarget: 'every target',
  rbac: 'Azure roles',
  keyVaultPolicy: 'access policies of Key Vault',
  cosmos: 'the roles of Cosmos DB',
  sql: 'the users of Azure SQL',
  graph: 'Microsoft Graph',
  easyAuth: 'App Service authentication',
};

/** What else is to be known of who looks at an id of that kind. */
const besides: Readonly<Record<IdKind, string>> = {
  clientId: 'Code names a user-assigned identity by it. Role assignments never look at it.',
  objectId: 'A role assignment holds it as its principalId.',
  tenantId: 'It stands in the issuer, which every target compares with the tenant that it trusts.',
  subscriptionId: 'Nobody compares it by itself. Scopes and resource IDs begin with it.',
  groupId: 'A role assigned at this scope counts for everything in the group.',
  resourceId: 'No target compares it. A host is given an identity by it, and it is the scope of a role assignment.',
  roleDefinitionId: 'It says which role an assignment gives. No token holds it.',
  roleAssignmentId: 'It tells assignments apart. No token holds it.',
};

function owner({ owner: who, of, gone }: IdMeaning): string {
  switch (who) {
    case 'tenant':
      return 'of the tenant';
    case 'subscription':
      return 'of the subscription';
    case 'systemAssignedIdentity':
      return gone ? `of the system-assigned identity ${of}, deleted` : `of the system-assigned identity of ${of}`;
    case 'userAssignedIdentity':
      return gone ? `of the user-assigned identity ${of}, deleted` : `of the user-assigned identity ${of}`;
    case 'person':
      return `of the user ${of}`;
    case 'group':
      return `of the group ${of}`;
    case 'application':
      return `of the application ${of}`;
    case 'resourceGroup':
      return `of the resource group ${of}`;
    case 'role':
      return of === '' ? 'of a role' : `of ${of}`;
    case 'resource':
      return gone ? `of ${of}, which is not there` : `of ${of}`;
  }
}

/** What the ID lens says. */
export const lensWords = {
  kind: (kind: IdKind) => kinds[kind],
  owner,
  compared: (kind: IdKind, by: readonly ClaimReader[]) =>
    by.length === 0 ? besides[kind] : `Compared by ${list(by.map((reader) => readers[reader]))}. ${besides[kind]}`,
  unknown: 'An id of nothing in this world',
  unknownText: 'Nothing that was made here has it: an id of this one message, or a wrong one.',
  places: (count: number) => (count === 1 ? 'Here alone' : `In ${count} places here`),
  pin: 'Click it, or press Enter, to keep it',
  letGo: 'Let go',
} as const;
