import * as dictionary from '#domain/kernel/dictionary.ts';
import { assignmentsOf, homeDirectory, isOrphaned, resourcesOf } from '#domain/cloud/queries.ts';
import { isHost } from '#domain/arm/kinds.ts';
import type { Resource, ResourceKind } from '#domain/arm/resource.ts';
import { siteOf } from '#domain/appservice/state.ts';
import { moments } from '#domain/cloud/moments.ts';
import { carriedIdentity, isStale, isUpgradedByHand } from '#domain/compute/rules.ts';
import { powerOf } from '#domain/compute/state.ts';
import { cosmosAssignments } from '#domain/cosmos/state.ts';
import { credentialsOf, serviceAccountsOf } from '#domain/federation/state.ts';
import { faultOf } from '#domain/imds/state.ts';
import { vaultOf } from '#domain/keyvault/state.ts';
import type { Vault } from '#domain/keyvault/state.ts';
import { firewallOf } from '#domain/network/state.ts';
import { administratorOf, databaseUsers } from '#domain/sql/state.ts';
import { accountAccess, containersOf } from '#domain/storage/state.ts';
import { toIso } from '#domain/kernel/instant.ts';
import type { World } from '#domain/timeline/timeline.ts';

/** What a frozen world is recorded to hold: enough to notice an id, a time or a link that changed. */
export function summarize({ timeline, state }: World): unknown {
  const { servicePrincipals, deleted } = homeDirectory(state);
  return {
    seed: timeline.seed,
    entries: timeline.entries.length,
    cursor: timeline.cursor,
    now: toIso(state.now),
    tenantId: state.tenantId,
    resources: resourcesOf(state).map((resource) => ({
      id: resource.id,
      kind: resource.kind,
      ...(isHost(resource) ? { identity: resource.identity } : {}),
    })),
    principals: [...dictionary.values(servicePrincipals)].map(({ id, appId }) => ({ id, appId })),
    deletedPrincipals: [...dictionary.values(deleted)].map(({ principal, purgeAt }) => ({
      id: principal.id,
      purgeAt: toIso(purgeAt),
    })),
    assignments: assignmentsOf(state).map((assignment) => ({
      id: assignment.id,
      effectiveAt: toIso(assignment.effectiveAt),
      orphaned: isOrphaned(state, assignment),
    })),
    tokens: [...dictionary.values(state.tokens.live)].map(({ tokenId, claims }) => ({
      tokenId,
      exp: claims.exp,
    })),
  };
}

/**
 * What the services of a frozen world are recorded to hold, for worlds that use them all. Answers of questions, not
 * slices: their shape may change, what they say may not.
 */
export function summarizeServices({ state }: World): unknown {
  const { users, groups, applications, appRoles } = homeDirectory(state);
  const { sql, network, federation, keyVault } = state;
  const resources = resourcesOf(state);
  return {
    locks: [...dictionary.values(state.arm.locks)].map(({ id, level }) => ({ id, level })),
    denies: [...dictionary.values(state.rbac.denies)].map(({ id, actions }) => ({ id, actions })),
    directory: {
      users: [...dictionary.values(users)].map(({ id, userPrincipalName }) => ({ id, userPrincipalName })),
      groups: [...dictionary.values(groups)].map(({ id, members }) => ({ id, members })),
      applications: [...dictionary.values(applications)].map(({ appId, appRoles: roles }) => ({
        appId,
        appRoles: roles,
      })),
      appRoles: appRoles.map(({ principalId, role }) => ({ principalId, role })),
    },
    vaults: ofKinds(resources, ['keyVault'], ({ id }) => vaultSummary(vaultOf(keyVault, id))),
    deletedVaults: [...dictionary.values(keyVault.deleted)].map(({ vaultId, purgeAt, contents }) => ({
      vaultId,
      purgeAt: toIso(purgeAt),
      ...vaultSummary(contents),
    })),
    accounts: ofKinds(resources, ['storageAccount'], ({ id }) => ({
      access: accountAccess(state.storage, id),
      containers: [...dictionary.entries(containersOf(state.storage, id))].map(([name, blobs]) => ({
        name,
        blobs: [...dictionary.values(blobs)].map((blob) => blob.name),
      })),
    })),
    firewalls: ofKinds(resources, ['keyVault', 'storageAccount', 'sqlServer'], ({ id }) => firewallOf(network, id)),
    administrators: ofKinds(resources, ['sqlServer'], ({ id }) => administratorOf(sql, id)),
    databaseUsers: ofKinds(resources, ['sqlDatabase'], ({ id }) => databaseUsers(sql, id).map(({ name }) => name)),
    cosmos: ofKinds(resources, ['cosmosAccount'], ({ id }) => cosmosAssignments(state.cosmos, id)),
    sites: ofKinds(resources, ['webApp', 'webAppSlot', 'functionApp'], ({ id }) => siteOf(state.appService, id)),
    machines: ofKinds(resources, ['virtualMachine'], ({ id }) => ({
      power: powerOf(state.compute, id),
      isStale: isStale(state.compute, id),
      fault: faultOf(state.imds, id),
    })),
    scaleSets: ofKinds(resources, ['vmScaleSet'], ({ id }) => ({
      isUpgradedByHand: isUpgradedByHand(state.compute, id),
      carried: carriedIdentity(state.compute, id, { type: 'None' }),
    })),
    credentials: ofKinds(resources, ['userAssignedIdentity'], ({ id }) =>
      credentialsOf(federation, id).map(({ name, effectiveAt }) => ({ name, effectiveAt: toIso(effectiveAt) })),
    ),
    serviceAccounts: ofKinds(resources, ['aksCluster'], ({ id }) => serviceAccountsOf(federation, id)),
    due: moments(state).map(({ at, event }) => `${toIso(at)} ${event.type}`),
  };
}

function ofKinds(
  resources: readonly Resource[],
  kinds: readonly ResourceKind[],
  tell: (resource: Resource) => unknown,
): unknown {
  return Object.fromEntries(
    resources.filter(({ kind }) => kinds.includes(kind)).map((resource) => [resource.id, tell(resource)]),
  );
}

function vaultSummary({ secrets, older, deletedSecrets, settings }: Vault) {
  return {
    settings,
    secrets: [...dictionary.values(secrets)].map(({ name, version }) => ({ name, version })),
    older: [...dictionary.values(older)].flat().map(({ version }) => version),
    deletedSecrets: [...dictionary.values(deletedSecrets)].map(({ versions, purgeAt }) => ({
      versions: versions.map(({ version }) => version),
      purgeAt: toIso(purgeAt),
    })),
  };
}
