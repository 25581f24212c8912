import { attachedTo, systemPrincipalOf } from '#domain/arm/identity-block.ts';
import { isHost } from '#domain/arm/kinds.ts';
import type { Host, IdentityBlock, Resource, ResourceGroup, ResourceKind } from '#domain/arm/resource.ts';
import { powerOf } from '#domain/compute/state.ts';
import { findAnyPrincipal } from '#domain/cloud/directory.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { toIso } from '#domain/kernel/instant.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { vaultOf } from '#domain/keyvault/state.ts';
import { firewallOf } from '#domain/network/state.ts';
import { accountAccess } from '#domain/storage/state.ts';
import { nameOf } from '#domain/arm/resource-id.ts';
import { findResource } from '#domain/arm/state.ts';
import { administratorOf } from '#domain/sql/state.ts';
import { clusterIssuer } from '#domain/federation/request.ts';
import type { Json, JsonObject } from '#domain/kernel/json.ts';
import { armTypeOf } from './find.ts';

/*
 * Resources as `az` prints them: what ARM nests under `properties` stands beside the name, and the CLI adds
 * `resourceGroup` (facts: control-plane §6.2). Only what the simulator knows is there.
 */

/** A time as Python's clients write it: UTC by its offset. */
export function offsetTime(time: Instant): string {
  return toIso(time).replace('Z', '+00:00');
}

/** facts: control-plane §6.2 */
export function groupJson(group: ResourceGroup): JsonObject {
  return {
    id: group.id,
    location: group.location,
    managedBy: null,
    name: group.name,
    properties: { provisioningState: 'Succeeded' },
    tags: group.tags ?? null,
    type: 'Microsoft.Resources/resourceGroups',
  };
}

/** The raw `identity` block of a host; null where it has none (facts: control-plane §6.2). */
export function identityJson(host: Host, tenantId: string): Json {
  const { identity } = host;
  if (identity.type === 'None') return null;
  const principalId = systemPrincipalOf(identity);
  return {
    principalId,
    tenantId: principalId === null ? null : tenantId,
    type: typeOf(host.kind, identity),
    userAssignedIdentities: attachedTo(identity).length === 0 ? null : userAssignedJson(identity),
  };
}

/** Compute and Container Apps write a space (facts: control-plane §1.4). */
function typeOf(kind: ResourceKind, identity: IdentityBlock): string {
  return kind === 'virtualMachine' || kind === 'vmScaleSet' ? identity.type : identity.type.replace(', ', ',');
}

function userAssignedJson(identity: IdentityBlock): JsonObject {
  return Object.fromEntries(
    attachedTo(identity).map(({ identityId, clientId, principalId }) => [identityId, { clientId, principalId }]),
  );
}

/** What `az vm identity assign` and `az vm create` print of it (facts: control-plane §6.2). */
export function assignedJson(host: Host): JsonObject {
  return {
    systemAssignedIdentity: systemPrincipalOf(host.identity) ?? '',
    userAssignedIdentities: userAssignedJson(host.identity),
  };
}

/** The host as it is after a command; null where it is gone. */
export function hostAt(state: CloudState, id: string): Host | null {
  const resource = findResource(state.arm, id);
  return resource !== undefined && isHost(resource) ? resource : null;
}

function envelope(resource: Resource): JsonObject {
  return {
    id: resource.id,
    location: resource.location,
    name: nameOf(resource.name),
    resourceGroup: resource.resourceGroup,
    tags: resource.tags ?? null,
    type: armTypeOf(resource.kind),
  };
}

/** A resource as `az … show` prints it. */
export function resourceJson(state: CloudState, resource: Resource): JsonObject {
  return { ...envelope(resource), ...ofKind(state, resource) };
}

/** What a command answers that has made or changed a resource; nothing where it is gone. */
export function shownAt(state: CloudState, id: string): { readonly value: JsonObject | undefined } {
  const resource = findResource(state.arm, id);
  return { value: resource && resourceJson(state, resource) };
}

/** A resource as `az resource list` and `show` print it: the envelope with its identity. */
export function genericJson(state: CloudState, resource: Resource): JsonObject {
  return {
    ...envelope(resource),
    createdTime: toIso(resource.createdAt),
    identity: isHost(resource) ? identityJson(resource, state.tenantId) : null,
    kind: siteKind(resource.kind),
    managedBy: null,
    plan: null,
    provisioningState: 'Succeeded',
    sku: null,
  };
}

