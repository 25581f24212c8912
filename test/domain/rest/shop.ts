import { resourceGroupId, resourceId } from '#domain/arm/resource-id.ts';
import type { ResourceKind } from '#domain/arm/resource.ts';
import type { Command, CommandOf } from '#domain/cloud/command.ts';
import { parseRest } from '#domain/rest/parse.ts';
import type { Parsed } from '#domain/rest/parse.ts';
import type { Read } from '#domain/rest/read.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { owner } from '#domain/cloud/command.ts';
import { answerRead } from '#domain/rest/read.ts';
import type { HttpMethod, HttpRequest, SourcedResponse } from '#domain/http/message.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import {
  expectNoRefusal,
  host,
  identity,
  mayReadSecrets,
  noRoleDelay,
  run,
  shopGroup,
  storage,
  vault,
} from '#test/support/engine.ts';
import type { Played } from '#test/support/engine.ts';

export function create(
  kind: ResourceKind,
  name: string,
  more: Partial<CommandOf<'CreateResource'>> = {},
): CommandOf<'CreateResource'> {
  return { type: 'CreateResource', kind, resourceGroup: 'rg-shop', name, location: 'westeurope', ...more };
}

/** A shop with one of everything. */
export const shop: Played = run(
  'rest',
  shopGroup,
  { do: 'create-group', name: 'rg-other', location: 'northeurope' },
  noRoleDelay,
  identity(),
  identity('id-shop-writer'),
  host('vm-web', { user: ['id-shop-reader'] }),
  host('vm-bare', { system: false }),
  host('vm-two', { system: false, user: ['id-shop-reader', 'id-shop-writer'] }),
  create('vmScaleSet', 'vmss-shop', { upgradeMode: 'Manual' }),
  create('webApp', 'app-shop'),
  create('webAppSlot', 'app-shop/staging'),
  create('functionApp', 'func-shop'),
  create('sqlServer', 'sql-shop'),
  create('sqlDatabase', 'sql-shop/orders'),
  create('cosmosAccount', 'cosmos-shop'),
  create('serviceBusNamespace', 'sb-shop-one'),
  create('aksCluster', 'aks-shop'),
  vault,
  create('keyVault', 'kv-policies', { permissionModel: 'accessPolicies', retentionDays: 7 }),
  create('keyVault', 'kv-gone'),
  { do: 'delete', name: 'kv-gone' },
  storage,
  mayReadSecrets(),
);
expectNoRefusal(shop);

export function idOf(kind: ResourceKind, name: string): ResourceId {
  return resourceId(shop.state.subscriptionId, 'rg-shop', kind, name);
}

export const group = resourceGroupId(shop.state.subscriptionId, 'rg-shop');
export const machine = idOf('virtualMachine', 'vm-web');
export const reader = idOf('userAssignedIdentity', 'id-shop-reader');
export const vaultId = idOf('keyVault', 'kv-shop');
export const accountId = idOf('storageAccount', 'stshopimages');

const arm = 'https://management.azure.com';

/** A request to ARM at a version that every provider knows. */
export function armRequest(method: HttpMethod, path: string, body?: unknown, version = '2024-07-01'): HttpRequest {
  const url = `${arm}${path}${path.includes('?') ? '&' : '?'}api-version=${version}`;
  return { method, url, headers: [], body: body === undefined ? '' : JSON.stringify(body) };
}

/** What a request asks. */
export function parse(method: HttpMethod, path: string, body?: unknown, version?: string, state = shop.state): Parsed {
  return parseRest(state, armRequest(method, path, body, version));
}

/** The command that a request is; throws where it is none. */
export function commandOf(parsed: Parsed): Command {
  if (parsed.kind !== 'command') throw new Error(`No command: ${JSON.stringify(parsed)}`);
  return parsed.command;
}

/** All that a request asks for, in order; throws where it asks for no command. */
export function commandsOf(parsed: Parsed): readonly Command[] {
  return parsed.kind === 'command' ? [parsed.command, ...(parsed.besides ?? [])] : [commandOf(parsed)];
}

/** The refusal of a request that cannot be read; throws where it can. */
export function refusalOf(parsed: Parsed): SourcedResponse {
  if (parsed.kind !== 'refused') throw new Error(`Not refused: ${JSON.stringify(parsed)}`);
  return parsed.answer;
}

/** What the learner is answered who asks for a path. */
export function get(path: string, state: CloudState = shop.state, version?: string) {
  return answerOf(readOf(parse('GET', path, undefined, version, state)), state);
}

export function readOf(parsed: Parsed): Read {
  if (parsed.kind !== 'read') throw new Error(`No read: ${JSON.stringify(parsed)}`);
  return parsed.read;
}

export function answerOf(read: Read, state: CloudState = shop.state, caller = owner) {
  const { response, source } = answerRead(state, read, caller);
  return { status: response.status, json: JSON.parse(response.body || 'null') as unknown, source };
}
