import type { SourcedResponse } from '#domain/http/message.ts';
import { attachedTo } from './identity-block.ts';
import * as wire from './identity-wire.ts';
import type { IdentityBlock } from './resource.ts';
import { sameId } from './resource-id.ts';

/** An `identity` object as a client sends it: nothing in it is trusted, not even its `type` (facts: control-plane §1.4). */
export interface IdentityWrite {
  readonly type?: string;
  /** By ARM id. `null` takes an identity away by PATCH; anything but `{}` and `null` is refused. */
  readonly userAssignedIdentities?: Readonly<Record<string, Readonly<Record<string, string>> | null>>;
}

/** What a host carries after a write: whether its own identity is on, and which others it refers to. */
export interface IdentityWish {
  readonly systemAssigned: boolean;
  /** Named by the request: they have to exist, and an older reference to one is renewed. */
  readonly named: readonly string[];
  /** Held already, and not spoken of by a PATCH. */
  readonly kept: readonly string[];
}

type ReadIdentity = { readonly wish: IdentityWish; readonly refusal: null } | { readonly refusal: SourcedResponse };

/** The types with and without the space after the comma, in any case. */
const types = new Map([
  ['none', { system: false, user: false }],
  ['systemassigned', { system: true, user: false }],
  ['userassigned', { system: false, user: true }],
  ['systemassigned,userassigned', { system: true, user: true }],
]);

/**
 * What a write of `identity` would make of the block that a host has. PUT says everything; PATCH merges the map, in
 * which null removes. A type without user-assigned identities drops them all (facts: control-plane §1.4).
 */
export function readIdentityWrite(
  host: string,
  method: 'PUT' | 'PATCH',
  { type, userAssignedIdentities: map }: IdentityWrite,
  block: IdentityBlock,
): ReadIdentity {
  if (type === undefined) return { refusal: wire.missingIdentityType() };
  const kind = kindOfType(type);
  if (kind === undefined) return { refusal: wire.unknownIdentityType(type) };
  const entries = Object.entries(map ?? {});
  if (!kind.user) {
    if (entries.length > 0) return { refusal: wire.mapUnderWrongType(host) };
    return { wish: { systemAssigned: kind.system, named: [], kept: [] }, refusal: null };
  }
  const held = method === 'PUT' ? [] : attachedTo(block).map(({ identityId }) => identityId);
  const kept = held.filter((id) => !entries.some(([key]) => sameId(key, id)));
  const named = entries.filter(([, value]) => value !== null).map(([key]) => key);
  if (entries.length === 0 && kept.length === 0) return { refusal: wire.missingIdentityIds() };
  const refusal = refuseEntries(entries);
  if (refusal !== null) return { refusal };
  if (named.length + kept.length === 0) return { refusal: wire.noIdentityLeft(host) };
  return { wish: { systemAssigned: kind.system, named, kept }, refusal: null };
}

/** What the options of a creation can say of a write by PUT: null where it is at odds with itself. */
export function optionsOfWrite({ type, userAssignedIdentities: map }: IdentityWrite): {
  readonly systemAssigned: boolean;
  readonly userAssigned: readonly string[];
} | null {
  const kind = type === undefined ? undefined : kindOfType(type);
  const entries = Object.entries(map ?? {});
  const userAssigned = entries.filter(([, value]) => value !== null).map(([id]) => id);
  const isPlain = entries.every(([id, value]) =>
    value === null ? refuseIdentityId(id) === null : Object.keys(value).length === 0,
  );
  if (kind === undefined || !isPlain) return null;
  const fits = kind.user ? userAssigned.length > 0 : entries.length === 0;
  return fits ? { systemAssigned: kind.system, userAssigned } : null;
}

function kindOfType(type: string) {
  return types.get(
    type
      .trim()
      .toLowerCase()
      .replace(/\s*,\s*/, ','),
  );
}

function refuseEntries(
  entries: readonly (readonly [id: string, value: Readonly<Record<string, string>> | null])[],
): SourcedResponse | null {
  for (const [id] of entries) {
    const refusal = refuseIdentityId(id);
    if (refusal !== null) return refusal;
  }
  const filled = entries.find(([, value]) => value !== null && Object.keys(value).length > 0);
  return filled === undefined ? null : wire.invalidIdentityValues(filled[0]);
}

const identityIdForm =
  /^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+\/providers\/microsoft\.managedidentity\/userassignedidentities\/[^/]+$/i;

/** What is said of an id that cannot be a user-assigned identity's, there or not; null where it can. */
export function refuseIdentityId(id: string): SourcedResponse | null {
  if (!/^\/(?:subscriptions|providers)\//i.test(id)) return wire.linkedInvalidPropertyId(id);
  return identityIdForm.test(id) ? null : wire.invalidIdentityId(id);
}

/** The object that says the same as the options of a creation. */
export function identityWriteOf(systemAssigned: boolean, userAssigned: readonly string[]): IdentityWrite {
  const type = identityType(systemAssigned, userAssigned.length > 0);
  if (userAssigned.length === 0) return { type };
  return { type, userAssignedIdentities: Object.fromEntries(userAssigned.map((id) => [id, {}])) };
}

/** The type of a block that carries these. */
export function identityType(hasSystemAssigned: boolean, hasUserAssigned: boolean): IdentityBlock['type'] {
  if (hasUserAssigned) return hasSystemAssigned ? 'SystemAssigned, UserAssigned' : 'UserAssigned';
  return hasSystemAssigned ? 'SystemAssigned' : 'None';
}
