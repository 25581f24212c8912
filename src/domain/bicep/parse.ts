import { resourceGroupId, subscriptionScope } from '#domain/arm/resource-id.ts';
import type { Command } from '#domain/cloud/command.ts';
import { errorIn } from '#domain/cloud/check.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { isJsonObject } from '#domain/kernel/json.ts';
import type { Json, JsonObject } from '#domain/kernel/json.ts';
import type { PrincipalId, ResourceId, RoleId } from '#domain/kernel/brand.ts';
import type { PrincipalType } from '#domain/rbac/state.ts';
import { parseRest } from '#domain/rest/parse.ts';
import { readBicep } from './read.ts';
import { idOf, parentType } from './resource-path.ts';
import type { BicepFile, Declaration, Value } from './syntax.ts';

export type ParsedBicep =
  /** In the order of the file, which has to name what it needs first. */
  | { readonly kind: 'commands'; readonly commands: readonly Command[] }
  | { readonly kind: 'refused'; readonly message: string; readonly line: number | null };

interface Placed {
  readonly state: CloudState;
  readonly file: BicepFile;
  /** The group or subscription that the file is deployed to. */
  readonly at: string;
}

/** Reads a file as the commands that it declares; `group` where its first line does not say where it is deployed to. */
export function parseBicep(state: CloudState, text: string, group: string | null = null): ParsedBicep {
  const read = readBicep(text);
  if (read.kind === 'unreadable') return { kind: 'refused', message: read.message, line: read.line };
  const { file } = read;
  const name = file.group ?? group ?? '';
  const { subscriptionId } = state;
  const at = file.target === 'subscription' ? subscriptionScope(subscriptionId) : resourceGroupId(subscriptionId, name);
  const commands: Command[] = [];
  for (const declaration of file.declarations) {
    if (declaration.existing) continue;
    const made = commandsOf({ state, file, at }, declaration);
    if (typeof made === 'string') return { kind: 'refused', message: made, line: null };
    commands.push(...made);
  }
  return { kind: 'commands', commands };
}

function commandsOf(placed: Placed, declaration: Declaration): readonly Command[] | string {
  const { type } = declaration;
  const id = idOfDeclared(placed, declaration);
  if (id === null) return `What ${declaration.symbol} hangs on is not declared.`;
  const body = jsonOf(placed, declaration);
  const name = namesOf(placed, declaration)?.at(-1) ?? '';
  switch (type.toLowerCase()) {
    case 'microsoft.resources/resourcegroups': {
      const tags = body['tags'] as Readonly<Record<string, string>> | undefined;
      const made = { type: 'CreateResourceGroup', name, location: textOf(body['location']) } as const;
      return [tags === undefined ? made : { ...made, tags }];
    }
    case 'microsoft.keyvault/vaults/secrets': {
      const value = textOf(propertiesOf(body)['value']);
      return [{ type: 'SetSecret', vaultId: before(id, '/secrets/'), name, value }];
    }
    case 'microsoft.storage/storageaccounts/blobservices/containers':
      return [{ type: 'CreateContainer', accountId: before(id, '/blobServices/'), name }];
    case 'microsoft.resources/tags': {
      const tags = propertiesOf(body)['tags'] as Readonly<Record<string, string>> | undefined;
      return [{ type: 'SetTags', id: before(id, '/providers/Microsoft.Resources/tags/'), tags: tags ?? {} }];
    }
    case 'microsoft.authorization/roleassignments':
      return [assignmentOf(placed, declaration, id)];
    default:
      return byRest(placed.state, declaration, id, body);
  }
}

function before(id: string, mark: string): ResourceId {
  return id.slice(0, id.lastIndexOf(mark)) as ResourceId;
}

/** Everything else is the PUT that a deployment sends. */
function byRest(
  state: CloudState,
  { type, version }: Declaration,
  id: string,
  body: JsonObject,
): readonly Command[] | string {
  const { name: _, scope: __, parent: ___, ...sent } = body;
  const url = `https://management.azure.com${encodeURI(id)}?api-version=${version}`;
  const parsed = parseRest(state, { method: 'PUT', url, headers: [], body: JSON.stringify(sent) });
  if (parsed.kind === 'command') return [parsed.command, ...(parsed.besides ?? [])];
  if (parsed.kind === 'refused') return errorIn(parsed.answer.response.body).message;
  return `The type ${type} is not simulated here.`;
}

