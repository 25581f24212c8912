import { appServiceTokenRequest, identityHeader } from '#domain/appservice/request.ts';
import { sameId } from '#domain/arm/resource-id.ts';
import type { Command } from '#domain/cloud/command.ts';
import { assignmentsOf } from '#domain/cloud/queries.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { tokenReference } from '#domain/entra/token.ts';
import type { PresentedToken } from '#domain/entra/token.ts';
import { imdsTokenRequest } from '#domain/imds/request.ts';
import type { RoleId } from '#domain/kernel/brand.ts';
import { day, hour, minute } from '#domain/kernel/instant.ts';
import { assertNever } from '#domain/kernel/invariant.ts';
import { getSecretRequest } from '#domain/keyvault/wire.ts';
import type { IdentitySelector } from '#domain/managedidentity/selection.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import { findRoleByName } from '#domain/rbac/roles.ts';
import { getBlobRequest } from '#domain/storage/wire.ts';
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

/** The command that a step means in this world. Throws `ScriptError` for a name that is not there. */
export function toCommand(state: CloudState, step: Step, tokenOf: TokenChoice): Command {
  switch (step.do) {
    case 'create-group':
      return {
        type: 'CreateResourceGroup',
        name: step.name,
        location: step.location ?? 'westeurope',
      };
    case 'create':
      return createCommand(state, step);
    case 'delete':
      return { type: 'DeleteResource', id: resourceNamed(state, step.name).id };
    case 'delete-group':
      return { type: 'DeleteResourceGroup', name: groupNamed(state, step.name).name };
    case 'enable-system-assigned':
      return {
        type: 'EnableSystemAssignedIdentity',
        resourceId: hostNamed(state, step.on).id,
      };
    case 'disable-system-assigned':
      return {
        type: 'DisableSystemAssignedIdentity',
        resourceId: hostNamed(state, step.on).id,
      };
    case 'attach':
      return {
        type: 'AttachUserAssignedIdentity',
        resourceId: hostNamed(state, step.to).id,
        identityId: identityNamed(state, step.identity).id,
      };
    case 'detach':
      return detachCommand(state, step);
    case 'assign-role':
      return {
        type: 'CreateRoleAssignment',
        scope: scopeNamed(state, step.at),
        roleId: roleNamed(step.role),
        principalId: principalNamed(state, step.to).id,
      };
    case 'remove-role':
      return removeRoleCommand(state, step);
    case 'set-secret':
    case 'create-container':
    case 'upload-blob':
      return dataCommand(state, step);
    case 'request-token':
      return requestTokenCommand(state, step);
    case 'call':
      return callCommand(state, step, tokenOf);
    case 'advance':
      return { type: 'AdvanceClock', seconds: secondsOf(step) };
    case 'set-role-delay':
      return {
        type: 'SetRoleDelay',
        delay: { kind: 'fixed', seconds: step.minutes * minute },
      };
    default:
      return assertNever(step);
  }
}

type StepOf<Do extends Step['do']> = Extract<Step, { readonly do: Do }>;

/** Where a step's request comes from: a host by its name, or the laptop. */
export function originNamed(state: CloudState, from: string): Origin {
  return from === 'laptop'
    ? { kind: 'laptop' }
    : { kind: 'host', resourceId: hostNamed(state, from).id };
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
    (each) =>
      each.principalId === principalId && each.roleId === roleId && sameId(each.scope, scope),
  );
  if (assignment === undefined) {
    throw new ScriptError(`${step.from} does not have ${step.role} at ${step.at}.`);
  }
  return { type: 'DeleteRoleAssignment', id: assignment.id };
}

function dataCommand(
  state: CloudState,
  step: StepOf<'set-secret' | 'create-container' | 'upload-blob'>,
): Command {
  if (step.do === 'set-secret') {
    const vaultId = kindNamed(state, step.vault, 'keyVault').id;
    return { type: 'SetSecret', vaultId, name: step.name, value: step.value };
  }
  const accountId = kindNamed(state, step.account, 'storageAccount').id;
  if (step.do === 'create-container') {
    return { type: 'CreateContainer', accountId, name: step.name };
  }
  const { container, name, content } = step;
  return { type: 'UploadBlob', accountId, container, name, content };
}

function requestTokenCommand(state: CloudState, step: RequestTokenStep): Command {
  const { resource, withoutProof = false } = step;
  const selector = selectorOf(state, step);
  const from = originNamed(state, step.from);
  if (from.kind === 'laptop' || hostNamed(state, step.from).kind === 'virtualMachine') {
    const request = imdsTokenRequest(resource, selector, { metadataHeader: !withoutProof });
    return { type: 'RequestToken', from, request };
  }
  const proof = withoutProof ? null : identityHeader(state.seed, from.resourceId);
  return {
    type: 'RequestToken',
    from,
    request: appServiceTokenRequest(resource, selector, proof),
  };
}

function selectorOf(
  state: CloudState,
  { as: name, by = 'client-id' }: RequestTokenStep,
): IdentitySelector | null {
  if (name === undefined) return null;
  if (by === 'resource-id') {
    return { by: 'resourceId', value: identityNamed(state, name).id };
  }
  const principal = principalNamed(state, name);
  return by === 'client-id'
    ? { by: 'clientId', value: principal.appId }
    : { by: 'principalId', value: principal.id };
}

function callCommand(state: CloudState, step: CallStep, tokenOf: TokenChoice): Command {
  const from = originNamed(state, step.from);
  const token = tokenOf(step, from);
  const authorization = token.kind === 'jwt' ? `Bearer ${tokenReference(token.claims.uti)}` : null;
  const [target = '', ...path] = step.get.split('/');
  const [area, secret] = path;
  const isSecret = resourceNamed(state, target).kind === 'keyVault';
  if (isSecret && (area !== 'secrets' || secret === undefined)) {
    throw new ScriptError(`${step.get} is not <vault>/secrets/<name>.`);
  }
  const request = isSecret
    ? getSecretRequest(target, secret ?? '', authorization)
    : getBlobRequest(target, path.join('/'), authorization);
  return { type: 'CallTarget', from, request, token };
}

function roleNamed(name: string): RoleId {
  const role = findRoleByName(name);
  if (role === undefined) throw new ScriptError(`There is no built-in role named ${name}.`);
  return role.id;
}

function secondsOf({ minutes = 0, hours = 0, days = 0 }: StepOf<'advance'>): number {
  return minutes * minute + hours * hour + days * day;
}
