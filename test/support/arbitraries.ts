import fc from 'fast-check';
import { resourceGroupId, resourceId, subscriptionScope } from '#domain/arm/resource-id.ts';
import type { ResourceKind } from '#domain/arm/resource.ts';
import type { Command, CommandOf, RoleDelay } from '#domain/cloud/command.ts';
import type { PrincipalId, ResourceId, RoleAssignmentId, RoleId } from '#domain/kernel/brand.ts';
import { day, hour, minute } from '#domain/kernel/instant.ts';
import type { IdentitySelector } from '#domain/managedidentity/selection.ts';
import { builtInRoles } from '#domain/rbac/roles.ts';
import {
  anyId,
  blankOf,
  groupName,
  hostId,
  hostileNumber,
  hostileText,
  idOf,
  identityId,
  imdsRequest,
  kinds,
  locations,
  mostly,
  names,
  origin,
  subscription,
  targetRequest,
  tokenMove,
  tokenRequest,
  wrongNames,
} from './arbitrary-parts.ts';
import { about, otherServices, serviceMove, someStories } from './arbitrary-services.ts';
import type { BasicType } from './arbitrary-services.ts';
import type { Move } from './moves.ts';

/* Commands of every type, aimed at a few names, and the histories that they make. */

const createGroup = fc.record<CommandOf<'CreateResourceGroup'>>({
  type: fc.constant('CreateResourceGroup'),
  name: groupName,
  location: locations,
});

const createResource = fc.constantFrom(...kinds).chain((kind) =>
  fc.record<CommandOf<'CreateResource'>, 'type' | 'kind' | 'resourceGroup' | 'name' | 'location'>(
    {
      type: fc.constant('CreateResource'),
      kind: fc.constant(kind),
      resourceGroup: groupName,
      name: fc.oneof(
        { weight: 12, arbitrary: fc.constantFrom(...names[kind]) },
        { weight: 1, arbitrary: fc.constantFrom(...wrongNames[kind]) },
        { weight: 1, arbitrary: hostileText },
      ),
      location: locations,
      identity: fc.record({ systemAssigned: fc.boolean(), userAssigned: fc.array(identityId, { maxLength: 3 }) }),
    },
    { requiredKeys: ['type', 'kind', 'resourceGroup', 'name', 'location'] },
  ),
);

const roleIds = builtInRoles.map(({ id }) => id);
const dataRoles = builtInRoles.filter(({ dataActions }) => dataActions.length > 0).map(({ id }) => id);
const secretsUser = '4633458b-17de-408a-b874-0445c86b69e6' as RoleId;
const blobReader = '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1' as RoleId;
const roleId = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(secretsUser, blobReader, secretsUser.toUpperCase() as RoleId) },
  { weight: 4, arbitrary: fc.constantFrom(...dataRoles) },
  { weight: 4, arbitrary: fc.constantFrom(...roleIds) },
  { weight: 1, arbitrary: hostileText.map((text) => text as RoleId) },
);

const scope = fc.oneof(
  { weight: 6, arbitrary: idOf('keyVault', 'storageAccount') },
  { weight: 3, arbitrary: mostly('rg-shop', 'rg-data').map((name) => resourceGroupId(subscription, name)) },
  { weight: 2, arbitrary: fc.constant(subscriptionScope(subscription)) },
  { weight: 1, arbitrary: anyId },
);

const createAssignment = fc.record<CommandOf<'CreateRoleAssignment'>>({
  type: fc.constant('CreateRoleAssignment'),
  scope,
  roleId,
  principalId: fc.oneof(
    { weight: 12, arbitrary: blankOf<PrincipalId>('principal') },
    { weight: 1, arbitrary: blankOf<PrincipalId>('client') },
    { weight: 1, arbitrary: hostileText.map((text) => text as PrincipalId) },
  ),
});

const callTarget: fc.Arbitrary<Move> = fc
  .record({ from: origin, request: targetRequest, token: tokenMove })
  .map(({ from, request, token }) => ({
    command: { type: 'CallTarget', from, request, token: { kind: 'none' } },
    token,
  }));

