// @ts-check
import { randomUUID } from 'node:crypto';
import { WebSiteManagementClient } from '@azure/arm-appservice';
import { AuthorizationManagementClient } from '@azure/arm-authorization';
import { ComputeManagementClient } from '@azure/arm-compute';
import { KeyVaultManagementClient } from '@azure/arm-keyvault';
import { ManagedServiceIdentityClient } from '@azure/arm-msi';
import { ResourceManagementClient } from '@azure/arm-resources';
import { StorageManagementClient } from '@azure/arm-storage';
import { all, report } from './report.mjs';

/*
 * Every client of Azure Resource Manager once, as an operator. Through the proxy they are as anybody writes them; over
 * plain HTTP the policy that attaches tokens has to give way to one that does not refuse it (facts: clients §6).
 */

const { WAY: way, ARM_URL = '', ARM_TOKEN = '', SUBSCRIPTION = '', TENANT = '', GROUP = '' } = process.env;
const location = 'westeurope';
const group = `/subscriptions/${SUBSCRIPTION}/resourceGroups/${GROUP}`;
const secretsUser = '4633458b-17de-408a-b874-0445c86b69e6';

/** @param {string} token */
const holding = (token) => ({ getToken: async () => ({ token, expiresOnTimestamp: Date.now() + 3_600_000 }) });
const options = way === 'proxy' ? {} : { endpoint: ARM_URL };

/**
 * @template {{ pipeline: import('@azure/core-rest-pipeline').Pipeline }} Client
 * @param {new (credential: ReturnType<typeof holding>, subscription: string, options: object) => Client} Kind
 * @param {string} token
 */
function client(Kind, token = ARM_TOKEN) {
  const made = new Kind(holding(token), SUBSCRIPTION, { ...options, retryOptions: { maxRetries: 0 } });
  if (way !== 'http') return made;
  const name = 'bearerTokenAuthenticationPolicy';
  made.pipeline.removePolicy({ name });
  made.pipeline.addPolicy({
    name,
    async sendRequest(request, next) {
      request.headers.set('Authorization', `Bearer ${token}`);
      request.allowInsecureConnection = true;
      return next(request);
    },
  });
  return made;
}

const resources = client(ResourceManagementClient);
const identities = client(ManagedServiceIdentityClient);
const machines = client(ComputeManagementClient).virtualMachines;
const access = client(AuthorizationManagementClient);
const sites = client(WebSiteManagementClient).webApps;
const vaults = client(KeyVaultManagementClient).vaults;
const accounts = client(StorageManagementClient).storageAccounts;

const machine = {
  location,
  hardwareProfile: { vmSize: 'Standard_D2s_v5' },
  storageProfile: {
    imageReference: { publisher: 'Canonical', offer: 'ubuntu-24_04-lts', sku: 'server', version: 'latest' },
    osDisk: { createOption: 'FromImage' },
  },
  osProfile: { computerName: 'vm-conf', adminUsername: 'azureuser', adminPassword: 'not-kept-1' },
  networkProfile: { networkInterfaces: [{ id: `${group}/providers/Microsoft.Network/networkInterfaces/nic` }] },
};
const shared = `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-conf`;
const vaultId = `${group}/providers/Microsoft.KeyVault/vaults/kv-${GROUP}`;

await report({
  group: async () => (await resources.resourceGroups.createOrUpdate(GROUP, { location })).name,
  groupIsThere: async () => (await resources.resourceGroups.checkExistence(GROUP)).body,
  identity: async () =>
    typeof (await identities.userAssignedIdentities.createOrUpdate(GROUP, 'id-conf', { location })).principalId,
  machine: async () => {
    const identity = { type: 'SystemAssigned, UserAssigned', userAssignedIdentities: { [shared]: {} } };
    const made = await machines.createOrUpdate(GROUP, 'vm-conf', {
      ...machine,
      identity: /** @type {any} */ (identity),
    });
    return [made.provisioningState, made.identity?.type, made.hardwareProfile?.vmSize];
  },
  vault: async () => {
    const properties = {
      tenantId: TENANT,
      sku: { family: /** @type {const} */ ('A'), name: /** @type {const} */ ('standard') },
    };
    const made = await vaults.createOrUpdate(GROUP, `kv-${GROUP}`, {
      location,
      properties: { ...properties, enableRbacAuthorization: true },
    });
    return made.properties.enableRbacAuthorization;
  },
  account: async () => {
    const made = await accounts.create(GROUP, `st${GROUP}`, {
      location,
      kind: 'StorageV2',
      sku: { name: 'Standard_LRS' },
    });
    return made.name;
  },
  site: async () =>
    (await sites.createOrUpdate(GROUP, `app-${GROUP}`, { location, identity: { type: 'SystemAssigned' } })).identity
      ?.type,
  assignment: async () => {
    const { identity } = await machines.get(GROUP, 'vm-conf');
    const made = await access.roleAssignments.create(vaultId, randomUUID(), {
      roleDefinitionId: `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${secretsUser}`,
      principalId: identity?.principalId ?? '',
      principalType: 'ServicePrincipal',
    });
    return made.principalId === identity?.principalId;
  },
  assignments: () =>
    all(access.roleAssignments.listForScope(vaultId, { filter: 'atScope()' }), ({ scope }) => scope?.endsWith(GROUP)),
  bySystemIdentity: async () => {
    const found = await identities.systemAssignedIdentities.getByScope(
      `${group}/providers/Microsoft.Compute/virtualMachines/vm-conf`,
    );
    return found.principalId === (await machines.get(GROUP, 'vm-conf')).identity?.principalId;
  },
  listed: () => all(resources.resources.listByResourceGroup(GROUP), ({ type }) => type),
  madeAnew: async () => {
    const before = (await machines.get(GROUP, 'vm-conf')).identity?.principalId;
    await machines.delete(GROUP, 'vm-conf');
    const again = await machines.createOrUpdate(GROUP, 'vm-conf', { ...machine, identity: { type: 'SystemAssigned' } });
    return again.identity?.principalId !== before;
  },
  missing: () => machines.get(GROUP, 'vm-none'),
  noToken: () => client(ResourceManagementClient, 'nonsense').resourceGroups.get(GROUP),
  end: async () => {
    await resources.resourceGroups.beginDeleteAndWait(GROUP);
    return (await resources.resourceGroups.checkExistence(GROUP)).body;
  },
});
