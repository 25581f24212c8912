import type { HttpResponse, SourcedResponse, WireSource } from '#domain/http/message.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { toIso } from '#domain/kernel/instant.ts';
import { attachedTo, systemPrincipalOf } from './identity-block.ts';
import { isHost, resourceKinds } from './kinds.ts';
import type { IdentityBlock, Resource, ResourceGroup } from './resource.ts';
import { groupNameOf, nameOf, typeAndNameOf } from './resource-id.ts';

const jsonHeaders: HttpResponse['headers'] = [
  ['Content-Type', 'application/json; charset=utf-8'],
  ['Cache-Control', 'no-cache'],
];

/** An answer of Azure Resource Manager with a JSON body. */
export function armJson(status: number, body: unknown, source: WireSource): SourcedResponse {
  return { response: { status, headers: jsonHeaders, body: JSON.stringify(body) }, source };
}

/** An answer without a body: 200 or 202 of a deletion, 204 where there was nothing to delete. */
export function armEmpty(status: number): SourcedResponse {
  return { response: { status, headers: [['Cache-Control', 'no-cache']], body: '' }, source: 'docs' };
}

/** ARM's error envelope. Each caller names the source of its code and message. */
export function armError(status: number, code: string, message: string, source: WireSource): SourcedResponse {
  return armJson(status, { error: { code, message } }, source);
}

/** facts: control-plane §5.1 */
export function resourceGroupNotFound(group: string): SourcedResponse {
  return armError(404, 'ResourceGroupNotFound', `Resource group '${group}' could not be found.`, 'capture');
}

/** facts: control-plane §5.1 */
export function resourceNotFound(id: string): SourcedResponse {
  const group = groupNameOf(id) ?? '';
  return armError(
    404,
    'ResourceNotFound',
    `The Resource '${typeAndNameOf(id)}' under resource group '${group}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
    'capture',
  );
}

/** Azure's own texts for invalid names differ by provider and are not confirmed: the simulator's words. */
export function invalidName(what: string, name: string, rule: string): SourcedResponse {
  return armError(400, 'InvalidResourceName', `The ${what} name '${name}' is invalid. Use ${rule}.`, 'unconfirmed');
}

/** facts: control-plane §5.1 */
export function storageAccountAlreadyTaken(name: string): SourcedResponse {
  return armError(409, 'StorageAccountAlreadyTaken', `The storage account named ${name} is already taken.`, 'capture');
}

/** The middle of the text is not known: control-plane §5.1 leaves it out. */
export function vaultAlreadyExists(name: string): SourcedResponse {
  return armError(
    409,
    'VaultAlreadyExists',
    `The vault name '${name}' is already in use. Vault names are globally unique so it is possible that the name is already taken. If you are sure that the vault name was not taken then it is possible that a vault with the same name was recently deleted but not purged after being placed in a recoverable state. For more information about VaultAlreadyExists, soft delete and purging a vault follow this link https://go.microsoft.com/fwlink/?linkid=2147740.`,
    'unconfirmed',
  );
}

/** A soft-deleted vault of one's own holds the name (facts: corrections 5). */
export function vaultInDeletedState(): SourcedResponse {
  return armError(
    409,
    'ConflictError',
    'A vault with the same name already exists in deleted state. You need to either recover or purge existing key vault. Follow this link https://go.microsoft.com/fwlink/?linkid=2149745 for more information on soft delete.',
    'docs',
  );
}

/** The simulator's words: Azure's own are not confirmed. */
export function deletedVaultNotFound(name: string): SourcedResponse {
  return armError(404, 'DeletedVaultNotFound', `There is no deleted vault named ${name}.`, 'unconfirmed');
}

export function siteNameTaken(name: string): SourcedResponse {
  return armError(409, 'Conflict', `Website with given name ${name} already exists.`, 'unconfirmed');
}

export function notAHost(id: string): SourcedResponse {
  return armError(
    400,
    'InvalidRequestContent',
    `The resource '${nameOf(id)}' cannot carry a managed identity in this simulator. Choose a virtual machine, a web app or a function app.`,
    'unconfirmed',
  );
}

/** A user-assigned identity that does not exist (facts: control-plane §5.2, `FailedIdentityOperation`). */
export function failedIdentityOperation(resource: string, identity: string): SourcedResponse {
  const inner = JSON.stringify({
    error: { code: 'BadRequest', message: `Resource '${identity}' was not found.` },
  });
  return armError(
    400,
    'FailedIdentityOperation',
    `Identity operation for resource '${resource}' failed with error 'Failed to perform resource identity operation. Status: 'BadRequest'. Response: '${inner}'.'.`,
    'capture',
  );
}

/** A name or a GUID in the place of an ARM id (facts: control-plane §5.2). */
export function linkedInvalidPropertyId(id: string): SourcedResponse {
  return armError(
    400,
    'LinkedInvalidPropertyId',
    `Property id '${id}' at path '' is invalid. Expect fully qualified resource Id that start with '/subscriptions/{subscriptionId}' or '/providers/{resourceProviderNamespace}/'.`,
    'capture',
  );
}

export function groupBody(group: ResourceGroup): unknown {
  return {
    id: group.id,
    name: group.name,
    type: 'Microsoft.Resources/resourceGroups',
    location: group.location,
    properties: { provisioningState: 'Succeeded' },
  };
}

/** A resource as ARM prints it, as far as the simulator knows its properties. */
export function resourceBody(resource: Resource, tenantId: string): unknown {
  const envelope = {
    id: resource.id,
    name: resource.name,
    type: resourceKinds[resource.kind].armType,
    location: resource.location,
  };
  if (resource.kind === 'userAssignedIdentity') {
    const { principalId, clientId } = resource;
    return { ...envelope, properties: { isolationScope: 'None', tenantId, principalId, clientId } };
  }
  if (isHost(resource)) {
    const identity = identityBody(resource.identity, tenantId, resource.kind === 'virtualMachine');
    return {
      ...envelope,
      ...siteKind(resource),
      ...(identity === null ? {} : { identity }),
      properties: { provisioningState: 'Succeeded', timeCreated: timeCreated(resource.createdAt) },
    };
  }
  if (resource.kind === 'keyVault') {
    return {
      ...envelope,
      properties: {
        tenantId,
        enableRbacAuthorization: true,
        vaultUri: `https://${resource.name}.vault.azure.net/`,
      },
    };
  }
  return {
    ...envelope,
    kind: 'StorageV2',
    properties: {
      primaryEndpoints: { blob: `https://${resource.name}.blob.core.windows.net/` },
    },
  };
}

/** The `identity` object; Compute writes the double type with a space, the other providers without (facts: control-plane §1.4). */
function identityBody(block: IdentityBlock, tenantId: string, spaced: boolean): unknown {
  if (block.type === 'None') return null;
  const principalId = systemPrincipalOf(block);
  const attached = attachedTo(block);
  return {
    type: spaced ? block.type : block.type.replace(', ', ','),
    ...(principalId === null ? {} : { principalId, tenantId }),
    ...(attached.length === 0
      ? {}
      : {
          userAssignedIdentities: Object.fromEntries(
            attached.map(({ identityId, ...ids }) => [
              identityId,
              { principalId: ids.principalId, clientId: ids.clientId },
            ]),
          ),
        }),
  };
}

function siteKind(resource: Resource): { kind?: string } {
  if (resource.kind === 'webApp') return { kind: 'app' };
  return resource.kind === 'functionApp' ? { kind: 'functionapp' } : {};
}

function timeCreated(at: Instant): string {
  return toIso(at);
}
