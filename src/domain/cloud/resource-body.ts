import { resourceBody } from '#domain/arm/body.ts';
import type { Resource } from '#domain/arm/resource.ts';
import { idKey } from '#domain/arm/resource-id.ts';
import { siteOf } from '#domain/appservice/state.ts';
import { isUpgradedByHand } from '#domain/compute/rules.ts';
import { guid } from '#domain/kernel/guid.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { accessPoliciesBody } from '#domain/keyvault/arm.ts';
import { vaultOf } from '#domain/keyvault/state.ts';
import { firewallOf, openFirewall } from '#domain/network/state.ts';
import { accountAccess } from '#domain/storage/state.ts';
import type { CloudState } from './state.ts';

type Properties = Readonly<Record<string, unknown>>;

/** A resource as ARM prints it, with what the services keep of it. */
export function bodyOf(state: CloudState, resource: Resource): unknown {
  return resourceBody(resource, state.tenantId, keptOf(state, resource));
}

/** What differs from a new resource is printed; providers print the defaults too, which says no more here. */
function keptOf(state: CloudState, { kind, id, createdAt }: Resource): Properties {
  switch (kind) {
    case 'keyVault':
      return { ...vaultProperties(state, id), ...networkProperties(state, id) };
    case 'storageAccount': {
      const { sharedKey } = accountAccess(state.storage, id);
      return { ...(sharedKey ? {} : { allowSharedKeyAccess: false }), ...networkProperties(state, id) };
    }
    case 'sqlServer':
      return { publicNetworkAccess: firewallOf(state.network, id).publicAccess ? 'Enabled' : 'Disabled' };
    case 'virtualMachine':
      return { vmId: machineId(state, id, createdAt) };
    case 'vmScaleSet': {
      return { upgradePolicy: { mode: isUpgradedByHand(state.compute, id) ? 'Manual' : 'Automatic' } };
    }
    case 'webApp':
    case 'webAppSlot':
    case 'functionApp': {
      const { referenceIdentity } = siteOf(state.appService, id);
      return referenceIdentity === 'SystemAssigned' ? {} : { keyVaultReferenceIdentity: referenceIdentity };
    }
    default:
      return {};
  }
}

/** The GUID that Compute gives a machine; the metadata service says the same. */
function machineId({ seed }: CloudState, id: string, createdAt: Instant): string {
  return guid(seed, 'vmId', idKey(id), String(createdAt));
}

function vaultProperties(state: CloudState, id: string): Properties {
  const { model, retentionDays, policies } = vaultOf(state.keyVault, id).settings;
  return {
    enableRbacAuthorization: model === 'rbac',
    enableSoftDelete: true,
    softDeleteRetentionInDays: retentionDays,
    accessPolicies: accessPoliciesBody(policies, state.tenantId),
  };
}

function networkProperties(state: CloudState, id: string): Properties {
  const firewall = firewallOf(state.network, id);
  if (firewall === openFirewall) return {};
  const { publicAccess, ...rules } = firewall;
  return { publicNetworkAccess: publicAccess ? 'Enabled' : 'Disabled', networkAcls: networkRules(rules) };
}

/** `networkAcls` of a vault or an account, as both providers write it. */
export function networkRules(rules: {
  readonly defaultAction: 'Allow' | 'Deny';
  readonly allowedAddresses: readonly string[];
  readonly trustedServices: boolean;
}): Properties {
  return {
    bypass: rules.trustedServices ? 'AzureServices' : 'None',
    defaultAction: rules.defaultAction,
    ipRules: rules.allowedAddresses.map((value) => ({ value })),
    virtualNetworkRules: [],
  };
}
