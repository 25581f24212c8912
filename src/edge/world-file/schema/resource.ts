import * as v from 'valibot';
import { isJsonObject } from '#domain/kernel/json.ts';
import type { Json, JsonObject } from '#domain/kernel/json.ts';
import { clientId, name, principalId, resourceId, text, time } from './primitives.ts';

const hostKinds = ['virtualMachine', 'vmScaleSet', 'webApp', 'webAppSlot', 'functionApp', 'containerApp'] as const;

const targetKinds = [
  'keyVault',
  'storageAccount',
  'sqlServer',
  'sqlDatabase',
  'cosmosAccount',
  'serviceBusNamespace',
  'eventHubsNamespace',
] as const;

export const resourceKind = v.picklist([...hostKinds, ...targetKinds, 'aksCluster', 'userAssignedIdentity']);

export const attachedIdentity = v.object({ identityId: resourceId, principalId, clientId });

const attached = v.pipe(v.array(attachedIdentity), v.minLength(1));

export const identityBlock = v.variant('type', [
  v.object({ type: v.literal('None') }),
  v.object({ type: v.literal('SystemAssigned'), principalId }),
  v.object({ type: v.literal('UserAssigned'), userAssigned: attached }),
  v.object({
    type: v.literal('SystemAssigned, UserAssigned'),
    principalId,
    userAssigned: attached,
  }),
]);

/** Tags, settings and the like: whatever somebody named, with its value. */
export function named<Value extends v.GenericSchema>(value: Value) {
  return v.record(
    v.pipe(
      name,
      v.check((key) => key !== '__proto__', 'is no name'),
    ),
    value,
  );
}

export const tags = named(text);

/** Whatever JSON somebody wrote of a resource. */
export const details = v.custom<JsonObject>((value) => isJsonObject(value as Json));

const envelope = {
  id: resourceId,
  name,
  resourceGroup: name,
  location: name,
  createdAt: time,
  tags: v.exactOptional(tags),
  details: v.exactOptional(details),
};

function target<Kind extends (typeof targetKinds)[number]>(kind: Kind) {
  return v.object({ ...envelope, kind: v.literal(kind) });
}

export const resource = v.variant('kind', [
  v.object({
    ...envelope,
    kind: v.picklist(hostKinds),
    identity: identityBlock,
  }),
  target('keyVault'),
  target('storageAccount'),
  target('sqlServer'),
  target('sqlDatabase'),
  target('cosmosAccount'),
  target('serviceBusNamespace'),
  target('eventHubsNamespace'),
  v.object({ ...envelope, kind: v.literal('aksCluster') }),
  v.object({ ...envelope, kind: v.literal('userAssignedIdentity'), principalId, clientId }),
]);

export const resourceGroup = v.object({
  id: resourceId,
  name,
  location: name,
  createdAt: time,
  tags: v.exactOptional(tags),
});
