import { groupNameOf, nameOf, resourceGroupId, resourceId, sameId } from '#domain/arm/resource-id.ts';
import type { Host, HostKind, Resource, ResourceGroup, ResourceKind } from '#domain/arm/resource.ts';
import { resourceKinds } from '#domain/arm/kinds.ts';
import { findGroup, findResource } from '#domain/arm/state.ts';
import { resourceGroupNotFound, resourceNotFound } from '#domain/arm/wire.ts';
import { resourcesOf } from '#domain/cloud/queries.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { errorIn } from '#domain/cloud/check.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { answerRead } from '#domain/rest/read.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import { has, one, some } from '../arguments.ts';
import type { Given } from '../arguments.ts';
import { codedText } from '../refusal.ts';
import { failed } from '../reply.ts';
import type { Context, Reply } from '../reply.ts';

/** What `az` prints of ARM's refusal. */
export function armText({ response }: SourcedResponse): string {
  const { code, message } = errorIn(response.body);
  return codedText(code, message);
}

/** The group that was named, or the default of the terminal. */
export function groupName(context: Context, given: Given): string | null {
  return one(given, 'group') ?? context.defaults['group'] ?? null;
}

/** The resource group of that name, whatever its case. */
export function groupNamed(state: CloudState, name: string): ResourceGroup | undefined {
  return findGroup(state.arm, resourceGroupId(state.subscriptionId, name));
}

/** Where a new resource goes: as named, else the terminal's default, else the location of its group. */
export function locationFor(context: Context, given: Given, group: string): string {
  const named = one(given, 'location') ?? context.defaults['location'];
  return named ?? groupNamed(context.state, group)?.location ?? 'westeurope';
}

export type Address =
  | { readonly kind: 'at'; readonly id: ResourceId; readonly group: string; readonly name: string }
  | { readonly kind: 'nowhere'; readonly reply: Reply };

/** The id that name and group, or `--ids`, mean. A child takes `<parent>/<child>`. */
export function addressed(context: Context, given: Given, kind: ResourceKind, child?: string): Address {
  const ids = some(given, 'ids');
  if (ids.length > 1) return nowhere(failed('Several --ids at once are not simulated here: give one.'));
  const [id] = ids;
  if (id !== undefined) {
    if (!id.startsWith('/')) return nowhere(failed(`invalid resource ID: ${id}`));
    return { kind: 'at', id: id as ResourceId, group: groupNameOf(id) ?? '', name: nameOf(id) };
  }
  const group = groupName(context, given);
  const name = one(given, 'name');
  const missing = [name === null ? '--name/-n' : '', group === null ? '--resource-group/-g' : ''].filter(Boolean);
  if (group === null || name === null) {
    return nowhere(failed(`the following arguments are required: ${missing.join(', ')}`));
  }
  const full = child === undefined ? name : `${name}/${child}`;
  return { kind: 'at', id: resourceId(context.state.subscriptionId, group, kind, full), group, name: full };
}

function nowhere(reply: Reply): Address {
  return { kind: 'nowhere', reply };
}

/** What refuses a command that only reads, where its caller may not read the thing; null where nothing does. */
export function readRefusal({ state, caller, isRead = false }: Context, id: string): string | null {
  if (!isRead) return null;
  const answer = answerRead(state, { kind: 'resource', id }, caller);
  return answer.response.status < 400 ? null : armText(answer);
}

/** The arguments of a command whose `--name` is that of a child: the parent's name in its place. */
export function namedBy(given: Given, key: string): Given {
  return { values: new Map([...given.values, ['name', some(given, key)]]) };
}

/** What a resource of a kind is: hosts of every kind are one type. */
export type ResourceOf<Kind extends ResourceKind> = Kind extends HostKind ? Host : Extract<Resource, { kind: Kind }>;

/** Reads a resource by its address, or says as ARM does that group or resource are not there. */
export function withResource<Kind extends ResourceKind>(
  context: Context,
  given: Given,
  kinds: readonly [Kind, ...Kind[]],
  act: (resource: ResourceOf<Kind>) => Reply,
): Reply {
  const slot = has(given, 'slot') ? (one(given, 'slot') ?? undefined) : undefined;
  const address = addressed(context, given, slot === undefined ? kinds[0] : 'webAppSlot', slot);
  if (address.kind === 'nowhere') return address.reply;
  const resource = findResource(context.state.arm, address.id);
  if (resource === undefined || !isOf(resource, kinds, slot)) {
    return failed(armText(missingAt(context.state, address.id)));
  }
  const refusal = readRefusal(context, resource.id);
  return refusal === null ? act(resource) : failed(refusal);
}

function isOf<Kind extends ResourceKind>(
  resource: Resource,
  kinds: readonly Kind[],
  slot: string | undefined,
): resource is Resource & ResourceOf<Kind> {
  if (slot !== undefined) return resource.kind === 'webAppSlot';
  return kinds.some((kind) => resource.kind === kind);
}

/** What ARM says of an id at which nothing is. */
export function missingAt(state: CloudState, id: string): SourcedResponse {
  const group = groupNameOf(id);
  if (group !== null && groupNamed(state, group) === undefined) return resourceGroupNotFound(group);
  return resourceNotFound(id);
}

/** A resource whose name the whole cloud knows, such as a vault: no group is needed. */
export function findGlobally<Kind extends ResourceKind>(
  state: CloudState,
  kind: Kind,
  name: string,
): Extract<Resource, { kind: Kind }> | undefined {
  return resourcesOf(state).find(
    (each): each is Extract<Resource, { kind: Kind }> => each.kind === kind && sameId(each.name, name),
  );
}

/** Resources of some kinds, of one group where it is named. */
export function listed(context: Context, given: Given, kinds: readonly ResourceKind[]): readonly Resource[] {
  const group = groupName(context, given);
  return resourcesOf(context.state).filter(
    ({ kind, resourceGroup, id }) =>
      kinds.includes(kind) && (group === null || sameId(group, resourceGroup)) && readRefusal(context, id) === null,
  );
}

/** An id as given, or the id of a resource of that name in a group (facts: control-plane §6.1). */
export function idOrName(state: CloudState, group: string, kind: ResourceKind, text: string): ResourceId {
  return text.startsWith('/') ? (text as ResourceId) : resourceId(state.subscriptionId, group, kind, text);
}

/** Tags as they are typed: `key=value`, or `key` alone; one empty word takes them away. */
export function readTags(words: readonly string[]): Readonly<Record<string, string>> {
  const pairs = words
    .filter((word) => word !== '')
    .map((word) => {
      const equals = word.indexOf('=');
      return equals === -1 ? [word, ''] : [word.slice(0, equals), word.slice(equals + 1)];
    });
  return Object.fromEntries(pairs) as Record<string, string>;
}

/** Whether a tag is there, as `--tag name` or `--tag name=value` asks. */
export function hasTag({ tags = {} }: { readonly tags?: Readonly<Record<string, string>> }, wanted: string): boolean {
  return Object.entries(readTags([wanted])).every(([key, text]) => key in tags && (text === '' || tags[key] === text));
}

/** `Microsoft.Compute/virtualMachines` of a kind. */
export function armTypeOf(kind: ResourceKind): string {
  return resourceKinds[kind].armType;
}
