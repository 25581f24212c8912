import { attachedTo, systemPrincipalOf } from '#domain/arm/identity-block.ts';
import { sameId } from '#domain/arm/resource-id.ts';
import type { Host, UserAssignedIdentity } from '#domain/arm/resource.ts';
import { resourcesOf } from '#domain/cloud/queries.ts';
import type { Command } from '#domain/cloud/command.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { powerOf } from '#domain/compute/state.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import { secretPermissions } from '#domain/keyvault/settings.ts';
import type { SecretPermission } from '#domain/keyvault/settings.ts';
import { vaultOf } from '#domain/keyvault/state.ts';
import { firewallOf } from '#domain/network/state.ts';
import type { Explanation } from './explain.ts';
import type { Family, FixSize, Situation } from './fix.ts';
import { grantsFor } from './grants.ts';
import { hostOf } from './question.ts';
import type { AccessQuestion } from './question.ts';
import { databaseUserFor } from './sql-fix.ts';
import { targetOf } from './target.ts';
import { widthOf } from './width.ts';

/** What could be done about a refusal; nobody has yet looked whether it helps. */
export function candidatesFor(state: CloudState, question: AccessQuestion, found: Explanation): readonly Family[] {
  const situation = { state, question, found };
  if (found.reached === 'tokenEndpoint' || found.failure !== null) return endpointFamilies(situation);
  const gate = found.refusedBy?.gate;
  // An operation beside the first, such as assigning an identity, is refused by no gate of its own.
  if (gate === undefined) return [grantsFor(situation)];
  return families[gate]?.(situation) ?? [];
}

type GateFamilies = { readonly [Gate in NonNullable<Explanation['refusedBy']>['gate']]?: (at: Situation) => Family[] };

const families: GateFamilies = {
  token: (at) => [newToken(at)],
  lifetime: (at) => [newToken(at)],
  audience: (at) => [otherAudience(at), newToken(at)],
  network: (at) => [firewall(at)],
  deny: (at) => [removeDeny(at)],
  role: (at) => [wait(at), grantsFor(at)],
  condition: (at) => [wait(at), grantsFor(at)],
  policy: (at) => [accessPolicy(at)],
  cosmosRole: (at) => [cosmosRoles(at)],
  databaseUser: (at) => [databaseUserFor(at)],
  sharedKey: (at) => [sharedKey(at)],
};

const nothingOpened: FixSize = { width: 0, actions: 0, changes: 1 };

/** A new token by the way in which the caller gets its tokens. A stolen one is nobody's to renew. */
function newToken({ state, question, found }: Situation): Family {
  const { who } = question;
  if (who.kind !== 'token') return [];
  const from = who.from;
  const host = hostOf(state, from);
  if (host === null) return [];
  const isSystem = found.claims === null || systemPrincipalOf(host.identity) === found.claims.oid;
  const selector = isSystem || found.claims === null ? null : ({ by: 'clientId', value: found.claims.appid } as const);
  const asked: AccessQuestion = { ...question, who: { kind: 'origin', from, selector } };
  return [{ kind: 'newToken', commands: [], question: asked, size: nothingOpened }];
}

function otherAudience({ question, found }: Situation): Family {
  const { who } = question;
  const { refusedBy } = found;
  if (who.kind !== 'origin' || refusedBy === null) return [];
  const asked: AccessQuestion = { ...question, who: { ...who, audience: refusedBy.expected } };
  return [{ kind: 'otherAudience', commands: [], question: asked, size: nothingOpened }];
}

function wait({ question, found }: Situation): Family {
  const { pending } = found;
  if (pending === null) return [];
  const size: FixSize = { width: 0, actions: 0, changes: 0 };
  return [{ kind: 'wait', commands: [], question, at: pending.effectiveAt, size }];
}

/** Lets in the one address from which the call comes. */
function firewall({ state, question, found }: Situation): Family {
  const target = targetOf(state, question);
  const address = found.refusedBy?.found ?? '';
  if (target === null || address === '') return [];
  const held = firewallOf(state.network, target.id);
  const allowedAddresses = [...held.allowedAddresses, address];
  const opened = held.publicAccess ? held : ({ ...held, publicAccess: true, defaultAction: 'Deny' } as const);
  const rules = { ...opened, allowedAddresses };
  const commands: readonly Command[] = [{ type: 'SetFirewall', resourceId: target.id, firewall: rules }];
  return [{ kind: 'firewall', commands, question, size: { width: 2, actions: 1, changes: 1 } }];
}

