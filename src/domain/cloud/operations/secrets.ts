import { fitsNameRule, nameRules } from '#domain/arm/kinds.ts';
import { idKey } from '#domain/arm/resource-id.ts';
import type { Resource } from '#domain/arm/resource.ts';
import type { HttpRequest, SourcedResponse } from '#domain/http/message.ts';
import { headerOf } from '#domain/http/message.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import { guid, hexDigits } from '#domain/kernel/guid.ts';
import { day, plus } from '#domain/kernel/instant.ts';
import { readProperties } from '#domain/keyvault/properties.ts';
import type { SecretOperation } from '#domain/keyvault/rules.ts';
import { vaultOf, versionsOf } from '#domain/keyvault/state.ts';
import type { DeletedSecret, Secret, Vault } from '#domain/keyvault/state.ts';
import * as wire from '#domain/keyvault/wire.ts';
import type { VaultFacts } from '#domain/keyvault/wire.ts';
import { addressOf } from '#domain/network/rules.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import { textAt } from '#domain/kernel/json.ts';
import type { Json } from '#domain/kernel/json.ts';
import type { Draft } from '../draft.ts';
import { ordinal, ordinalKeys } from '../ordinals.ts';
import type { CloudState } from '../state.ts';

/** What a vault prints about itself and a call from there. */
export function vaultFacts(state: CloudState, vault: Resource, from: Origin, request?: HttpRequest): VaultFacts {
  const { id, name, location } = vault;
  const time = String(ordinal(state, ordinalKeys.request()));
  const sent = request === undefined ? null : headerOf(request.headers, 'x-ms-client-request-id');
  return {
    id,
    name,
    location,
    tenantId: state.tenantId,
    retentionDays: vaultOf(state.keyVault, id).settings.retentionDays,
    requestId: sent ?? guid(state.seed, 'request', String(state.now), time),
    address: addressOf(state.seed, from),
  };
}

type Act = (draft: Draft, facts: VaultFacts, operation: SecretOperation, body: Json | undefined) => SourcedResponse;

const acts: { readonly [Kind in SecretOperation['kind']]: Act } = {
  getSecret,
  setSecret,
  updateSecret,
  deleteSecret,
  recoverDeletedSecret,
  purgeDeletedSecret,
  listSecrets: (draft, facts) =>
    wire.secretList(facts, byName(dictionary.values(contents(draft, facts.id).secrets)), 'secrets'),
  listVersions: (draft, facts, { name }) => {
    const versions = versionsOf(contents(draft, facts.id), name);
    return versions.length === 0 ? wire.secretNotFound(facts, name) : wire.secretList(facts, versions, 'versions');
  },
  getDeletedSecret: (draft, facts, { name }) =>
    ofDeleted(draft, facts, name, (deleted) => wire.deletedSecretAnswer(facts, deleted)),
  listDeletedSecrets: (draft, facts) => {
    const held = [...dictionary.values(contents(draft, facts.id).deletedSecrets)];
    const sorted = held.toSorted((a, b) => compare(nameOf(a), nameOf(b)));
    return wire.deletedSecretList(facts, sorted);
  },
};

/** Performs what was permitted; `body` is that of the request. */
export function performSecretOperation(
  draft: Draft,
  facts: VaultFacts,
  operation: SecretOperation,
  body?: Json,
): SourcedResponse {
  return acts[operation.kind](draft, facts, operation, body);
}

function contents({ state }: Draft, vaultId: ResourceId): Vault {
  return vaultOf(state.keyVault, vaultId);
}

function getSecret(draft: Draft, facts: VaultFacts, { name, version }: SecretOperation): SourcedResponse {
  const versions = versionsOf(contents(draft, facts.id), name);
  const found = named(versions, version);
  if (found === undefined) return wire.secretNotFound(facts, name, version === null ? 'capture' : 'unconfirmed');
  return found.properties?.enabled === false ? wire.secretDisabled(facts) : wire.secretAnswer(facts, found);
}

function named(versions: readonly Secret[], version: string | null): Secret | undefined {
  return version === null ? versions.at(-1) : versions.find((each) => each.version === version);
}