function assignmentOf(placed: Placed, declaration: Declaration, id: string): Command {
  const properties = propertiesOf(jsonOf(placed, declaration));
  const named = entryOf(declaration, 'name');
  const definition = textOf(properties['roleDefinitionId']);
  const principalType = properties['principalType'] as PrincipalType | undefined;
  const condition = properties['condition'];
  return {
    type: 'CreateRoleAssignment',
    scope: id.slice(0, id.lastIndexOf('/providers/')),
    roleId: definition.slice(definition.lastIndexOf('/') + 1) as RoleId,
    principalId: textOf(properties['principalId']) as PrincipalId,
    ...(principalType === undefined ? {} : { principalType }),
    // A name that is computed is the simulator's to choose.
    ...(named?.kind === 'literal' ? { name: textOf(named.value) } : {}),
    ...(typeof condition === 'string' ? { condition } : {}),
  };
}

function propertiesOf(body: JsonObject): JsonObject {
  const properties = body['properties'];
  return isJsonObject(properties) ? properties : {};
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

function entryOf({ entries }: Declaration, key: string): Value | undefined {
  return entries.find(([name]) => name === key)?.[1];
}

/** The id that a declaration stands for: under its parent, on its scope, or in the group; null where those are unknown. */
function idOfDeclared(placed: Placed, declaration: Declaration): string | null {
  const { type } = declaration;
  const names = namesOf(placed, declaration);
  if (names === null) return null;
  const scope = entryOf(declaration, 'scope');
  if (scope === undefined) return idOf(beginningOf(placed.at, type), type, names);
  const target = scope.kind === 'reference' ? declared(placed, scope.symbol) : undefined;
  const before = target === undefined ? null : idOfDeclared(placed, target);
  return before === null ? null : idOf(before, type, names);
}

/** User-assigned identities spell `resourcegroups` in lower case (facts: control-plane §1.5). */
function beginningOf(at: string, type: string): string {
  const isIdentity = type.toLowerCase().startsWith('microsoft.managedidentity/');
  return isIdentity ? at.replace('/resourceGroups/', '/resourcegroups/') : at;
}

function namesOf(placed: Placed, declaration: Declaration): readonly string[] | null {
  const named = entryOf(declaration, 'name');
  const own = named?.kind === 'literal' && typeof named.value === 'string' ? named.value : '';
  const parent = entryOf(declaration, 'parent');
  // Without `parent`, a child is named by the whole way: `sql-shop/orders`.
  if (parent === undefined) return parentType(declaration.type) === null ? [own] : own.split('/');
  const outer = parent.kind === 'reference' ? declared(placed, parent.symbol) : undefined;
  const names = outer === undefined ? null : namesOf(placed, outer);
  return names === null ? null : [...names, own];
}

function declared({ file }: Placed, symbol: string): Declaration | undefined {
  return file.declarations.find((each) => each.symbol === symbol);
}

function jsonOf(placed: Placed, { entries }: Declaration): JsonObject {
  return Object.fromEntries(entries.map(([key, value]) => [key, evaluated(placed, value)]));
}

function evaluated(placed: Placed, value: Value): Json {
  switch (value.kind) {
    case 'literal':
      return value.value;
    case 'object':
      return Object.fromEntries(value.entries.map(([key, held]) => [key, evaluated(placed, held)]));
    case 'array':
      return value.items.map((item) => evaluated(placed, item));
    case 'reference': {
      const target = declared(placed, value.symbol);
      if (target === undefined) return null;
      return value.property === 'name' ? (namesOf(placed, target)?.at(-1) ?? null) : idOfDeclared(placed, target);
    }
    case 'call':
      return called(
        placed,
        value.name,
        value.items.map((item) => evaluated(placed, item)),
      );
  }
}

/** The functions that the printer writes, and `resourceId`. */
function called({ state, at }: Placed, name: string, items: readonly Json[]): Json {
  const [type, ...names] = items.map(textOf);
  switch (name) {
    case 'subscriptionResourceId':
      return idOf(subscriptionScope(state.subscriptionId), type ?? '', names);
    case 'resourceId':
      return idOf(at, type ?? '', names);
    default:
      return null;
  }
}
