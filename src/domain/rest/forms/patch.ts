import { isEnvelope, isOwnProperty } from '#domain/arm/details.ts';
import { kindsOfType } from '#domain/arm/kinds.ts';
import type { Resource, ResourceKind } from '#domain/arm/resource.ts';
import { findResource } from '#domain/arm/state.ts';
import type { Command } from '#domain/cloud/command.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { bodyOf } from '#domain/cloud/resource-body.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { at, isJsonObject, pairsAt, readJson, textAt } from '#domain/kernel/json.ts';
import type { Json } from '#domain/kernel/json.ts';
import { firewallOf } from '#domain/network/state.ts';
import { invalidContent } from '../refusals.ts';
import { commands, refused } from '../route.ts';
import type { Incoming, Parsed } from '../route.ts';
import { identityOf, refuseIdentityForm } from './create.ts';
import { readFirewall } from './firewall.ts';
import { refuseTags, tagsOf } from './resources.ts';
import { innerName, isInner, keptCommands } from './patch-details.ts';

/** One thing that a PATCH can change. */
interface Change {
  /** Where the body speaks of it; parts of `properties` are named `properties.<name>`. */
  readonly names: readonly string[];
  /** What it can be changed of; anything where nothing is said, and the command refuses the rest. */
  readonly kind?: ResourceKind;
  /** The command that does it; null where the value is of another type than is expected. */
  readonly read: (incoming: Incoming, id: ResourceId) => Command | null;
}

const changes: readonly Change[] = [
  {
    names: ['identity'],
    read: ({ body }, resourceId) => {
      const identity = identityOf(body);
      return identity === undefined ? null : { type: 'WriteIdentity', resourceId, method: 'PATCH', identity };
    },
  },
  { names: ['tags'], read: ({ body }, id) => ({ type: 'SetTags', id, tags: tagsOf(body) ?? {} }) },
  {
    names: ['properties.enableRbacAuthorization'],
    kind: 'keyVault',
    read: ({ body }, vaultId) => {
      const isRbac = at(body, 'properties', 'enableRbacAuthorization');
      if (typeof isRbac !== 'boolean') return null;
      return { type: 'SetPermissionModel', vaultId, model: isRbac ? 'rbac' : 'accessPolicies' };
    },
  },
  {
    names: ['properties.allowSharedKeyAccess'],
    kind: 'storageAccount',
    read: ({ body }, accountId) => {
      const allowed = at(body, 'properties', 'allowSharedKeyAccess');
      return typeof allowed === 'boolean' ? { type: 'SetSharedKeyAccess', accountId, allowed } : null;
    },
  },
  {
    names: ['properties.keyVaultReferenceIdentity'],
    read: ({ body }, id) => {
      const reference = textAt(body, 'properties', 'keyVaultReferenceIdentity');
      if (reference === null) return null;
      const isOwn = reference.toLowerCase() === 'systemassigned';
      return { type: 'SetReferenceIdentity', id, identity: isOwn ? 'SystemAssigned' : (reference as ResourceId) };
    },
  },
  {
    names: ['properties.networkAcls', 'properties.publicNetworkAccess'],
    read: ({ state, body }, resourceId) =>
      isJsonObject(body)
        ? { type: 'SetFirewall', resourceId, firewall: readFirewall(body, firewallOf(state.network, resourceId)) }
        : null,
  },
];

/**
 * PATCH at the id of a resource: each thing that it changes is a command, and what nothing here acts on is merged into
 * what is kept of it. Nothing that a body asks for is passed over in silence, unless it says what is so already.
 */
export function parsePatch(incoming: Incoming, id: ResourceId, armType: string): Parsed {
  const { state, body } = incoming;
  const malformed = refuseIdentityForm(body) ?? refuseTags(body);
  if (malformed !== null) return refused(malformed);
  const held = findResource(state.arm, id);
  const kind = held?.kind ?? kindsOfType(armType)[0];
  const asked = namesToChange(state, body, held);
  const possible = changes.filter((each) => each.kind === undefined || each.kind === kind);
  const others = asked.filter((name) => !possible.some(({ names }) => names.includes(name)));
  const unknown = others.find((name) => !isDetail(kind, name));
  if (unknown !== undefined) return refused(invalidContent(`'${unknown}' is nothing that can be changed here.`));
  const made: Command[] = [];
  for (const change of possible.filter(({ names }) => names.some((name) => asked.includes(name)))) {
    const read = change.read(incoming, id);
    if (read === null) return refused(invalidContent(`'${change.names[0] ?? ''}' is of another type.`));
    made.push(read);
  }
  if (others.length > 0) made.push(...keptCommands(incoming, id, held, others));
  const [first, ...besides] = made;
  if (first === undefined) return refused(invalidContent('nothing that can be changed here.'));
  return commands(first, besides, { kind: 'resource', id });
}

/** What a body says otherwise than it is; all that it says where that is nothing. */
function namesToChange(state: CloudState, body: Json | undefined, held: Resource | undefined): readonly string[] {
  const print = held === undefined ? undefined : readJson(JSON.stringify(bodyOf(state, held)));
  const said = namesIn(body);
  const news = said.filter((name) => !saysTheSame(name, body, print));
  return news.length > 0 ? news : said;
}

/** Whether a part of a body is kept as it is sent. */
function isDetail(kind: ResourceKind | undefined, name: string): boolean {
  if (kind === undefined || isEnvelope(name) || changes.some(({ names }) => names.includes(name))) return false;
  return !isInner(name) || !isOwnProperty(kind, innerName(name));
}

function namesIn(body: Json | undefined): readonly string[] {
  const outer = pairsAt(body).flatMap(([name, value]) => (name === 'properties' && isJsonObject(value) ? [] : [name]));
  return [...outer, ...pairsAt(body, 'properties').map(([name]) => `properties.${name}`)];
}

function saysTheSame(name: string, body: Json | undefined, print: Json | undefined): boolean {
  const path = name.split('.');
  const held = at(print, ...path);
  return held !== undefined && JSON.stringify(at(body, ...path)) === JSON.stringify(held);
}
