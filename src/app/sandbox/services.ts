import * as dictionary from '#domain/kernel/dictionary.ts';
import { siteOf } from '#domain/appservice/state.ts';
import type { SiteConfig } from '#domain/appservice/state.ts';
import { attachedTo } from '#domain/arm/identity-block.ts';
import { idKey, nameOf } from '#domain/arm/resource-id.ts';
import type { Host, Resource, ResourceKind } from '#domain/arm/resource.ts';
import { homeDirectory, resourcesOf } from '#domain/cloud/queries.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { powerOf } from '#domain/compute/state.ts';
import type { PowerState } from '#domain/compute/state.ts';
import { cosmosAssignments } from '#domain/cosmos/state.ts';
import type { CosmosAssignment } from '#domain/cosmos/state.ts';
import { credentialsOf, serviceAccountsOf } from '#domain/federation/state.ts';
import type { FederatedCredential, ServiceAccount } from '#domain/federation/state.ts';
import { faultOf, imdsFaultKinds } from '#domain/imds/state.ts';
import type { ImdsFault } from '#domain/imds/state.ts';
import type { PrincipalId, ResourceId } from '#domain/kernel/brand.ts';
import { secretPermissions } from '#domain/keyvault/settings.ts';
import type { VaultSettings } from '#domain/keyvault/settings.ts';
import { vaultOf } from '#domain/keyvault/state.ts';
import type { DeletedVault } from '#domain/keyvault/state.ts';
import { addressOf } from '#domain/network/rules.ts';
import { firewallOf } from '#domain/network/state.ts';
import type { Firewall } from '#domain/network/state.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import { administratorOf, databaseUsers } from '#domain/sql/state.ts';
import type { DatabaseUser } from '#domain/sql/state.ts';
import { accountAccess } from '#domain/storage/state.ts';
import { clusterIssuer, githubIssuer, githubSubject, serviceAccountSubject } from '#domain/federation/request.ts';
import type { Application } from '#domain/entra/state.ts';
import { applicationsOf } from '#domain/cloud/directory.ts';
import { microsoftGraphAppId } from '#domain/entra/built-in.ts';
import { past } from '#domain/timeline/timeline.ts';
import type { Timeline } from '#domain/timeline/timeline.ts';

/** What each service knows of a resource, for the panel about it. */

export { imdsFaultKinds, secretPermissions };

export function powerStateOf(state: CloudState, { id }: Host): PowerState {
  return powerOf(state.compute, id);
}

/** Scale sets: whether instances keep the identities that they had until they are updated by hand. */
export function isManualScaleSet(state: CloudState, { id }: Host): boolean {
  return dictionary.has(state.compute.manual, idKey(id));
}

export function imdsFaultOf(state: CloudState, { id }: Host): ImdsFault | null {
  return faultOf(state.imds, id);
}

export function siteConfigOf(state: CloudState, { id }: Host): SiteConfig {
  return siteOf(state.appService, id);
}

export function federatedCredentialsOf(state: CloudState, identityId: ResourceId): readonly FederatedCredential[] {
  return credentialsOf(state.federation, identityId);
}

export function serviceAccountsIn(state: CloudState, clusterId: ResourceId): readonly ServiceAccount[] {
  return serviceAccountsOf(state.federation, clusterId);
}

export function vaultSettingsOf(state: CloudState, vaultId: ResourceId): VaultSettings {
  return vaultOf(state.keyVault, vaultId).settings;
}

export interface DeletedSecretRow {
  readonly name: string;
  readonly purgeAt: number;
}

export function deletedSecretsOf(state: CloudState, vaultId: ResourceId): DeletedSecretRow[] {
  return [...dictionary.values(vaultOf(state.keyVault, vaultId).deletedSecrets)].map(({ versions, purgeAt }) => ({
    name: versions.at(-1)?.name ?? '',
    purgeAt,
  }));
}

export function deletedVaultsOf(state: CloudState): DeletedVault[] {
  return [...dictionary.values(state.keyVault.deleted)];
}

export function firewallAt(state: CloudState, id: ResourceId): Firewall {
  return firewallOf(state.network, id);
}

export interface AddressChoice {
  readonly name: string;
  readonly address: string;
}

/** The public addresses from which requests of this world come: hosts, pods, and what lies outside. */
export function addressesIn(state: CloudState): AddressChoice[] {
  const inside = resourcesOf(state).flatMap((each): AddressChoice[] => {
    const origin = senderOf(each);
    return origin === null ? [] : [{ name: each.name, address: addressOf(state.seed, origin) }];
  });
  return [...inside, { name: '', address: addressOf(state.seed, { kind: 'laptop' }) }];
}

