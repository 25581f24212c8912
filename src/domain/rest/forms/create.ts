import { identityTypeOf } from '#domain/arm/body.ts';
import { detailsIn, printedDetails, propertiesIn, withDetails } from '#domain/arm/details.ts';
import type { Details } from '#domain/arm/details.ts';
import { identityWriteOf, optionsOfWrite, readIdentityWrite } from '#domain/arm/identity-write.ts';
import type { IdentityWrite } from '#domain/arm/identity-write.ts';
import { isHostKind } from '#domain/arm/kinds.ts';
import { resourceId } from '#domain/arm/resource-id.ts';
import type { IdentityBlock, Resource, ResourceKind } from '#domain/arm/resource.ts';
import { findResource } from '#domain/arm/state.ts';
import type { Command, CommandOf } from '#domain/cloud/command.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { isUpgradedByHand } from '#domain/compute/rules.ts';
import type { UpgradeMode } from '#domain/compute/state.ts';
import type { HttpRequest, SourcedResponse } from '#domain/http/message.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { at, isJsonObject, pairsAt, textAt } from '#domain/kernel/json.ts';
import type { Json, JsonObject } from '#domain/kernel/json.ts';
import { vaultOf } from '#domain/keyvault/state.ts';
import type { PermissionModel } from '#domain/keyvault/settings.ts';
import { queryValue } from '#domain/kernel/uri.ts';
import { invalidContent, invalidResourceType, locationRequired } from '../refusals.ts';
import { resourceRequest } from '../request.ts';
import { command, commands, refused } from '../route.ts';
import type { Incoming, Parsed } from '../route.ts';
import { commandsApart } from './apart.ts';
import { isRecovery, kindAt, refuseTags, tagsOf } from './resources.ts';

type CreateResource = CommandOf<'CreateResource'>;

/** PUT of a resource with what its provider cannot do without, as far as the simulator knows it. */
export function printCreate(state: CloudState, wanted: CreateResource): HttpRequest {
  const { kind, location, tags, identity } = wanted;
  const id = resourceId(state.subscriptionId, wanted.resourceGroup, kind, wanted.name);
  const write = identity && spelled(identityWriteOf(identity.systemAssigned, identity.userAssigned), kind);
  const { properties, ...more } = essentials(state, id, wanted);
  const details = detailsToSend(state, id, wanted);
  return resourceRequest('PUT', id, '', {
    location,
    ...(tags === undefined ? {} : { tags }),
    ...details,
    ...more,
    ...(write === undefined || !isHostKind(kind) ? {} : { identity: write }),
    properties: { ...propertiesIn(details), ...properties },
  });
}

/** What a provider cannot do without, and what is said beyond that. */
function detailsToSend({ arm }: CloudState, id: string, { kind, details }: CreateResource): Details {
  if (kind === 'userAssignedIdentity' || kind === 'sqlServer') return details ?? {};
  return withDetails(printedDetails(kind, findResource(arm, id)?.details), details ?? {});
}

/** The object with its type as the kind's provider spells it. */
export function spelled(write: IdentityWrite, kind: ResourceKind): IdentityWrite {
  return { ...write, type: identityTypeOf(write.type as IdentityBlock['type'], kind) };
}

type Body = Readonly<Record<string, unknown>> & { readonly properties: Readonly<Record<string, unknown>> };

function essentials(state: CloudState, id: string, wanted: CreateResource): Body {
  switch (wanted.kind) {
    case 'vmScaleSet':
      return scaleSetBody(wanted.upgradeMode);
    case 'keyVault':
      return { properties: vaultProperties(state, id, wanted) };
    default:
      return { properties: {} };
  }
}

function scaleSetBody(mode: UpgradeMode | undefined): Body {
  return { properties: mode === undefined ? {} : { upgradePolicy: { mode } } };
}

/** The model is always written: what a version makes of a request without it differs (facts: corrections 6). */
function vaultProperties({ tenantId, keyVault }: CloudState, id: string, wanted: CreateResource) {
  const { permissionModel: model = vaultOf(keyVault, id).settings.model, retentionDays } = wanted;
  return {
    tenantId,
    enableRbacAuthorization: model === 'rbac',
    ...(retentionDays === undefined ? {} : { softDeleteRetentionInDays: retentionDays }),
    accessPolicies: [],
  };
}

/** PUT at the id of a resource: a creation, also of what is there; a vault may be recovered by it. */
export function parsePut(incoming: Incoming, id: ResourceId, armType: string, group: string, name: string): Parsed {
  const { state, body } = incoming;
  const kind = kindAt(state, id, armType, body);
  if (kind === undefined) return refused(invalidResourceType(armType, queryValue(incoming.uri, 'api-version') ?? ''));
  if (!isJsonObject(body)) return refused(invalidContent('a JSON object is expected.'));
  if (kind === 'keyVault' && isRecovery(body)) return command({ type: 'RecoverDeletedVault', name });
  return parseCreate(incoming, body, id, { kind, resourceGroup: group, name });
}