/** What the request does not speak of stays; tags are written as a whole. */
function updateSecret(
  draft: Draft,
  facts: VaultFacts,
  { name, version }: SecretOperation,
  body: Json | undefined,
): SourcedResponse {
  const found = named(versionsOf(contents(draft, facts.id), name), version);
  if (found === undefined) return wire.secretNotFound(facts, name, 'unconfirmed');
  const read = readProperties(body);
  if (read.kind === 'refused') return wire.badParameter(facts, read.reason);
  const properties = { ...found.properties, ...read.properties };
  const updatedAt = draft.state.now;
  const { version: changed } = found;
  draft.emit({
    type: 'SecretPropertiesSet',
    vaultId: facts.id,
    name: found.name,
    version: changed,
    properties,
    updatedAt,
  });
  return wire.secretWithoutValue(facts, { ...found, properties, updatedAt });
}

function setSecret(
  draft: Draft,
  facts: VaultFacts,
  { name }: SecretOperation,
  body: Json | undefined,
): SourcedResponse {
  const { state } = draft;
  const value = textAt(body, 'value');
  const read = readProperties(body);
  const vault = contents(draft, facts.id);
  if (!fitsNameRule(name, nameRules.secret)) {
    return wire.badParameter(facts, `The secret name '${name}' is invalid. Use ${nameRules.secret.says}.`);
  }
  if (value === null) return wire.badParameter(facts, 'The property value is required.');
  if (read.kind === 'refused') return wire.badParameter(facts, read.reason);
  if (dictionary.has(vault.deletedSecrets, idKey(name))) return wire.secretNameHeld(facts, name);
  const time = String(ordinal(state, ordinalKeys.secret(facts.id, name)));
  const version = hexDigits(32, state.seed, 'secret', idKey(facts.id), idKey(name), time);
  const { properties } = read;
  const beside = Object.keys(properties).length === 0 ? {} : { properties };
  const secret = { name, value, version, createdAt: state.now, ...beside };
  draft.emit({ type: 'SecretSet', vaultId: facts.id, secret });
  return wire.secretAnswer(facts, secret);
}

function deleteSecret(draft: Draft, facts: VaultFacts, { name }: SecretOperation): SourcedResponse {
  const vaultId = facts.id;
  const { now } = draft.state;
  const secret = versionsOf(contents(draft, vaultId), name).at(-1);
  if (secret === undefined) return wire.secretNotFound(facts, name);
  const purgeAt = plus(now, facts.retentionDays * day);
  draft.emit({ type: 'SecretDeleted', vaultId, name: secret.name, deletedAt: now, purgeAt });
  return ofDeleted(draft, facts, name, (deleted) => wire.deletedSecretAnswer(facts, deleted));
}

function recoverDeletedSecret(draft: Draft, facts: VaultFacts, { name }: SecretOperation): SourcedResponse {
  return ofDeleted(draft, facts, name, (deleted) => {
    draft.emit({ type: 'SecretRecovered', vaultId: facts.id, name: nameOf(deleted) });
    const secret = deleted.versions.at(-1);
    return secret === undefined ? wire.deletedSecretNotFound(facts, name) : wire.secretWithoutValue(facts, secret);
  });
}

function purgeDeletedSecret(draft: Draft, facts: VaultFacts, { name }: SecretOperation): SourcedResponse {
  return ofDeleted(draft, facts, name, (deleted) => {
    draft.emit({ type: 'DeletedSecretPurged', vaultId: facts.id, name: nameOf(deleted) });
    return wire.purged(facts);
  });
}

function ofDeleted(
  draft: Draft,
  facts: VaultFacts,
  name: string,
  act: (deleted: DeletedSecret) => SourcedResponse,
): SourcedResponse {
  const deleted = dictionary.get(contents(draft, facts.id).deletedSecrets, idKey(name));
  return deleted === undefined ? wire.deletedSecretNotFound(facts, name) : act(deleted);
}

function nameOf({ versions }: DeletedSecret): string {
  return versions.at(-1)?.name ?? '';
}

function byName(secrets: Iterable<Secret>): readonly Secret[] {
  return [...secrets].sort((a, b) => compare(a.name, b.name));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
