import { fitsNameRule, nameRules } from '#domain/arm/kinds.ts';
import { idKey } from '#domain/arm/resource-id.ts';
import type { Resource } from '#domain/arm/resource.ts';
import { armJson, invalidName, resourceNotFound } from '#domain/arm/wire.ts';
import type { HttpMethod } from '#domain/http/message.ts';
import type { PrincipalId, ResourceId } from '#domain/kernel/brand.ts';
import type { SecretOperation } from '#domain/keyvault/rules.ts';
import { secretPermissions } from '#domain/keyvault/settings.ts';
import type { AccessPolicy, VaultSettings } from '#domain/keyvault/settings.ts';
import { vaultOf } from '#domain/keyvault/state.ts';
import { accessPolicyBody } from '#domain/keyvault/arm.ts';
import { secretUrl } from '#domain/keyvault/wire.ts';
import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';
import { answer, resourceUrl } from './answer.ts';
import { answerPatched } from './answer-patched.ts';
import { performSecretOperation, vaultFacts } from './secrets.ts';
import { findTarget } from './find-target.ts';

/** Puts a secret into a vault on the caller's own authority; the same name again is a new version. */
export function setSecret(draft: Draft, { vaultId, name, value }: CommandOf<'SetSecret'>): void {
  const url = urlIn(draft, vaultId, `secrets/${name}`);
  const isValid = fitsNameRule(name, nameRules.secret);
  if (!isValid && findVault(draft, vaultId) !== undefined) {
    return answer(draft, 'PUT', url, invalidName('secret', name, nameRules.secret.says));
  }
  byCaller(draft, vaultId, 'PUT', url, { kind: 'setSecret', name, version: null }, value);
}

/** A soft deletion: the name stays taken until it is purged. */
export function deleteSecret(draft: Draft, { vaultId, name }: CommandOf<'DeleteSecret'>): void {
  const url = urlIn(draft, vaultId, `secrets/${name}`);
  byCaller(draft, vaultId, 'DELETE', url, { kind: 'deleteSecret', name, version: null });
}

/** With all its versions. */
export function recoverDeletedSecret(draft: Draft, { vaultId, name }: CommandOf<'RecoverDeletedSecret'>): void {
  const url = urlIn(draft, vaultId, `deletedsecrets/${name}/recover`);
  byCaller(draft, vaultId, 'POST', url, { kind: 'recoverDeletedSecret', name, version: null });
}

/** For good: the name is free. */
export function purgeDeletedSecret(draft: Draft, { vaultId, name }: CommandOf<'PurgeDeletedSecret'>): void {
  const url = urlIn(draft, vaultId, `deletedsecrets/${name}`);
  byCaller(draft, vaultId, 'DELETE', url, { kind: 'purgeDeletedSecret', name, version: null });
}

/** Does to a secret what a caller asks with rights of its own, and records the vault's answer. */
function byCaller(
  draft: Draft,
  vaultId: ResourceId,
  method: HttpMethod,
  url: string,
  operation: SecretOperation,
  value?: string,
): void {
  const vault = findVault(draft, vaultId);
  if (vault === undefined) return answer(draft, method, url, resourceNotFound(vaultId));
  const facts = vaultFacts(draft.state, vault, { kind: 'laptop' });
  answer(
    draft,
    method,
    url,
    performSecretOperation(draft, facts, operation, value === undefined ? undefined : { value }),
  );
}

/** Azure roles or access policies from now on; what the other model holds stays and counts no more. */
export function setPermissionModel(draft: Draft, { vaultId, model }: CommandOf<'SetPermissionModel'>): void {
  const vault = findVault(draft, vaultId);
  if (vault === undefined) {
    return answer(draft, 'PATCH', resourceUrl(vaultId, 'keyVault'), resourceNotFound(vaultId));
  }
  configure(draft, vault, { model });
  answerPatched(draft, vault);
}

/**
 * Replaces what one principal may do by access policy. On a vault that decides by Azure roles the policy is kept
 * and counts for nothing; it is the CLI that refuses there (facts: corrections 6).
 */
export function setAccessPolicy(draft: Draft, command: CommandOf<'SetAccessPolicy'>): void {
  const { vaultId } = command;
  const objectId = idKey(command.objectId) as PrincipalId;
  const vault = findVault(draft, vaultId);
  const verb = command.secrets.length === 0 ? 'remove' : 'replace';
  const url = resourceUrl(vaultId, 'keyVault').replace('?', `/accessPolicies/${verb}?`);
  if (vault === undefined) return answer(draft, 'PUT', url, resourceNotFound(vaultId));
  const { policies } = vaultOf(draft.state.keyVault, vault.id).settings;
  const secrets = secretPermissions.filter((each) => command.secrets.includes(each));
  const others = policies.filter((each) => each.objectId !== objectId);
  const mine: readonly AccessPolicy[] = secrets.length === 0 ? [] : [{ objectId, secrets }];
  configure(draft, vault, { policies: [...others, ...mine] });
  const body = accessPolicyBody(vault.id, [...others, ...mine], draft.state.tenantId);
  answer(draft, 'PUT', url, armJson(200, body, 'docs'));
}

function configure(draft: Draft, { id }: Resource, change: Partial<VaultSettings>): void {
  const { settings } = vaultOf(draft.state.keyVault, id);
  draft.emit({ type: 'VaultConfigured', vaultId: id, settings: { ...settings, ...change } });
}

function findVault(draft: Draft, vaultId: ResourceId): Resource | undefined {
  return findTarget(draft.state, vaultId, 'keyVault');
}

function urlIn(draft: Draft, vaultId: ResourceId, path: string): string {
  return secretUrl(findVault(draft, vaultId)?.name ?? 'unknown', path);
}
