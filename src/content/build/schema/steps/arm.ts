import { resourceKinds } from '#domain/arm/kinds.ts';
import type { ResourceKind } from '#domain/arm/resource.ts';
import type { ArmStep } from '#domain/script/steps/arm.ts';
import { flag, listOf, mapOf, oneOf, optional, text } from '../fields.ts';
import { resourceName, scope, step } from './step-of.ts';
import type { StepTable } from './step-of.ts';

const groupName = text('name the resource group');
const lockName = optional(text('name the lock'));

export const armSteps = {
  'create-group': step('create-group', {
    name: groupName,
    /** An Azure region, such as `westeurope`. */
    location: optional(text('name the region')),
  }),
  create: step('create', {
    kind: oneOf(Object.keys(resourceKinds) as ResourceKind[], 'say what is created'),
    /** A slot or a database is named `<parent>/<child>`. */
    name: resourceName,
    /** The resource group. */
    in: groupName,
    /** Creates a host with its system-assigned identity on. */
    systemAssigned: optional(flag('true for a host whose system-assigned identity is on')),
    /** User-assigned identities that are attached as the host is created. */
    userAssigned: optional(listOf(resourceName, 'name the user-assigned identities')),
    /** Key vaults only. */
    permissionModel: optional(oneOf(['rbac', 'accessPolicies'], 'say how the vault decides')),
    /** Scale sets only. */
    upgradeMode: optional(oneOf(['Automatic', 'Manual'], 'say how instances follow')),
  }),
  delete: step('delete', { name: resourceName }),
  'delete-group': step('delete-group', { name: groupName }),
  tag: step('tag', { on: scope, tags: mapOf(text("give the tag's value"), 'list the tags') }),
  move: step('move', { name: resourceName, to: groupName }),
  lock: step('lock', {
    at: scope,
    level: oneOf(['CanNotDelete', 'ReadOnly'], 'say what the lock forbids'),
    name: lockName,
  }),
  unlock: step('unlock', { at: scope, name: lockName }),
  'recover-vault': step('recover-vault', { name: text('name the deleted key vault') }),
} satisfies StepTable<ArmStep>;
