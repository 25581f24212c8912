import { groupBody } from '#domain/arm/body.ts';
import { kindsOfType, resourceKinds } from '#domain/arm/kinds.ts';
import {
  isGroupId,
  isWithin,
  nameOf,
  readResourceId,
  resourceGroupId,
  sameId,
  subscriptionScope,
} from '#domain/arm/resource-id.ts';
import type { Resource } from '#domain/arm/resource.ts';
import { findGroup, findResource, tagsAt } from '#domain/arm/state.ts';
import { armJson, resourceGroupNotFound, resourceNotFound } from '#domain/arm/wire.ts';
import { resourcesOf } from '#domain/cloud/queries.ts';
import { bodyOf } from '#domain/cloud/resource-body.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { Tags } from '#domain/cloud/command.ts';
import { powerOf } from '#domain/compute/state.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import { at, isJsonObject, readJson } from '#domain/kernel/json.ts';
import { listSource } from '../may-read.ts';
import type { Reader } from '../may-read.ts';
import { subscriptionNotFound } from '../refusals.ts';

export type ResourceRead =
  | { readonly kind: 'tenants' }
  | { readonly kind: 'subscriptions' }
  | { readonly kind: 'subscription'; readonly id: string }
  | { readonly kind: 'groups'; readonly where?: Where }
  | { readonly kind: 'group'; readonly name: string }
  | { readonly kind: 'resource'; readonly id: string; readonly withInstanceView?: true }
  | { readonly kind: 'tags'; readonly id: string }
  /** The power of a machine, as `instanceView` says it. */
  | { readonly kind: 'instanceView'; readonly id: string }
  /** All resources within a scope; of a type with their properties, else in brief, as `az resource list` gets them. */
  | {
      readonly kind: 'resources';
      readonly scope: string;
      readonly armType: string | null;
      readonly brief: boolean;
      readonly where?: Where;
    };

/** What of a list is asked for; null for what does not matter. */
export interface Where {
  readonly name: string | null;
  readonly tagName: string | null;
  readonly tagValue: string | null;
}

/** What the portal and the CLI call the subscription. */
const subscriptionName = 'Managed Identity Lab';

export const resourceReaders = {
  tenants: ({ tenantId }: CloudState) => armJson(200, { value: [{ id: `/tenants/${tenantId}`, tenantId }] }, 'docs'),
  subscriptions: (state: CloudState, _read: unknown, reader: Reader) =>
    reader.list([state.subscriptionId], 'Microsoft.Resources/subscriptions/read', {
      id: () => subscriptionScope(state.subscriptionId),
      body: () => subscriptionBody(state),
    }),
  subscription: (state: CloudState, { id }: { readonly id: string }, reader: Reader) =>
    sameId(id, state.subscriptionId)
      ? reader.one('Microsoft.Resources/subscriptions/read', subscriptionScope(state.subscriptionId), () =>
          armJson(200, subscriptionBody(state), 'docs'),
        )
      : subscriptionNotFound(id),
  groups: (state: CloudState, { where }: { readonly where?: Where }, reader: Reader) =>
    reader.list(
      [...dictionary.values(state.arm.groups)]
        .filter((group) => isWanted(group, where))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
      readGroup,
      { id: (group) => group.id, body: groupBody },
    ),
  group: (state: CloudState, read: { readonly name: string }, reader: Reader) => {
    const id = resourceGroupId(state.subscriptionId, read.name);
    return reader.one(readGroup, id, () => {
      const group = findGroup(state.arm, id);
      return group === undefined ? resourceGroupNotFound(read.name) : armJson(200, groupBody(group), 'docs');
    });
  },
  resource: (
    state: CloudState,
    { id, withInstanceView }: { readonly id: string; readonly withInstanceView?: true },
    reader: Reader,
  ) =>
    showResource(state, id, reader, (resource) => {
      const body = bodyOf(state, resource);
      return withInstanceView === true && resource.kind === 'virtualMachine' ? expanded(state, id, body) : body;
    }),
  tags: (state: CloudState, { id }: { readonly id: string }, reader: Reader) =>
    reader.one('Microsoft.Resources/tags/read', id, () => {
      const tags = tagsAt(state.arm, id);
      if (tags === undefined) return isGroupId(id) ? resourceGroupNotFound(nameOf(id)) : resourceNotFound(id);
      return armJson(200, tagsBody(id, tags), 'docs');
    }),
  instanceView: (state: CloudState, { id }: { readonly id: string }, reader: Reader) =>
    showResource(state, id, reader, () => instanceView(state, id)),
  resources: listResources,
};

