import { findByCloudName, findResource } from '#domain/arm/state.ts';
import type { ResourceKind } from '#domain/arm/resource.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { HttpMethod, HttpRequest } from '#domain/http/message.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { textAt } from '#domain/kernel/json.ts';
import { encodePath, percentEncode } from '#domain/kernel/percent.ts';
import { queryValue } from '#domain/kernel/uri.ts';
import { keyVaultApiVersion, keyVaultSuffix } from '#domain/keyvault/rules.ts';
import { blobApiVersion, blobSuffix } from '#domain/storage/rules.ts';
import { pathUnknown } from '../refusals.ts';
import { containerRequest } from './containers.ts';
import { jsonRequest } from '../request.ts';
import { command, refused, route } from '../route.ts';
import type { Incoming, Parsed, Printers, Route } from '../route.ts';

type PlaneForm =
  | 'SetSecret'
  | 'DeleteSecret'
  | 'RecoverDeletedSecret'
  | 'PurgeDeletedSecret'
  | 'CreateContainer'
  | 'DeleteContainer'
  | 'UploadBlob'
  | 'DeleteBlob';

/** The data planes of vaults and accounts, at the hosts of their own; null where no resource has the id. */
export const planePrinters: Printers<PlaneForm> = {
  SetSecret: (state, { vaultId, name, value }) => secret(state, 'PUT', vaultId, `secrets/${name}`, { value }),
  DeleteSecret: (state, { vaultId, name }) => secret(state, 'DELETE', vaultId, `secrets/${name}`),
  RecoverDeletedSecret: (state, { vaultId, name }) => secret(state, 'POST', vaultId, `deletedsecrets/${name}/recover`),
  PurgeDeletedSecret: (state, { vaultId, name }) => secret(state, 'DELETE', vaultId, `deletedsecrets/${name}`),
  CreateContainer: (state, { accountId, name, plane }) =>
    plane === undefined ? container(state, 'PUT', accountId, name) : containerRequest('PUT', accountId, name, {}),
  DeleteContainer: (state, { accountId, name, plane }) =>
    plane === undefined ? container(state, 'DELETE', accountId, name) : containerRequest('DELETE', accountId, name),
  UploadBlob: (state, { accountId, container: held, name, content }) =>
    blob(state, 'PUT', accountId, `${percentEncode(held)}/${encodePath(name)}`, content),
  DeleteBlob: (state, { accountId, container: held, name }) =>
    blob(state, 'DELETE', accountId, `${percentEncode(held)}/${encodePath(name)}`),
};

function secret(
  state: CloudState,
  method: HttpMethod,
  vaultId: ResourceId,
  path: string,
  body?: unknown,
): HttpRequest | null {
  const vault = findResource(state.arm, vaultId);
  if (vault?.kind !== 'keyVault') return null;
  const url = `https://${vault.name}${keyVaultSuffix}/${encodePath(path)}?api-version=${keyVaultApiVersion}`;
  return jsonRequest(method, url, body);
}

function container(state: CloudState, method: HttpMethod, accountId: ResourceId, name: string): HttpRequest | null {
  return blob(state, method, accountId, `${percentEncode(name)}?restype=container`);
}

function blob(
  state: CloudState,
  method: HttpMethod,
  accountId: ResourceId,
  path: string,
  content?: string,
): HttpRequest | null {
  const account = findResource(state.arm, accountId);
  if (account?.kind !== 'storageAccount') return null;
  const version = ['x-ms-version', blobApiVersion] as const;
  const headers = content === undefined ? [version] : [version, ['x-ms-blob-type', 'BlockBlob'] as const];
  return { method, url: `https://${account.name}${blobSuffix}/${path}`, headers, body: content ?? '' };
}

export const vaultPlane: readonly Route[] = [
  route('PUT', '/secrets/{name}', (incoming) =>
    atHost(incoming, keyVaultSuffix, 'keyVault', (vaultId) =>
      command({
        type: 'SetSecret',
        vaultId,
        name: incoming.param('name'),
        value: textAt(incoming.body, 'value') ?? '',
      }),
    ),
  ),
  secretRoute('DELETE', '/secrets/{name}', 'DeleteSecret'),
  secretRoute('POST', '/deletedsecrets/{name}/recover', 'RecoverDeletedSecret'),
  secretRoute('DELETE', '/deletedsecrets/{name}', 'PurgeDeletedSecret'),
];

function secretRoute(
  method: HttpMethod,
  path: string,
  type: 'DeleteSecret' | 'RecoverDeletedSecret' | 'PurgeDeletedSecret',
): Route {
  return route(method, path, (incoming) =>
    atHost(incoming, keyVaultSuffix, 'keyVault', (vaultId) => command({ type, vaultId, name: incoming.param('name') })),
  );
}

export const blobPlane: readonly Route[] = [
  containerRoute('PUT', 'CreateContainer'),
  containerRoute('DELETE', 'DeleteContainer'),
  route('PUT', '/{container}/{+blob}', (incoming) => {
    const { request, param } = incoming;
    return atHost(incoming, blobSuffix, 'storageAccount', (accountId) => {
      const content = request.body;
      return command({ type: 'UploadBlob', accountId, container: param('container'), name: param('blob'), content });
    });
  }),
  route('DELETE', '/{container}/{+blob}', (incoming) => {
    const { param } = incoming;
    return atHost(incoming, blobSuffix, 'storageAccount', (accountId) =>
      command({ type: 'DeleteBlob', accountId, container: param('container'), name: param('blob') }),
    );
  }),
];

function containerRoute(method: HttpMethod, type: 'CreateContainer' | 'DeleteContainer'): Route {
  return route(method, '/{container}', (incoming) => {
    if (queryValue(incoming.uri, 'restype') !== 'container') return refused(pathUnknown(incoming.path));
    return atHost(incoming, blobSuffix, 'storageAccount', (accountId) =>
      command({ type, accountId, name: incoming.param('container') }),
    );
  });
}

/** What is asked of the resource that has this host; nothing where none has it. */
function atHost(
  { state, uri, path }: Incoming,
  suffix: string,
  kind: ResourceKind,
  make: (id: ResourceId) => Parsed,
): Parsed {
  const held = findByCloudName(state.arm, kind, uri.host.slice(0, -suffix.length));
  return held === undefined ? refused(pathUnknown(path)) : make(held.id);
}
