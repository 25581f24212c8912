import { randomUUID } from 'node:crypto';
import type { Companion } from './companion.ts';

/** Built-in roles by Azure's own ids. */
const roles = {
  'Key Vault Secrets User': '4633458b-17de-408a-b874-0445c86b69e6',
  'Key Vault Secrets Officer': 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7',
  'Storage Blob Data Reader': '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1',
  'Storage Blob Data Contributor': 'ba92f5b4-2d11-453d-a403-e96b0029c9fe',
} as const;

export interface Identity {
  readonly id: string;
  readonly clientId: string;
  readonly principalId: string;
}

/** What a host carries. */
export interface Carries {
  readonly system?: boolean;
  readonly user?: readonly Identity[];
}

/** A resource group that is built by Azure Resource Manager, as a script would. */
export interface Shop {
  readonly identity: (name: string) => Promise<Identity>;
  /** A machine; gives its id and the principal of its system-assigned identity, which is empty where it has none. */
  readonly machine: (name: string, carries?: Carries) => Promise<Host>;
  readonly site: (name: string, carries?: Carries) => Promise<Host>;
  readonly vault: (name: string) => Promise<string>;
  readonly account: (name: string) => Promise<string>;
  readonly grant: (role: keyof typeof roles, principalId: string, scope: string) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
}

export interface Host {
  readonly id: string;
  readonly principalId: string;
}

const location = 'westeurope';

export async function newShop(companion: Pick<Companion, 'variable' | 'arm'>): Promise<Shop> {
  const group = `/subscriptions/${companion.variable('SUBSCRIPTION_ID')}/resourceGroups/rg-shop`;
  await companion.arm('PUT', group, { location });
  const idOf = (type: string, name: string) => `${group}/providers/${type}/${name}`;

  async function host(type: string, name: string, carries: Carries, properties: unknown): Promise<Host> {
    const id = idOf(type, name);
    const made = await companion.arm('PUT', id, { location, properties, ...identityBlock(carries) });
    const { identity = {} } = made as { readonly identity?: { readonly principalId?: string } };
    return { id, principalId: identity.principalId ?? '' };
  }

  return {
    async identity(name) {
      const id = idOf('Microsoft.ManagedIdentity/userAssignedIdentities', name);
      const made = await companion.arm('PUT', id, { location });
      const { properties } = made as { readonly properties: Omit<Identity, 'id'> };
      return { id, clientId: properties.clientId, principalId: properties.principalId };
    },
    machine: (name, carries = {}) =>
      host('Microsoft.Compute/virtualMachines', name, carries, machineProperties(name, group)),
    site: (name, carries = {}) => host('Microsoft.Web/sites', name, carries, { httpsOnly: true }),
    async vault(name) {
      const id = idOf('Microsoft.KeyVault/vaults', name);
      const tenantId = companion.variable('TENANT_ID');
      const sku = { family: 'A', name: 'standard' };
      await companion.arm('PUT', id, { location, properties: { tenantId, sku, enableRbacAuthorization: true } });
      return id;
    },
    async account(name) {
      const id = idOf('Microsoft.Storage/storageAccounts', name);
      await companion.arm('PUT', id, { location, kind: 'StorageV2', sku: { name: 'Standard_LRS' }, properties: {} });
      return id;
    },
    async grant(role, principalId, scope) {
      const roleDefinitionId = `${group.replace(/\/resourceGroups.*/, '')}/providers/Microsoft.Authorization/roleDefinitions/${roles[role]}`;
      const properties = { roleDefinitionId, principalId, principalType: 'ServicePrincipal' };
      const id = `${scope}/providers/Microsoft.Authorization/roleAssignments/${randomUUID()}`;
      await companion.arm('PUT', id, { properties });
    },
    async remove(id) {
      await companion.arm('DELETE', id);
    },
  };
}

function identityBlock({ system = false, user = [] }: Carries): object {
  const type = [...(system ? ['SystemAssigned'] : []), ...(user.length > 0 ? ['UserAssigned'] : [])].join(', ');
  if (type === '') return {};
  const userAssignedIdentities = Object.fromEntries(user.map(({ id }) => [id, {}]));
  return { identity: { type, ...(user.length > 0 ? { userAssignedIdentities } : {}) } };
}

/** As whole as a template has them. */
function machineProperties(name: string, group: string): object {
  return {
    hardwareProfile: { vmSize: 'Standard_B2s' },
    storageProfile: {
      imageReference: { publisher: 'Canonical', offer: 'ubuntu-24_04-lts', sku: 'server', version: 'latest' },
      osDisk: { createOption: 'FromImage' },
    },
    osProfile: { computerName: name, adminUsername: 'azureuser', adminPassword: 'Passw0rd-of-a-test' },
    networkProfile: {
      networkInterfaces: [{ id: `${group}/providers/Microsoft.Network/networkInterfaces/${name}-nic` }],
    },
  };
}