const readGroup = 'Microsoft.Resources/subscriptions/resourceGroups/read';

/** The subscription as ARM prints it, `authorizationSource` and policies aside (docs: subscriptions REST). */
function subscriptionBody({ subscriptionId, tenantId }: CloudState): unknown {
  const id = subscriptionScope(subscriptionId);
  return { id, subscriptionId, tenantId, displayName: subscriptionName, state: 'Enabled' };
}

function showResource(state: CloudState, id: string, reader: Reader, body: (resource: Resource) => unknown) {
  const resource = findResource(state.arm, id);
  const armType = resource === undefined ? readResourceId(id)?.armType : resourceKinds[resource.kind].armType;
  return reader.one(`${armType ?? ''}/read`, resource?.id ?? id, () => {
    if (resource !== undefined) return armJson(200, body(resource), 'docs');
    const group = readResourceId(id)?.group ?? '';
    const isKnown = findGroup(state.arm, resourceGroupId(state.subscriptionId, group)) !== undefined;
    return isKnown ? resourceNotFound(id) : resourceGroupNotFound(group);
  });
}

/** A machine with its instance view among its properties, as `$expand=instanceView` asks. */
function expanded(state: CloudState, id: string, body: unknown): unknown {
  const printed = readJson(JSON.stringify(body));
  if (!isJsonObject(printed)) return body;
  const properties = at(printed, 'properties');
  const held = isJsonObject(properties) ? properties : {};
  return { ...printed, properties: { ...held, instanceView: instanceView(state, id) } };
}

function tagsBody(scope: string, tags: Tags): unknown {
  const id = `${scope}/providers/Microsoft.Resources/tags/default`;
  return { id, name: 'default', type: 'Microsoft.Resources/tags', properties: { tags } };
}

/** Names are compared without case, of tags too; their values are not. */
function isWanted({ name, tags = {} }: { readonly name: string; readonly tags?: Tags }, where?: Where): boolean {
  if (where === undefined) return true;
  const { name: asked, tagName, tagValue } = where;
  if (asked !== null && !sameId(asked, name)) return false;
  if (tagName === null) return true;
  const value = Object.entries(tags).find(([each]) => sameId(each, tagName))?.[1];
  return value !== undefined && (tagValue === null || tagValue === value);
}

function instanceView({ compute }: CloudState, id: string): unknown {
  const power = powerOf(compute, id);
  const label = { running: 'VM running', stopped: 'VM stopped', deallocated: 'VM deallocated' }[power];
  const provisioned = { code: 'ProvisioningState/succeeded', level: 'Info', displayStatus: 'Provisioning succeeded' };
  return { statuses: [provisioned, { code: `PowerState/${power}`, level: 'Info', displayStatus: label }] };
}

function listResources(
  state: CloudState,
  { scope, armType, brief, where }: Extract<ResourceRead, { kind: 'resources' }>,
  reader: Reader,
) {
  const group = /^\/subscriptions\/[^/]+\/resourcegroups\/([^/]+)$/i.exec(scope)?.[1];
  if (group !== undefined && findGroup(state.arm, scope) === undefined) return resourceGroupNotFound(group);
  const kinds = armType === null ? null : kindsOfType(armType);
  const listed = resourcesOf(state).filter(
    (each) => isWithin(scope, each.id) && (kinds === null || kinds.includes(each.kind)) && isWanted(each, where),
  );
  // Each is shown to who may read this type there.
  const value = listed
    .filter(({ id, kind }) => reader.may(`${resourceKinds[kind].armType}/read`, id))
    .map((each) => (brief ? inBrief(bodyOf(state, each)) : bodyOf(state, each)));
  return armJson(200, { value }, listSource(listed, value, 'docs'));
}

/** A resource without its properties. */
function inBrief(body: unknown): unknown {
  const printed = readJson(JSON.stringify(body));
  if (!isJsonObject(printed)) return body;
  return Object.fromEntries(Object.entries(printed).filter(([name]) => name !== 'properties'));
}
