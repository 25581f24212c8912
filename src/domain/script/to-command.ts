import { sameId } from '#domain/arm/resource-id.ts';
import type { Command } from '#domain/cloud/command.ts';
import { assignmentsOf } from '#domain/cloud/queries.ts';
import { askForToken, readFrom } from '#domain/cloud/requests.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { PresentedToken } from '#domain/entra/token.ts';
import type { RoleId } from '#domain/kernel/brand.ts';
import { day, hour, minute } from '#domain/kernel/instant.ts';
import type { IdentitySelector } from '#domain/managedidentity/selection.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import { findRoleByName } from '#domain/rbac/roles.ts';
import {
  ScriptError,
  groupNamed,
  hostNamed,
  identityNamed,
  kindNamed,
  principalNamed,
  resourceNamed,
  scopeNamed,
} from './names.ts';
import type { CallStep, RequestTokenStep, Step } from './script.ts';

/** What a call of a script presents: found by the runner, which knows the tokens so far. */
export type TokenChoice = (step: CallStep, origin: Origin) => PresentedToken;

type StepOf<Do extends Step['do']> = Extract<Step, { readonly do: Do }>;
type Meaning<Do extends Step['do']> = (state: CloudState, step: StepOf<Do>, tokenOf: TokenChoice) => Command;

const meanings: { readonly [Do in Step['do']]: Meaning<Do> } = {
  'create-group': (_state, { name, location = 'westeurope' }) => ({
    type: 'CreateResourceGroup',
    name,
    location,
  }),
  create: createCommand,
  delete: (state, { name }) => ({ type: 'DeleteResource', id: resourceNamed(state, name).id }),
  'delete-group': (state, step) => ({
    type: 'DeleteResourceGroup',
    name: groupNamed(state, step.name).name,
  }),
  'enable-system-assigned': (state, { on }) => ({
    type: 'EnableSystemAssignedIdentity',
    resourceId: hostNamed(state, on).id,
  }),
  'disable-system-assigned': (state, { on }) => ({
    type: 'DisableSystemAssignedIdentity',
    resourceId: hostNamed(state, on).id,
  }),
  attach: (state, { identity, to }) => ({
    type: 'AttachUserAssignedIdentity',
    resourceId: hostNamed(state, to).id,
    identityId: identityNamed(state, identity).id,
  }),
  detach: detachCommand,
  'assign-role': (state, { role, to, at }) => ({
    type: 'CreateRoleAssignment',
    scope: scopeNamed(state, at),
    roleId: roleNamed(role),
    principalId: principalNamed(state, to).id,
  }),
  'remove-role': removeRoleCommand,
  'set-secret': (state, { vault, name, value }) => ({
    type: 'SetSecret',
    vaultId: kindNamed(state, vault, 'keyVault').id,
    name,
    value,
  }),
  'create-container': (state, { account, name }) => ({
    type: 'CreateContainer',
    accountId: kindNamed(state, account, 'storageAccount').id,
    name,
  }),
  'upload-blob': (state, { account, container, name, content }) => ({
    type: 'UploadBlob',
    accountId: kindNamed(state, account, 'storageAccount').id,
    container,
    name,
    content,
  }),
  'request-token': requestTokenCommand,
  call: callCommand,
  advance: (_state, step) => ({ type: 'AdvanceClock', seconds: secondsOf(step) }),
  'set-role-delay': (_state, { minutes }) => ({
    type: 'SetRoleDelay',
    delay: { kind: 'fixed', seconds: minutes * minute },
  }),
};

/** The command that a step means in this world. Throws `ScriptError` for a name that is not there. */
export function toCommand(state: CloudState, step: Step, tokenOf: TokenChoice): Command {
  // The table pairs each step with its meaning; a look-up loses the pairing, so it is said once here.
  const meaning = meanings[step.do] as Meaning<Step['do']>;
  return meaning(state, step, tokenOf);
}

/** Where a step's request comes from: a host by its name, or the laptop. */
export function originNamed(state: CloudState, from: string): Origin {
  return from === 'laptop' ? { kind: 'laptop' } : { kind: 'host', resourceId: hostNamed(state, from).id };
}

function createCommand(state: CloudState, step: StepOf<'create'>): Command {
  const { kind, name, systemAssigned = false, userAssigned = [] } = step;
  const { name: resourceGroup, location } = groupNamed(state, step.in);
  const wantsIdentity = systemAssigned || userAssigned.length > 0;
  const identities = userAssigned.map((each) => identityNamed(state, each).id);
  return {
    type: 'CreateResource',
    kind,
    name,
    resourceGroup,
    location,
    ...(wantsIdentity ? { identity: { systemAssigned, userAssigned: identities } } : {}),
  };
}

/** The reference may outlive its identity: it is looked up on the host, by its last segment. */
function detachCommand(state: CloudState, step: StepOf<'detach'>): Command {
  const host = hostNamed(state, step.from);
  const attached = 'userAssigned' in host.identity ? host.identity.userAssigned : [];
  const held = attached.find(({ identityId }) =>
    sameId(identityId.slice(identityId.lastIndexOf('/') + 1), step.identity),
  );
  if (held === undefined) throw new ScriptError(`${step.from} does not carry ${step.identity}.`);
  return {
    type: 'DetachUserAssignedIdentity',
    resourceId: host.id,
    identityId: held.identityId,
  };
}

function removeRoleCommand(state: CloudState, step: StepOf<'remove-role'>): Command {
  const scope = scopeNamed(state, step.at);
  const roleId = roleNamed(step.role);
  const principalId = principalNamed(state, step.from).id;
  const assignment = assignmentsOf(state).find(
    (each) => each.principalId === principalId && each.roleId === roleId && sameId(each.scope, scope),
  );
  if (assignment === undefined) {
    throw new ScriptError(`${step.from} does not have ${step.role} at ${step.at}.`);
  }
  return { type: 'DeleteRoleAssignment', id: assignment.id };
}

function requestTokenCommand(state: CloudState, step: RequestTokenStep): Command {
  const { resource, withoutProof = false } = step;
  const selector = selectorOf(state, step);
  return askForToken(state, originNamed(state, step.from), { resource, selector, withoutProof });
}

function selectorOf(state: CloudState, { as: name, by = 'client-id' }: RequestTokenStep): IdentitySelector | null {
  if (name === undefined) return null;
  if (by === 'resource-id') {
    return { by: 'resourceId', value: identityNamed(state, name).id };
  }
  const principal = principalNamed(state, name);
  return by === 'client-id' ? { by: 'clientId', value: principal.appId } : { by: 'principalId', value: principal.id };
}

function callCommand(state: CloudState, step: CallStep, tokenOf: TokenChoice): Command {
  const from = originNamed(state, step.from);
  const [name = '', ...path] = step.get.split('/');
  const target = resourceNamed(state, name);
  if (target.kind === 'storageAccount') {
    return readFrom(target, path.join('/'), from, tokenOf(step, from));
  }
  const [area, secret] = path;
  if (target.kind !== 'keyVault' || area !== 'secrets' || secret === undefined) {
    throw new ScriptError(`${step.get} is neither <vault>/secrets/<name> nor <account>/<container>/<blob>.`);
  }
  return readFrom(target, secret, from, tokenOf(step, from));
}

function roleNamed(name: string): RoleId {
  const role = findRoleByName(name);
  if (role === undefined) throw new ScriptError(`There is no built-in role named ${name}.`);
  return role.id;
}

function secondsOf({ minutes = 0, hours = 0, days = 0 }: StepOf<'advance'>): number {
  return minutes * minute + hours * hour + days * day;
}
