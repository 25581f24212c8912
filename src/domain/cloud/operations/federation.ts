import { resourceKinds } from '#domain/arm/kinds.ts';
import { idKey } from '#domain/arm/resource-id.ts';
import type { UserAssignedIdentity } from '#domain/arm/resource.ts';
import { findResource } from '#domain/arm/state.ts';
import { armEmpty } from '#domain/arm/wire.ts';
import { faultOf, longestPropagation } from '#domain/federation/rules.ts';
import { credentialsOf } from '#domain/federation/state.ts';
import type { FederatedCredential } from '#domain/federation/state.ts';
import * as wire from '#domain/federation/wire.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { fraction } from '#domain/kernel/guid.ts';
import { plus } from '#domain/kernel/instant.ts';
import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';
import type { CloudState } from '../state.ts';
import { armUrl } from '#domain/arm/address.ts';
import { answer } from './answer.ts';

/** PUT of a federated credential: 201, or 200 where one of that name is replaced. Nobody asks whether its subject exists. */
export function createFederatedCredential(draft: Draft, command: CommandOf<'CreateFederatedCredential'>): void {
  const { identityId, name, issuer, subject, audiences } = command;
  const { state } = draft;
  const url = urlOf(identityId, name);
  const identity = findIdentity(state, identityId);
  if ('response' in identity) return answer(draft, 'PUT', url, identity);
  const held = credentialsOf(state.federation, identity.id);
  const fault = faultOf({ name, issuer, subject, audiences }, held);
  if (fault !== null) return answer(draft, 'PUT', url, wire.credentialRefusal(fault, name));
  const before = nameHeld(held, name);
  const effectiveAt = plus(state.now, propagation(state, identity.id, name));
  const credential = { name: before ?? name, issuer, subject, audiences, effectiveAt };
  draft.emit({ type: 'FederatedCredentialSet', identityId: identity.id, credential });
  answer(draft, 'PUT', url, wire.credentialAnswer(before === null ? 201 : 200, identity.id, credential));
}

/** DELETE of a federated credential: 204 where there is none. Tokens that it brought live on. */
export function deleteFederatedCredential(draft: Draft, command: CommandOf<'DeleteFederatedCredential'>): void {
  const { identityId } = command;
  const { state } = draft;
  const url = urlOf(identityId, command.name);
  const identity = findIdentity(state, identityId);
  if ('response' in identity) return answer(draft, 'DELETE', url, identity);
  const name = nameHeld(credentialsOf(state.federation, identity.id), command.name);
  if (name === null) return answer(draft, 'DELETE', url, armEmpty(204));
  draft.emit({ type: 'FederatedCredentialDeleted', identityId: identity.id, name });
  answer(draft, 'DELETE', url, armEmpty(200));
}

function urlOf(identityId: ResourceId, name: string): string {
  return armUrl(wire.credentialPath(identityId, name), wire.federationApiVersion);
}

/** The user-assigned identity, or what ARM says where the id is of something else or of nothing. */
function findIdentity({ arm }: CloudState, id: ResourceId): UserAssignedIdentity | SourcedResponse {
  const resource = findResource(arm, id);
  if (resource === undefined) return wire.parentNotFound();
  if (resource.kind === 'userAssignedIdentity') return resource;
  return wire.noUserAssignedIdentity(resourceKinds[resource.kind].armType);
}

/** The name in the spelling in which it is held, or null. */
function nameHeld(held: readonly FederatedCredential[], name: string): string | null {
  return held.find((each) => idKey(each.name) === idKey(name))?.name ?? null;
}

/** None where grants are made to count at once; else drawn from the seed. */
function propagation({ seed, now, roleDelay }: CloudState, identityId: ResourceId, name: string): number {
  if (roleDelay.kind === 'fixed' && roleDelay.seconds === 0) return 0;
  return Math.floor(
    fraction(seed, 'federated credential', idKey(identityId), idKey(name), String(now)) * longestPropagation,
  );
}
