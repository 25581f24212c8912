import { detailsIn, merged, printedDetails, propertiesIn } from '#domain/arm/details.ts';
import type { Details } from '#domain/arm/details.ts';
import type { Resource } from '#domain/arm/resource.ts';
import type { Command, CommandOf } from '#domain/cloud/command.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { at } from '#domain/kernel/json.ts';
import type { Json, JsonObject } from '#domain/kernel/json.ts';
import type { Incoming } from '../route.ts';
import { settingsIn } from './sites.ts';

/** Whether a name is that of a part of `properties`. */
export function isInner(name: string): boolean {
  return name.startsWith('properties.');
}

export function innerName(name: string): string {
  return name.slice('properties.'.length);
}

/**
 * What a PATCH does of which nothing here acts on the parts that are named: it is kept, and settings in the
 * configuration of an app are set. What is not there is answered as any write to it is; what says nothing new is done.
 */
export function keptCommands(
  { state, body }: Incoming,
  id: ResourceId,
  held: Resource | undefined,
  names: readonly string[],
): readonly Command[] {
  if (held === undefined) return [{ type: 'SetTags', id, tags: {} }];
  const details = detailsOfPatch(body, held, names);
  const settings = names.includes('properties.siteConfig')
    ? settingsIn(state, held.id, at(body, 'properties', 'siteConfig', 'appSettings'))
    : null;
  if (settings !== null) return details === undefined ? [settings] : [{ ...writeOf(held), details }, settings];
  return [details === undefined ? writeOf(held) : { ...writeOf(held), details }];
}

/** A write of what is there that changes nothing. */
function writeOf({ kind, resourceGroup, name, location }: Resource): CommandOf<'CreateResource'> {
  return { type: 'CreateResource', kind, resourceGroup, name, location };
}

function detailsOfPatch(body: Json | undefined, held: Resource, names: readonly string[]): Details | undefined {
  const printed = printedDetails(held.kind, held.details);
  const parts = names.filter((name) => !isInner(name)).map((name) => mergedPart(name, printed, body));
  const inner = names
    .filter(isInner)
    .map((name) => mergedPart(innerName(name), propertiesIn(printed), at(body, 'properties')));
  const said: JsonObject = Object.fromEntries([...parts, ['properties', objectOf(inner)]]);
  return detailsIn(held.kind, held.details, said);
}

function mergedPart(name: string, printed: JsonObject, said: Json | undefined): readonly [string, Json] {
  return [name, merged(printed[name], at(said, name) ?? null)];
}

function objectOf(pairs: readonly (readonly [string, Json])[]): JsonObject {
  return Object.fromEntries(pairs);
}