function parseCreate(
  incoming: Incoming,
  body: JsonObject,
  id: ResourceId,
  wanted: Pick<CreateResource, 'kind' | 'resourceGroup' | 'name'>,
): Parsed {
  const { kind } = wanted;
  const apart = refuseIdentityForm(body) ?? refuseTags(body) ?? commandsApart(incoming.state, id, kind, body);
  if (!isList(apart)) return refused(apart);
  const held = findResource(incoming.state.arm, id);
  const location = textAt(body, 'location') ?? held?.location;
  if (location === undefined) return refused(locationRequired());
  const identity = isHostKind(kind) ? readIdentity(body, id, held) : undefined;
  if (identity !== undefined && 'kind' in identity) return identity;
  const create: CreateResource = {
    type: 'CreateResource',
    ...wanted,
    location,
    ...(identity === undefined ? {} : { identity }),
    ...labelsOf(kind, body, held),
    ...optionsOf(incoming, kind, held),
  };
  return commands(create, apart, { kind: 'resource', id });
}

/** What is printed back, whatever the kind. */
function labelsOf(kind: ResourceKind, body: JsonObject, held: Resource | undefined) {
  const tags = tagsOf(body);
  const details = detailsIn(kind, held?.details, body);
  return { ...(tags === undefined ? {} : { tags }), ...(details === undefined ? {} : { details }) };
}

function isList(value: readonly Command[] | SourcedResponse): value is readonly Command[] {
  return Array.isArray(value);
}

/** The identity that a PUT asks for. One that says nonsense is written to a host that is there, which refuses it. */
function readIdentity(body: Json, id: ResourceId, held: Resource | undefined): CreateResource['identity'] | Parsed {
  const write = identityOf(body);
  if (write === undefined) return undefined;
  const options = optionsOfWrite(write);
  if (options !== null) {
    return { ...options, userAssigned: options.userAssigned.map((each) => each as ResourceId) };
  }
  if (held !== undefined) return command({ type: 'WriteIdentity', resourceId: id, method: 'PUT', identity: write });
  const { refusal } = readIdentityWrite(id, 'PUT', write, { type: 'None' });
  return refusal === null ? undefined : refused(refusal);
}

/** `principalId` and `tenantId` are Azure's to say: a client that sends them back is not minded. */
const identityNames = ['type', 'userAssignedIdentities', 'principalId', 'tenantId'];

/** What is wrong with the form of an `identity`, or null: what it says otherwise is for Azure to judge. */
export function refuseIdentityForm(body: Json | undefined): SourcedResponse | null {
  const identity = at(body, 'identity');
  if (identity === undefined || identity === null) return null;
  if (!isJsonObject(identity)) return invalidContent("'identity' is expected to be an object.");
  const unknown = Object.keys(identity).find((name) => !identityNames.includes(name));
  if (unknown !== undefined) return invalidContent(`'identity.${unknown}' is not known.`);
  const map = at(identity, 'userAssignedIdentities');
  const isMap = map === undefined || map === null || isJsonObject(map);
  if (isMap && pairsAt(map).every(([, value]) => value === null || isJsonObject(value))) return null;
  return invalidContent("'identity.userAssignedIdentities' is expected to hold an object or null under each ARM id.");
}

/** The `identity` object of a body as it was sent; undefined where there is none. */
export function identityOf(body: Json | undefined): IdentityWrite | undefined {
  if (!isJsonObject(at(body, 'identity'))) return undefined;
  const type = textAt(body, 'identity', 'type');
  const hasMap = isJsonObject(at(body, 'identity', 'userAssignedIdentities'));
  const entries = pairsAt(body, 'identity', 'userAssignedIdentities').map(([key, value]) => {
    const texts = pairsAt(value).map(([name, text]) => [name, typeof text === 'string' ? text : JSON.stringify(text)]);
    return [key, value === null ? null : (Object.fromEntries(texts) as Readonly<Record<string, string>>)] as const;
  });
  return {
    ...(type === null ? {} : { type }),
    ...(hasMap ? { userAssignedIdentities: Object.fromEntries(entries) } : {}),
  };
}

type Options = Pick<CreateResource, 'permissionModel' | 'retentionDays' | 'upgradeMode'>;

function optionsOf(incoming: Incoming, kind: ResourceKind, held: Resource | undefined): Options {
  const { body } = incoming;
  if (kind === 'vmScaleSet') {
    const mode = textAt(body, 'properties', 'upgradePolicy', 'mode');
    const isManual = held !== undefined && isUpgradedByHand(incoming.state.compute, held.id);
    if (mode === 'Manual') return { upgradeMode: 'Manual' };
    return mode === 'Automatic' || (mode !== null && isManual) ? { upgradeMode: 'Automatic' } : {};
  }
  if (kind !== 'keyVault') return {};
  const days = at(body, 'properties', 'softDeleteRetentionInDays');
  const model = permissionModelOf(incoming, held === undefined);
  return {
    ...(model === undefined ? {} : { permissionModel: model }),
    ...(typeof days === 'number' ? { retentionDays: days } : {}),
  };
}

/** From this version on a new vault is of the RBAC model where nothing is said (facts: corrections 6). */
const firstRbacVersion = '2026-02-01';

function permissionModelOf({ uri, body }: Incoming, isNew: boolean): PermissionModel | undefined {
  const isRbac = at(body, 'properties', 'enableRbacAuthorization');
  if (typeof isRbac === 'boolean') return isRbac ? 'rbac' : 'accessPolicies';
  if (!isNew) return undefined;
  return (queryValue(uri, 'api-version') ?? '') < firstRbacVersion ? 'accessPolicies' : 'rbac';
}
