import { attachedTo } from '#domain/arm/identity-block.ts';
import { isHost } from '#domain/arm/kinds.ts';
import { nameOf } from '#domain/arm/resource-id.ts';
import { findResource } from '#domain/arm/state.ts';
import { resourcesOf } from '#domain/cloud/queries.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { identityEndpointOf } from '#domain/appservice/request.ts';
import { entries } from '#domain/kernel/dictionary.ts';
import type { Dictionary } from '#domain/kernel/dictionary.ts';
import { secretsOf } from '#domain/keyvault/state.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import type { SdkPackage } from '#edge/sdk/protocol.ts';
import { containersOf } from '#domain/storage/state.ts';

/** The programs that are ready to be run. */
export const programIds = ['secret', 'identity', 'blob', 'endpoint'] as const;

export type ProgramId = (typeof programIds)[number];

/** A ready program with the names of this world in it, as it would be written there. */
export function programFor(id: ProgramId, state: CloudState, from: Origin): string {
  return programs[id](state, from).trimEnd();
}

const programs: Readonly<Record<ProgramId, (state: CloudState, from: Origin) => string>> = {
  secret: readSecret,
  identity: chooseIdentity,
  blob: uploadBlob,
  endpoint: askEndpoint,
};

/** A program's import, which this file does not have. */
function imported(name: string, from: SdkPackage): string {
  return `import { ${name} } from '${from}';`;
}

