import { siteOf } from '#domain/appservice/state.ts';
import { sameId } from '#domain/arm/resource-id.ts';
import type { ResourceKind } from '#domain/arm/resource.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import { at, listAt, textAt } from '#domain/kernel/json.ts';
import type { Json } from '#domain/kernel/json.ts';
import { accessPoliciesBody } from '#domain/keyvault/arm.ts';
import { vaultOf } from '#domain/keyvault/state.ts';
import { firewallOf } from '#domain/network/state.ts';
import type { Firewall } from '#domain/network/state.ts';
import { accountAccess } from '#domain/storage/state.ts';
import { invalidContent } from '../refusals.ts';
import { readFirewall } from './firewall.ts';

/*
 * What a PUT may say of a resource and the simulator does by a command of its own. What it says as it is already, or as
 * it is of a new resource, is fine; the rest is refused, for a vault that stays open in silence teaches the wrong thing.
 */

type Differs = (state: CloudState, id: string, body: Json) => boolean;

const policies: Differs = ({ keyVault, tenantId }, id, body) => {
  const asked = listAt(body, 'properties', 'accessPolicies');
  const held = accessPoliciesBody(vaultOf(keyVault, id).settings.policies, tenantId);
  return asked.length > 0 && JSON.stringify(asked) !== JSON.stringify(held);
};

const network: Differs = (state, id, body) => {
  const held = firewallOf(state.network, id);
  return written(readFirewall(body, held)) !== written(held);
};

function written({ defaultAction, allowedAddresses, trustedServices, publicAccess }: Firewall): string {
  return JSON.stringify([defaultAction, allowedAddresses, trustedServices, publicAccess]);
}

const sharedKey: Differs = ({ storage }, id, body) => {
  const allowed = at(body, 'properties', 'allowSharedKeyAccess');
  return typeof allowed === 'boolean' && allowed !== accountAccess(storage, id).sharedKey;
};

const reference: Differs = ({ appService }, id, body) => {
  const asked = textAt(body, 'properties', 'keyVaultReferenceIdentity');
  return asked !== null && !sameId(asked, siteOf(appService, id).referenceIdentity);
};

const site = { keyVaultReferenceIdentity: reference };

const apart: Readonly<Partial<Record<ResourceKind, Readonly<Record<string, Differs>>>>> = {
  keyVault: { accessPolicies: policies, networkAcls: network },
  storageAccount: { allowSharedKeyAccess: sharedKey, networkAcls: network },
  sqlServer: { publicNetworkAccess: network },
  webApp: site,
  webAppSlot: site,
  functionApp: site,
};

/** What is said of a PUT that asks for more than a creation here, or null. */
export function refuseApart(state: CloudState, id: string, kind: ResourceKind, body: Json): SourcedResponse | null {
  const [name] = Object.entries(apart[kind] ?? {}).find(([, differs]) => differs(state, id, body)) ?? [];
  if (name === undefined) return null;
  return invalidContent(`'properties.${name}' is changed by a request of its own here, once the resource is there.`);
}