function removeDeny({ state, question, found }: Situation): Family {
  const deny = [...dictionary.values(state.rbac.denies)].find(({ id }) => id === found.refusedBy?.found);
  if (deny === undefined) return [];
  const { scope, name, actions, dataActions } = deny;
  const size: FixSize = { width: widthOf(scope), actions: actions.length + dataActions.length, changes: 1 };
  return [{ kind: 'removeDeny', commands: [{ type: 'DeleteDenyAssignment', scope, name }], question, size }];
}

/** One permission more than the caller has. */
function accessPolicy({ state, question, found }: Situation): Family {
  const target = targetOf(state, question);
  const { claims, refusedBy } = found;
  const needed = secretPermissions.find((each) => refusedBy?.expected === `secrets ${each}`);
  if (target?.kind !== 'keyVault' || claims === null || needed === undefined) return [];
  const objectId = claims.oid;
  const { policies } = vaultOf(state.keyVault, target.id).settings;
  const held: readonly SecretPermission[] = policies.find((each) => each.objectId === objectId)?.secrets ?? [];
  const command: Command = { type: 'SetAccessPolicy', vaultId: target.id, objectId, secrets: [...held, needed] };
  return [{ kind: 'accessPolicy', commands: [command], question, size: { width: 2, actions: 1, changes: 1 } }];
}

function cosmosRoles({ state, question, found }: Situation): Family {
  const target = targetOf(state, question);
  const { claims } = found;
  if (target?.kind !== 'cosmosAccount' || claims === null) return [];
  const { id: accountId } = target;
  return (['reader', 'contributor'] as const).map((role, index) => ({
    kind: 'cosmosRole',
    commands: [{ type: 'AssignCosmosRole', accountId, principalId: claims.oid, role }],
    question,
    size: { width: 2, actions: index + 1, changes: 1 },
  }));
}

/** Where the account takes no keys. A key that is wrong has to be read anew, which changes nothing. */
function sharedKey({ state, question }: Situation): Family {
  const target = targetOf(state, question);
  if (target?.kind !== 'storageAccount') return [];
  const command: Command = { type: 'SetSharedKeyAccess', accountId: target.id, allowed: true };
  return [{ kind: 'sharedKey', commands: [command], question, size: { width: 2, actions: 1000, changes: 1 } }];
}

/** No token came: the host does not run, the identity is not there or not named. */
function endpointFamilies({ state, question }: Situation): readonly Family[] {
  const { who } = question;
  const host = who.kind === 'principal' ? null : hostOf(state, who.from);
  if (host === null) return [];
  if (powerOf(state.compute, host.id) !== 'running') {
    const start: Command = { type: 'SetPower', id: host.id, action: 'start' };
    return [[{ kind: 'startHost', commands: [start], question, size: nothingOpened }]];
  }
  if (who.kind !== 'origin') return [];
  return who.selector === null ? unnamed(host, question) : attach(state, host, question, who.selector.value);
}

function unnamed(host: Host, question: AccessQuestion): readonly Family[] {
  const { who } = question;
  if (who.kind !== 'origin') return [];
  const named = attachedTo(host.identity).map(({ clientId }): Family => {
    const asked: AccessQuestion = { ...question, who: { ...who, selector: { by: 'clientId', value: clientId } } };
    return [{ kind: 'nameIdentity', commands: [], question: asked, size: nothingOpened }];
  });
  if (systemPrincipalOf(host.identity) !== null) return named;
  const enable: Command = { type: 'EnableSystemAssignedIdentity', resourceId: host.id };
  return [...named, [{ kind: 'enableIdentity', commands: [enable], question, size: nothingOpened }]];
}

/** The identity that is named exists, and is not attached. */
function attach(state: CloudState, host: Host, question: AccessQuestion, named: string): readonly Family[] {
  const wanted = resourcesOf(state).find(
    (each): each is UserAssignedIdentity =>
      each.kind === 'userAssignedIdentity' &&
      [each.clientId, each.principalId, each.id].some((id) => sameId(id, named)),
  );
  if (wanted === undefined) return [];
  const command: Command = { type: 'AttachUserAssignedIdentity', resourceId: host.id, identityId: wanted.id };
  return [[{ kind: 'attachIdentity', commands: [command], question, size: nothingOpened }]];
}