function senderOf(resource: Resource): Origin | null {
  if ('identity' in resource) return { kind: 'host', resourceId: resource.id };
  if (resource.kind !== 'aksCluster') return null;
  return { kind: 'pod', clusterId: resource.id, namespace: '', serviceAccount: '' };
}

export function takesSharedKeys(state: CloudState, accountId: ResourceId): boolean {
  return accountAccess(state.storage, accountId).sharedKey;
}

export function sqlAdministratorOf(state: CloudState, serverId: ResourceId): PrincipalId | null {
  return administratorOf(state.sql, serverId);
}

export function databaseUsersOf(state: CloudState, databaseId: ResourceId): readonly DatabaseUser[] {
  return databaseUsers(state.sql, databaseId);
}

export function cosmosRolesOf(state: CloudState, accountId: ResourceId): readonly CosmosAssignment[] {
  return cosmosAssignments(state.cosmos, accountId);
}

/** Resources of a kind, by name. */
export function namedResources(state: CloudState, kind: ResourceKind): Resource[] {
  return resourcesOf(state).filter((each) => each.kind === kind);
}

/** The user-assigned identities of a host, by resource ID. */
export function identityIdsOf(host: Host): { readonly id: ResourceId; readonly name: string }[] {
  return attachedTo(host.identity).map(({ identityId }) => ({ id: identityId, name: nameOf(identityId) }));
}

/** Whom a federated credential can trust; `cluster` is null for a workflow outside Azure. */
export interface TrustChoice {
  readonly name: string;
  readonly cluster: string | null;
  readonly issuer: string;
  readonly subject: string;
}

/** The workflow outside Azure of every world: the main branch of the shop's repository. */
export const workflow = {
  kind: 'external',
  issuer: githubIssuer,
  subject: githubSubject({ owner: 'contoso', name: 'shop' }, { kind: 'branch', name: 'main' }),
} as const satisfies Origin;

export function trustChoices(state: CloudState): TrustChoice[] {
  const pods = resourcesOf(state).flatMap((each): TrustChoice[] =>
    each.kind !== 'aksCluster'
      ? []
      : serviceAccountsOf(state.federation, each.id).map((account) => ({
          name: `${account.namespace}/${account.name}`,
          cluster: each.name,
          issuer: clusterIssuer(state.seed, state.tenantId, each),
          subject: serviceAccountSubject(account),
        })),
  );
  return [...pods, { name: '', cluster: null, issuer: workflow.issuer, subject: workflow.subject }];
}

/** Applications of one's own: Microsoft Graph is everybody's. */
export function registeredApplications(state: CloudState): readonly Application[] {
  return applicationsOf(state).filter(({ appId }) => appId !== microsoftGraphAppId);
}

/** A setting that is a reference to a secret. */
export function offeredReference(vault: string, secret: string): string {
  return `@Microsoft.KeyVault(VaultName=${vault};SecretName=${secret})`;
}

/** The prefixes of identity-based connections among the names of settings. */
export function connectionsOf(names: readonly string[]): string[] {
  return [...new Set(names.flatMap((name) => /^(.+?)__/.exec(name)?.[1] ?? []))];
}

/** The keys of an account as they were listed last; empty where nobody has listed them. */
export function keysListedOf(timeline: Timeline, accountId: ResourceId): readonly string[] {
  const entries = past(timeline).toReversed();
  for (const { command, events } of entries) {
    if (command.type !== 'ListAccountKeys' && command.type !== 'RegenerateAccountKey') continue;
    if (idKey(command.accountId) !== idKey(accountId)) continue;
    const answer = events.find((event) => event.type === 'ManagementAnswered');
    if (answer?.type === 'ManagementAnswered' && answer.response.status === 200) return keysIn(answer.response.body);
  }
  return [];
}

function keysIn(body: string): string[] {
  const { keys = [] } = JSON.parse(body) as { readonly keys?: readonly { readonly value: string }[] };
  return keys.map(({ value }) => value);
}

/** Hosts whose code can send something. */
export function hostChoices(state: CloudState): Host[] {
  return resourcesOf(state).flatMap((each) => ('identity' in each ? [each] : []));
}

/** Names of the identities, as SQL looks them up in the directory. */
export function principalNames(state: CloudState): string[] {
  return [...dictionary.values(homeDirectory(state).servicePrincipals)].map(({ displayName }) => displayName).sort();
}
