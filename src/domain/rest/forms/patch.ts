import { kindsOfType } from '#domain/arm/kinds.ts';
import { findResource } from '#domain/arm/state.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { at, isJsonObject, textAt } from '#domain/kernel/json.ts';
import { firewallOf } from '#domain/network/state.ts';
import { invalidContent } from '../refusals.ts';
import { command, refused } from '../route.ts';
import type { Incoming, Parsed } from '../route.ts';
import { identityOf } from './create.ts';
import { readFirewall } from './firewall.ts';
import { tagsOf } from './resources.ts';

/** PATCH at the id of a resource. The simulator changes one thing at a time: identity, tags, or a property that it knows. */
export function parsePatch(incoming: Incoming, id: ResourceId, armType: string): Parsed {
  const { body } = incoming;
  const identity = identityOf(body);
  if (identity !== undefined) return command({ type: 'WriteIdentity', resourceId: id, method: 'PATCH', identity });
  const tags = tagsOf(body);
  if (tags !== undefined) return command({ type: 'SetTags', id, tags });
  return parseProperties(incoming, id, armType) ?? refused(invalidContent('nothing that can be changed here.'));
}

function parseProperties(incoming: Incoming, id: ResourceId, armType: string): Parsed | null {
  const { state, body } = incoming;
  const kind = findResource(state.arm, id)?.kind ?? kindsOfType(armType)[0];
  const isRbac = at(body, 'properties', 'enableRbacAuthorization');
  if (kind === 'keyVault' && typeof isRbac === 'boolean') {
    return command({ type: 'SetPermissionModel', vaultId: id, model: isRbac ? 'rbac' : 'accessPolicies' });
  }
  const allowed = at(body, 'properties', 'allowSharedKeyAccess');
  if (kind === 'storageAccount' && typeof allowed === 'boolean') {
    return command({ type: 'SetSharedKeyAccess', accountId: id, allowed });
  }
  const reference = textAt(body, 'properties', 'keyVaultReferenceIdentity');
  if (reference !== null) {
    const identity = reference.toLowerCase() === 'systemassigned' ? 'SystemAssigned' : (reference as ResourceId);
    return command({ type: 'SetReferenceIdentity', id, identity });
  }
  const speaksOfNetwork = ['networkAcls', 'publicNetworkAccess'].some(
    (name) => at(body, 'properties', name) !== undefined,
  );
  if (!isJsonObject(body) || !speaksOfNetwork) return null;
  const firewall = readFirewall(body, firewallOf(state.network, id));
  return command({ type: 'SetFirewall', resourceId: id, firewall });
}