function readSecret(state: CloudState): string {
  const { vault, secret } = vaultIn(state);
  return `${imported('DefaultAzureCredential', '@azure/identity')}
${imported('SecretClient', '@azure/keyvault-secrets')}

const url = ${quoted(`https://${vault}.vault.azure.net`)};
const client = new SecretClient(url, new DefaultAzureCredential());

const secret = await client.getSecret(${quoted(secret)});
console.log(secret.name, '=', secret.value);
`;
}

/** The credential of one identity, and what the world has to be read with it. */
function chooseIdentity(state: CloudState, from: Origin): string {
  const { clientId, name } = identityFor(state, from);
  const blob = hasVault(state) ? null : blobIn(state);
  const client =
    blob === null
      ? imported('SecretClient', '@azure/keyvault-secrets')
      : imported('BlobServiceClient', '@azure/storage-blob');
  return `${imported('ManagedIdentityCredential', '@azure/identity')}
${client}

const credential = new ManagedIdentityCredential({
  clientId: ${quoted(clientId)},${name === null ? '' : ` // ${name.replaceAll(/\s/g, ' ')}`}
});
${blob === null ? secretWith(state) : blobWith(blob)}`;
}

function secretWith(state: CloudState): string {
  const { vault, secret } = vaultIn(state);
  return `const url = ${quoted(`https://${vault}.vault.azure.net`)};
const client = new SecretClient(url, credential);

const secret = await client.getSecret(${quoted(secret)});
console.log(secret.name, '=', secret.value);
`;
}

interface BlobName {
  readonly account: string;
  readonly container: string;
  readonly blob: string;
}

function blobWith({ account, container, blob }: BlobName): string {
  return `const url = ${quoted(`https://${account}.blob.core.windows.net`)};
const service = new BlobServiceClient(url, credential);
const container = service.getContainerClient(${quoted(container)});

const download = await container.getBlobClient(${quoted(blob)}).download();
console.log(await (await download.blobBody).text());
`;
}

function uploadBlob(state: CloudState): string {
  const { account, container } = accountIn(state);
  return `${imported('DefaultAzureCredential', '@azure/identity')}
${imported('BlobServiceClient', '@azure/storage-blob')}

const url = ${quoted(`https://${account}.blob.core.windows.net`)};
const service = new BlobServiceClient(url, new DefaultAzureCredential());
const container = service.getContainerClient(${quoted(container)});
await container.createIfNotExists();

const blob = container.getBlockBlobClient('hello.txt');
const text = 'Hello from ' + process.platform;
await blob.upload(text, text.length);

const download = await blob.download();
console.log(await (await download.blobBody).text());
`;
}

/** The endpoint without an SDK: that of an app is in its environment, that of a machine at a fixed address. */
function askEndpoint(state: CloudState, from: Origin): string {
  return isAtEndpoint(state, from) ? askIdentityEndpoint : askImds;
}

const askImds = `const url = new URL('http://169.254.169.254/metadata/identity/oauth2/token');
url.searchParams.set('api-version', '2018-02-01');
url.searchParams.set('resource', 'https://vault.azure.net');

const response = await fetch(url, { headers: { Metadata: 'true' } });
console.log(response.status, await response.json());
`;

const askIdentityEndpoint = `const url = new URL(process.env.IDENTITY_ENDPOINT);
url.searchParams.set('api-version', '2019-08-01');
url.searchParams.set('resource', 'https://vault.azure.net');

const response = await fetch(url, {
  headers: { 'X-IDENTITY-HEADER': process.env.IDENTITY_HEADER },
});
console.log(response.status, await response.json());
`;

function isAtEndpoint(state: CloudState, from: Origin): boolean {
  const host = from.kind === 'host' ? findResource(state.arm, from.resourceId) : undefined;
  return host !== undefined && isHost(host) && identityEndpointOf(host.kind) !== null;
}

/** The first vault that holds a secret, or else the first vault; names of the shop where the world has none. */
function vaultIn(state: CloudState): { readonly vault: string; readonly secret: string } {
  const vaults = resourcesOf(state)
    .filter(({ kind }) => kind === 'keyVault')
    .map(({ id, name }) => ({ vault: name, secret: firstKey(secretsOf(state.keyVault, id)) }));
  const chosen = vaults.find(({ secret }) => secret !== undefined) ?? vaults[0];
  return { vault: chosen?.vault ?? 'kv-shop', secret: chosen?.secret ?? 'db-password' };
}

function accountIn(state: CloudState): { readonly account: string; readonly container: string } {
  const accounts = resourcesOf(state)
    .filter(({ kind }) => kind === 'storageAccount')
    .map(({ id, name }) => ({ account: name, container: firstKey(containersOf(state.storage, id)) }));
  const chosen = accounts.find(({ container }) => container !== undefined) ?? accounts[0];
  return { account: chosen?.account ?? 'stshopimages', container: chosen?.container ?? 'images' };
}

function firstKey(held: Dictionary<unknown>): string | undefined {
  const [first] = entries(held);
  return first?.[0];
}

function hasVault(state: CloudState): boolean {
  return resourcesOf(state).some(({ kind }) => kind === 'keyVault');
}

/** The first blob that there is to be read; null for none. */
function blobIn(state: CloudState): BlobName | null {
  for (const { kind, id, name } of resourcesOf(state)) {
    if (kind !== 'storageAccount') continue;
    for (const [container, blobs] of entries(containersOf(state.storage, id))) {
      const blob = firstKey(blobs);
      if (blob !== undefined) return { account: name, container, blob };
    }
  }
  return null;
}

interface ChosenIdentity {
  readonly clientId: string;
  /** Null where the world has none to choose. */
  readonly name: string | null;
}

/** An identity that the host carries, or else the first of the world. */
function identityFor(state: CloudState, from: Origin): ChosenIdentity {
  const host = from.kind === 'host' ? findResource(state.arm, from.resourceId) : undefined;
  const attached = host !== undefined && isHost(host) ? attachedTo(host.identity) : [];
  const carried = attached.map(({ identityId, clientId }) => ({ clientId, name: nameOf(identityId) }));
  const there = resourcesOf(state).filter((each) => each.kind === 'userAssignedIdentity');
  const [first] = [...carried.toSorted((a, b) => (a.name < b.name ? -1 : 1)), ...there];
  return first === undefined
    ? { clientId: '00000000-0000-0000-0000-000000000000', name: null }
    : { clientId: first.clientId, name: first.name };
}

/** A string of JavaScript: whatever a world holds, it stays within its quotes. */
export function quoted(text: string): string {
  const inner = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(String.raw`\"`, '"')
    .replaceAll("'", String.raw`\'`);
  return `'${inner}'`;
}
