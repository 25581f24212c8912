import { WebSiteManagementClient } from '@azure/arm-appservice';
import { AuthorizationManagementClient } from '@azure/arm-authorization';
import { ComputeManagementClient } from '@azure/arm-compute';
import { KeyVaultManagementClient } from '@azure/arm-keyvault';
import { ManagedServiceIdentityClient } from '@azure/arm-msi';
import { ResourceManagementClient } from '@azure/arm-resources';
import { StorageManagementClient } from '@azure/arm-storage';
import type { VirtualMachine, VirtualMachineIdentity } from '@azure/arm-compute';
import type { PipelineResponse } from '@azure/core-rest-pipeline';
import { createHttpHeaders, createPipelineRequest } from '@azure/core-rest-pipeline';
import type { HttpMethod } from '#domain/http/message.ts';
import type { PrincipalId } from '#domain/kernel/brand.ts';
import { newWorld } from '#domain/timeline/timeline.ts';
import { inProcessAzure } from './in-process-client.ts';
import type { InProcessAzure } from './in-process-client.ts';

/** Everything that the tests of one file need: a world of its own, and every client of Azure Resource Manager. */
export interface ArmClients {
  readonly azure: InProcessAzure;
  readonly subscriptionId: string;
  readonly groupId: string;
  readonly resources: ResourceManagementClient;
  readonly identities: ManagedServiceIdentityClient;
  readonly compute: ComputeManagementClient;
  readonly access: AuthorizationManagementClient;
  readonly sites: WebSiteManagementClient;
  readonly vaults: KeyVaultManagementClient;
  readonly storage: StorageManagementClient;
  /** A request by hand, for what no client sends; the path is below Azure's address. */
  readonly send: (
    method: HttpMethod,
    path: string,
    body?: unknown,
    authorization?: string,
  ) => Promise<PipelineResponse>;
}

export const group = 'conf-journey';
export const location = 'westeurope';

/** A world with the group, and clients that are an operator's. */
export async function armClients(seed: string): Promise<ArmClients> {
  const azure = inProcessAzure(newWorld(seed));
  const clients = clientsFor(azure);
  await clients.resources.resourceGroups.createOrUpdate(group, { location });
  return clients;
}

/** Clients of a principal in the world of others; the operator's where none is named. */
export function clientsFor(azure: InProcessAzure, principal?: PrincipalId): ArmClients {
  const { subscriptionId } = azure.state();
  const credential = azure.credential(principal);
  const options = { httpClient: azure.client, retryOptions: { maxRetries: 0 } };
  const of = [credential, subscriptionId, options] as const;
  return {
    azure,
    subscriptionId,
    groupId: `/subscriptions/${subscriptionId}/resourceGroups/${group}`,
    resources: new ResourceManagementClient(...of),
    identities: new ManagedServiceIdentityClient(...of),
    compute: new ComputeManagementClient(...of),
    access: new AuthorizationManagementClient(...of),
    sites: new WebSiteManagementClient(...of),
    vaults: new KeyVaultManagementClient(...of),
    storage: new StorageManagementClient(...of),
    send: async (method, path, body, authorization = 'Bearer operator') =>
      azure.client.sendRequest(
        createPipelineRequest({
          method,
          url: `https://management.azure.com${path}`,
          headers: createHttpHeaders(authorization === '' ? {} : { Authorization: authorization }),
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      ),
  };
}

/** All pages of a list. */
export async function all<Item>(pages: AsyncIterable<Item>): Promise<readonly Item[]> {
  const items: Item[] = [];
  for await (const item of pages) items.push(item);
  return items;
}

/** What a client says of a refusal. */
export async function refusalOf(
  asked: Promise<unknown>,
): Promise<{ readonly code: unknown; readonly statusCode: unknown; readonly message: string }> {
  try {
    await asked;
  } catch (error) {
    const { name, code, statusCode, message } = error as Error & {
      readonly code?: unknown;
      readonly statusCode?: unknown;
    };
    if (name !== 'RestError') throw error;
    return { code, statusCode, message };
  }
  throw new Error('Nothing was refused.');
}

/** The body of a machine as people write it: whole, with a network interface that is not there. */
export function machineBody(subscriptionId: string, identity?: VirtualMachineIdentity): VirtualMachine {
  const nic = `/subscriptions/${subscriptionId}/resourceGroups/${group}/providers/Microsoft.Network/networkInterfaces/nic`;
  return {
    location,
    tags: { purpose: 'journey' },
    hardwareProfile: { vmSize: 'Standard_D2s_v5' },
    storageProfile: {
      imageReference: { publisher: 'Canonical', offer: 'ubuntu-24_04-lts', sku: 'server', version: 'latest' },
      osDisk: { createOption: 'FromImage', managedDisk: { storageAccountType: 'Standard_LRS' } },
    },
    osProfile: {
      computerName: 'conf-vm',
      adminUsername: 'azureuser',
      adminPassword: 'not-to-be-kept-1',
      linuxConfiguration: { disablePasswordAuthentication: false },
    },
    networkProfile: { networkInterfaces: [{ id: nic, primary: true }] },
    ...(identity === undefined ? {} : { identity }),
  };
}