/** Spans of time around everything that is due: role delays, the life of a token, the days of deleted things. */
export const span: fc.Arbitrary<number> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 10 * minute }) },
  { weight: 4, arbitrary: fc.constantFrom(minute, 5 * minute, 10 * minute, hour) },
  { weight: 4, arbitrary: fc.constantFrom(day - 1, day, 30 * day, 30 * day, 90 * day) },
);

const delay: fc.Arbitrary<RoleDelay> = fc.oneof(
  fc.constant({ kind: 'seeded' as const }),
  fc.record({
    kind: fc.constant('fixed' as const),
    seconds: fc.oneof(fc.constantFrom(0, minute, 10 * minute), hostileNumber),
  }),
);

function moveOf(command: fc.Arbitrary<Command>): fc.Arbitrary<Move> {
  return command.map((each) => ({ command: each }));
}

const vaultId = idOf('keyVault');
const accountId = idOf('storageAccount');

/** The types of command that the reference knows, each with its share of a random history. */
const shares: Readonly<Record<BasicType, readonly [weight: number, move: fc.Arbitrary<Move>]>> = {
  CreateResourceGroup: [4, moveOf(createGroup)],
  DeleteResourceGroup: [1, about('DeleteResourceGroup', { name: groupName })],
  CreateResource: [14, moveOf(createResource)],
  DeleteResource: [6, about('DeleteResource', { id: fc.oneof(identityId, hostId, vaultId, anyId) })],
  PurgeDeletedVault: [2, about('PurgeDeletedVault', { name: mostly(...names.keyVault) })],
  EnableSystemAssignedIdentity: [5, about('EnableSystemAssignedIdentity', { resourceId: hostId })],
  DisableSystemAssignedIdentity: [3, about('DisableSystemAssignedIdentity', { resourceId: hostId })],
  AttachUserAssignedIdentity: [6, about('AttachUserAssignedIdentity', { resourceId: hostId, identityId })],
  DetachUserAssignedIdentity: [4, about('DetachUserAssignedIdentity', { resourceId: hostId, identityId })],
  CreateRoleAssignment: [12, moveOf(createAssignment)],
  DeleteRoleAssignment: [3, about('DeleteRoleAssignment', { id: blankOf<RoleAssignmentId>('assignment') })],
  SetSecret: [3, about('SetSecret', { vaultId, name: mostly('password', 'Password'), value: hostileText })],
  CreateContainer: [2, about('CreateContainer', { accountId, name: mostly('images') })],
  UploadBlob: [
    2,
    about('UploadBlob', { accountId, container: mostly('images'), name: mostly('logo.svg'), content: hostileText }),
  ],
  RequestToken: [12, tokenRequest.map((rest) => ({ command: { type: 'RequestToken', ...rest } }))],
  CallTarget: [12, callTarget],
  AdvanceClock: [
    6,
    about('AdvanceClock', {
      seconds: fc.oneof({ weight: 9, arbitrary: span }, { weight: 1, arbitrary: hostileNumber }),
    }),
  ],
  SetRoleDelay: [2, about('SetRoleDelay', { delay })],
};

/** Any command, with blanks. */
export const anyMove: fc.Arbitrary<Move> = fc.oneof(
  ...Object.values(shares).map(([weight, arbitrary]) => ({ weight, arbitrary })),
);

const group = 'rg-shop';
const location = 'westeurope';
const vm = resourceId(subscription, group, 'virtualMachine', 'vm-web');
const reader = resourceId(subscription, group, 'userAssignedIdentity', 'id-reader');
const vault = resourceId(subscription, group, 'keyVault', 'kv-shop');
const account = resourceId(subscription, group, 'storageAccount', 'stshop');

const atOnce: RoleDelay = { kind: 'fixed', seconds: 0 };