function ofKind(state: CloudState, resource: Resource): JsonObject {
  if (isHost(resource)) return hostJson(state, resource);
  switch (resource.kind) {
    case 'userAssignedIdentity':
      return {
        clientId: resource.clientId,
        isolationScope: null,
        principalId: resource.principalId,
        tenantId: state.tenantId,
        systemData: null,
        type: 'Microsoft.ManagedIdentity/userAssignedIdentities',
      };
    case 'keyVault':
      return vaultJson(state, resource);
    case 'storageAccount':
      return accountJson(state, resource);
    case 'sqlServer':
      return {
        administrators: administratorJson(state, resource.id),
        fullyQualifiedDomainName: `${resource.name}.database.windows.net`,
        state: 'Ready',
        version: '12.0',
      };
    case 'cosmosAccount':
      return {
        documentEndpoint: `https://${resource.name}.documents.azure.com:443/`,
        kind: 'GlobalDocumentDB',
        provisioningState: 'Succeeded',
      };
    case 'serviceBusNamespace':
    case 'eventHubsNamespace':
      return {
        provisioningState: 'Succeeded',
        serviceBusEndpoint: `https://${resource.name}.servicebus.windows.net:443/`,
        status: 'Active',
      };
    case 'aksCluster':
      return {
        oidcIssuerProfile: { enabled: true, issuerUrl: clusterIssuer(state.seed, state.tenantId, resource) },
        provisioningState: 'Succeeded',
        securityProfile: { workloadIdentity: { enabled: true } },
      };
    default:
      return { status: 'Online' };
  }
}

function hostJson(state: CloudState, host: Host): JsonObject {
  const identity = identityJson(host, state.tenantId);
  const common = { identity, provisioningState: 'Succeeded' };
  switch (host.kind) {
    case 'virtualMachine':
      return {
        ...common,
        hardwareProfile: { vmSize: 'Standard_D2s_v5' },
        timeCreated: toIso(host.createdAt),
        zones: null,
      };
    case 'vmScaleSet':
      return { ...common, timeCreated: toIso(host.createdAt), zones: null };
    case 'containerApp':
      return common;
    default:
      return {
        identity,
        defaultHostName: `${host.name.replace('/', '-')}.azurewebsites.net`,
        enabled: true,
        kind: siteKind(host.kind),
        state: 'Running',
      };
  }
}

/** What `-d` adds to a virtual machine. */
export function powerJson(state: CloudState, id: string): JsonObject {
  return {
    fqdns: '',
    macAddresses: '7C-1E-52-00-00-04',
    powerState: `VM ${powerOf(state.compute, id)}`,
    privateIps: '10.0.0.4',
    publicIps: '20.0.0.1',
  };
}

function siteKind(kind: ResourceKind): string | null {
  if (kind === 'webApp' || kind === 'webAppSlot') return 'app';
  if (kind === 'storageAccount') return 'StorageV2';
  return kind === 'functionApp' ? 'functionapp' : null;
}

function vaultJson(state: CloudState, vault: Resource): JsonObject {
  const { settings } = vaultOf(state.keyVault, vault.id);
  const rules = firewallOf(state.network, vault.id);
  return {
    properties: {
      accessPolicies: settings.policies.map(({ objectId, secrets }) => ({
        objectId,
        permissions: { certificates: null, keys: null, secrets, storage: null },
        tenantId: state.tenantId,
      })),
      enableRbacAuthorization: settings.model === 'rbac',
      enableSoftDelete: true,
      networkAcls: {
        bypass: rules.trustedServices ? 'AzureServices' : 'None',
        defaultAction: rules.defaultAction,
        ipRules: rules.allowedAddresses.map((address) => ({ value: `${address}/32` })),
        virtualNetworkRules: [],
      },
      provisioningState: 'Succeeded',
      publicNetworkAccess: rules.publicAccess ? 'Enabled' : 'Disabled',
      sku: { family: 'A', name: 'standard' },
      softDeleteRetentionInDays: settings.retentionDays,
      tenantId: state.tenantId,
      vaultUri: `https://${vault.name}.vault.azure.net/`,
    },
  };
}

function accountJson(state: CloudState, account: Resource): JsonObject {
  const rules = firewallOf(state.network, account.id);
  return {
    allowSharedKeyAccess: accountAccess(state.storage, account.id).sharedKey ? null : false,
    creationTime: toIso(account.createdAt),
    identity: null,
    kind: 'StorageV2',
    networkRuleSet: {
      bypass: rules.trustedServices ? 'AzureServices' : 'None',
      defaultAction: rules.defaultAction,
      ipRules: rules.allowedAddresses.map((address) => ({ action: 'Allow', ipAddressOrRange: address })),
      virtualNetworkRules: [],
    },
    primaryEndpoints: { blob: `https://${account.name}.blob.core.windows.net/` },
    provisioningState: 'Succeeded',
    publicNetworkAccess: rules.publicAccess ? 'Enabled' : 'Disabled',
    sku: { name: 'Standard_RAGRS', tier: 'Standard' },
  };
}

/** Who administers a SQL server; null where nobody of the directory does. */
export function administratorJson(state: CloudState, serverId: string): JsonObject | null {
  const sid = administratorOf(state.sql, serverId);
  if (sid === null) return null;
  const login = findAnyPrincipal(state, sid)?.displayName ?? sid;
  return { administratorType: 'ActiveDirectory', login, sid, tenantId: state.tenantId };
}
