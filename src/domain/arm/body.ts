import { toIso, toIsoFraction7 } from '#domain/kernel/instant.ts';
import { printedDetails, propertiesIn } from './details.ts';
import { attachedTo, systemPrincipalOf } from './identity-block.ts';
import { isHost, resourceKinds } from './kinds.ts';
import type { Lock } from './lock.ts';
import type { IdentityBlock, Resource, ResourceGroup, ResourceKind } from './resource.ts';
import { nameOf } from './resource-id.ts';

/* What Azure Resource Manager prints of what it keeps. */

type Properties = Readonly<Record<string, unknown>>;

export function groupBody(group: ResourceGroup): unknown {
  return {
    id: group.id,
    name: group.name,
    type: 'Microsoft.Resources/resourceGroups',
    location: group.location,
    ...(group.tags === undefined ? {} : { tags: group.tags }),
    properties: { provisioningState: 'Succeeded' },
  };
}

/** A management lock (docs: REST of management locks). */
export function lockBody(lock: Lock): unknown {
  const { id, name, level } = lock;
  return { id, name, type: 'Microsoft.Authorization/locks', properties: { level } };
}

/** A resource as ARM prints it, as far as the simulator knows its properties; services add what they keep of it. */
export function resourceBody(resource: Resource, tenantId: string, more: Properties = {}): unknown {
  const { kind, id, name, location, tags } = resource;
  const envelope = {
    id,
    name: printsShortName(kind) ? nameOf(id) : name,
    type: resourceKinds[kind].armType,
    location,
    ...(tags === undefined ? {} : { tags }),
  };
  const details = printedDetails(kind, resource.details);
  const { properties: _, ...parts } = details;
  if (resource.kind === 'userAssignedIdentity') {
    const { principalId, clientId } = resource;
    return { ...envelope, ...parts, properties: { ...propertiesIn(details), tenantId, principalId, clientId } };
  }
  const properties = { ...propertiesIn(details), ...propertiesOf(resource, tenantId), ...more };
  if (!isHost(resource)) return { ...envelope, ...parts, properties };
  const identity = identityBody(resource.identity, tenantId, isCompute(kind));
  return { ...envelope, ...parts, ...(identity === null ? {} : { identity }), properties };
}

/** App Service names a slot `<app>/<slot>`, other providers print a child's last segment alone. */
function printsShortName(kind: ResourceKind): boolean {
  return kind !== 'webAppSlot';
}

function propertiesOf(resource: Exclude<Resource, { kind: 'userAssignedIdentity' }>, tenantId: string): Properties {
  const { kind, name, location, createdAt } = resource;
  switch (kind) {
    case 'keyVault':
      return {
        tenantId,
        enableRbacAuthorization: true,
        vaultUri: `https://${name}.vault.azure.net/`,
        provisioningState: 'Succeeded',
      };
    case 'storageAccount':
      return {
        primaryEndpoints: { blob: `https://${name}.blob.core.windows.net/` },
        primaryLocation: location,
        statusOfPrimary: 'available',
        creationTime: toIsoFraction7(createdAt),
        provisioningState: 'Succeeded',
      };
    case 'sqlServer':
      return { fullyQualifiedDomainName: `${name}.database.windows.net`, state: 'Ready' };
    case 'sqlDatabase':
      return { status: 'Online' };
    case 'cosmosAccount':
      return { documentEndpoint: `https://${name}.documents.azure.com:443/`, provisioningState: 'Succeeded' };
    case 'serviceBusNamespace':
    case 'eventHubsNamespace':
      return {
        serviceBusEndpoint: `https://${name}.servicebus.windows.net:443/`,
        status: 'Active',
        provisioningState: 'Succeeded',
      };
    case 'webApp':
    case 'functionApp':
    case 'webAppSlot':
      return { state: 'Running', defaultHostName: `${name.replace('/', '-')}.azurewebsites.net`, enabled: true };
    case 'virtualMachine':
    case 'vmScaleSet':
      return { provisioningState: 'Succeeded', timeCreated: toIso(createdAt) };
    default:
      return { provisioningState: 'Succeeded' };
  }
}

function isCompute(kind: ResourceKind): boolean {
  return kind === 'virtualMachine' || kind === 'vmScaleSet';
}

/** The type of a block as its provider spells it: Compute with a space after the comma, the others without (facts: control-plane §1.4). */
export function identityTypeOf(type: IdentityBlock['type'], kind: ResourceKind): string {
  return isCompute(kind) ? type : type.replace(', ', ',');
}

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