/** The shop: a machine, an app, a vault and an account, a second group, a role and a cached token for each identity. */
function shop(machineHasBoth: boolean, roleDelay: RoleDelay): readonly Command[] {
  const machine = { kind: 'virtualMachine', name: 'vm-web' } as const;
  return [
    { type: 'SetRoleDelay', delay: roleDelay },
    { type: 'CreateResourceGroup', name: group, location },
    { type: 'CreateResourceGroup', name: 'rg-data', location },
    create('userAssignedIdentity', 'id-reader'),
    { ...create(machine.kind, machine.name), identity: { systemAssigned: machineHasBoth, userAssigned: [reader] } },
    create('webApp', 'app-shop'),
    { type: 'EnableSystemAssignedIdentity', resourceId: resourceId(subscription, group, 'webApp', 'app-shop') },
    create('userAssignedIdentity', 'id-writer'),
    create('keyVault', 'kv-shop'),
    { type: 'SetSecret', vaultId: vault, name: 'password', value: 'pears-and-plums' },
    create('storageAccount', 'stshop'),
    { type: 'CreateContainer', accountId: account, name: 'images' },
    { type: 'UploadBlob', accountId: account, container: 'images', name: 'logo.svg', content: '<svg/>' },
    assign(vault, secretsUser, 1),
    assign(resourceGroupId(subscription, group), blobReader, 0),
    ask(vm, 'https://vault.azure.net', null),
    ask(vm, 'https://storage.azure.com/', { by: 'resourceId', value: reader }),
  ];
}

function create(kind: ResourceKind, name: string): CommandOf<'CreateResource'> {
  return { type: 'CreateResource', kind, resourceGroup: group, name, location };
}

function assign(scope: ResourceId, roleId: RoleId, principal: number): Command {
  return { type: 'CreateRoleAssignment', scope, roleId, principalId: `«principal ${principal}»` as PrincipalId };
}

function ask(host: ResourceId, resource: string, selector: IdentitySelector | null): Command {
  return { type: 'RequestToken', from: { kind: 'host', resourceId: host }, request: imdsRequest(resource, selector) };
}

const starts = [shop(true, { kind: 'seeded' }), shop(false, { kind: 'seeded' }), shop(true, atOnce), []];

/** A random history, three in four from the shop on. */
export const anyMoves: fc.Arbitrary<readonly Move[]> = fc
  .tuple(fc.constantFrom(...starts), fc.array(anyMove, { maxLength: 40, size: 'max' }))
  .map(([start, moves]) => [...start.map((command) => ({ command })), ...moves]);

/** A random history in which every service is used, from a shop that has one of each. */
export const wideMoves: fc.Arbitrary<readonly Move[]> = fc
  .tuple(
    fc.constantFrom(shop(true, atOnce), shop(false, { kind: 'seeded' })),
    someStories,
    fc.array(fc.oneof({ weight: 2, arbitrary: serviceMove }, { weight: 1, arbitrary: anyMove }), {
      maxLength: 40,
      size: 'max',
    }),
  )
  .map(([start, told, moves]) => [...[...start, ...otherServices].map((command) => ({ command })), ...told, ...moves]);

const elsewhere = 'rg-elsewhere';
const otherVm = resourceId(subscription, elsewhere, 'virtualMachine', 'vm-web');
const otherIdentity = resourceId(subscription, elsewhere, 'userAssignedIdentity', 'id-reader');

/** What others do in a group of their own, by names that are taken here too where that is possible. No time passes. */
export const elsewhereMove: fc.Arbitrary<Move> = moveOf(
  fc.constantFrom<Command[]>(
    { type: 'CreateResourceGroup', name: elsewhere, location },
    { type: 'CreateResource', kind: 'virtualMachine', resourceGroup: elsewhere, name: 'vm-web', location },
    { type: 'CreateResource', kind: 'userAssignedIdentity', resourceGroup: elsewhere, name: 'id-reader', location },
    { type: 'CreateResource', kind: 'keyVault', resourceGroup: elsewhere, name: 'kv-elsewhere', location },
    { type: 'EnableSystemAssignedIdentity', resourceId: otherVm },
    { type: 'DisableSystemAssignedIdentity', resourceId: otherVm },
    { type: 'AttachUserAssignedIdentity', resourceId: otherVm, identityId: otherIdentity },
    { type: 'DeleteResource', id: otherVm },
    { type: 'DeleteResource', id: otherIdentity },
    { type: 'DeleteResourceGroup', name: elsewhere },
    assign(subscriptionScope(subscription), secretsUser, 0),
    ask(otherVm, 'https://vault.azure.net', null),
  ),
);

/** Seeds of worlds: any text is one. */
export const worldSeed: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('lab', 'shop', '1') },
  { weight: 1, arbitrary: hostileText },
);
