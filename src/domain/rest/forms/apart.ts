import { siteOf } from '#domain/appservice/state.ts';
import { sameId } from '#domain/arm/resource-id.ts';
import type { ResourceKind } from '#domain/arm/resource.ts';
import type { Command } from '#domain/cloud/command.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import type { PrincipalId, ResourceId } from '#domain/kernel/brand.ts';
import { at, listAt, textAt, textsAt } from '#domain/kernel/json.ts';
import type { Json } from '#domain/kernel/json.ts';
import { accessPoliciesBody } from '#domain/keyvault/arm.ts';
import { secretPermissions } from '#domain/keyvault/settings.ts';
import { vaultOf } from '#domain/keyvault/state.ts';
import { firewallOf } from '#domain/network/state.ts';
import type { Firewall } from '#domain/network/state.ts';
import { accountAccess } from '#domain/storage/state.ts';
import { invalidContent } from '../refusals.ts';
import { readFirewall } from './firewall.ts';
import { settingsIn } from './sites.ts';

/*
 * What a PUT says of a resource and the simulator does by a command of its own, after the creation. What it says as it
 * is already, or as it is of a new resource, needs none.
 */

/** The commands of one part of a body; null where it is of another type than is expected. */
type Part = (state: CloudState, id: ResourceId, body: Json) => readonly Command[] | null;

/** Those that are named are as they are named, the others go. An empty list is no wish: every printer writes one. */
const policies: Part = ({ keyVault, tenantId }, vaultId, body) => {
  const asked = listAt(body, 'properties', 'accessPolicies');
  const held = vaultOf(keyVault, vaultId).settings.policies;
  if (asked.length === 0 || JSON.stringify(asked) === JSON.stringify(accessPoliciesBody(held, tenantId))) return [];
  const named = asked.map((policy) => ({ objectId: textAt(policy, 'objectId'), secrets: permissionsIn(policy) }));
  if (named.some(({ objectId }) => objectId === null)) return null;
  const set = named.map(({ objectId, secrets }) => setPolicy(vaultId, objectId ?? '', secrets));
  const gone = held.filter(({ objectId }) => !named.some((each) => sameId(each.objectId ?? '', objectId)));
  return [...set, ...gone.map(({ objectId }) => setPolicy(vaultId, objectId, []))];
};

function setPolicy(vaultId: ResourceId, objectId: string, secrets: readonly string[]): Command {
  const known = secretPermissions.filter((each) => secrets.includes(each));
  return { type: 'SetAccessPolicy', vaultId, objectId: objectId as PrincipalId, secrets: known };
}

function permissionsIn(policy: Json): readonly string[] {
  const sent = textsAt(policy, 'permissions', 'secrets').map((each) => each.toLowerCase());
  return sent.includes('all') ? secretPermissions : sent;
}

const network: Part = (state, resourceId, body) => {
  const held = firewallOf(state.network, resourceId);
  const firewall = readFirewall(body, held);
  return written(firewall) === written(held) ? [] : [{ type: 'SetFirewall', resourceId, firewall }];
};

function written({ defaultAction, allowedAddresses, trustedServices, publicAccess }: Firewall): string {
  return JSON.stringify([defaultAction, allowedAddresses, trustedServices, publicAccess]);
}

const sharedKey: Part = ({ storage }, accountId, body) => {
  const allowed = at(body, 'properties', 'allowSharedKeyAccess');
  if (allowed === undefined || allowed === null) return [];
  if (typeof allowed !== 'boolean') return null;
  return allowed === accountAccess(storage, accountId).sharedKey
    ? []
    : [{ type: 'SetSharedKeyAccess', accountId, allowed }];
};

const reference: Part = ({ appService }, id, body) => {
  const asked = textAt(body, 'properties', 'keyVaultReferenceIdentity');
  if (asked === null || sameId(asked, siteOf(appService, id).referenceIdentity)) return [];
  const identity = sameId(asked, 'SystemAssigned') ? 'SystemAssigned' : (asked as ResourceId);
  return [{ type: 'SetReferenceIdentity', id, identity }];
};

const settings: Part = (state, id, body) => {
  const set = settingsIn(state, id, at(body, 'properties', 'siteConfig', 'appSettings'));
  return set === null ? [] : [set];
};

const site = { keyVaultReferenceIdentity: reference, 'siteConfig.appSettings': settings };

const parts: Readonly<Partial<Record<ResourceKind, Readonly<Record<string, Part>>>>> = {
  keyVault: { accessPolicies: policies, networkAcls: network },
  storageAccount: { allowSharedKeyAccess: sharedKey, networkAcls: network },
  sqlServer: { publicNetworkAccess: network },
  webApp: site,
  webAppSlot: site,
  functionApp: site,
};

/** The commands that a PUT asks for beside the creation, or what is said of a part that cannot be read. */
export function commandsApart(
  state: CloudState,
  id: ResourceId,
  kind: ResourceKind,
  body: Json,
): readonly Command[] | SourcedResponse {
  const found: Command[] = [];
  for (const [name, part] of Object.entries(parts[kind] ?? {})) {
    const asked = part(state, id, body);
    if (asked === null) return invalidContent(`'properties.${name}' is of another type.`);
    found.push(...asked);
  }
  return found;
}
