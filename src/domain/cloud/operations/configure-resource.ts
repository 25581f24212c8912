import type { Resource } from '#domain/arm/resource.ts';
import { isHost } from '#domain/arm/kinds.ts';
import { findResource } from '#domain/arm/state.ts';
import { retentionIsFixed, retentionOutOfRange } from '#domain/arm/wire.ts';
import { isUpgradedByHand } from '#domain/compute/rules.ts';
import type { UpgradeMode } from '#domain/compute/state.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { vaultOf } from '#domain/keyvault/state.ts';
import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';
import type { CloudState } from '../state.ts';

type CreateResource = CommandOf<'CreateResource'>;

/** What is said of options of a creation that its kind does not take. */
export function refuseOptions(
  { keyVault, arm }: CloudState,
  id: ResourceId,
  { kind, retentionDays }: CreateResource,
): SourcedResponse | null {
  if (kind !== 'keyVault' || retentionDays === undefined) return null;
  if (!Number.isInteger(retentionDays) || retentionDays < 7 || retentionDays > 90) {
    return retentionOutOfRange(retentionDays);
  }
  const isChange = vaultOf(keyVault, id).settings.retentionDays !== retentionDays;
  return findResource(arm, id) !== undefined && isChange ? retentionIsFixed() : null;
}

/** Settings that services keep of a resource: how a vault decides, how a scale set upgrades. */
export function configureResource(draft: Draft, id: ResourceId, command: CreateResource, isNew: boolean): void {
  const resource = findResource(draft.state.arm, id);
  if (resource === undefined) return;
  if (resource.kind === 'keyVault') configureVault(draft, resource.id, command);
  const mode = command.upgradeMode ?? (isNew ? 'Automatic' : undefined);
  if (resource.kind === 'vmScaleSet' && mode !== undefined) setUpgradeMode(draft, resource, mode);
}

function configureVault(draft: Draft, vaultId: ResourceId, command: CreateResource): void {
  const { settings } = vaultOf(draft.state.keyVault, vaultId);
  const { permissionModel: model = settings.model, retentionDays = settings.retentionDays } = command;
  if (model === settings.model && retentionDays === settings.retentionDays) return;
  draft.emit({ type: 'VaultConfigured', vaultId, settings: { ...settings, model, retentionDays } });
}

/** The instances that are there have the identity of the moment: at a creation the model's own. */
function setUpgradeMode(draft: Draft, scaleSet: Resource, mode: UpgradeMode): void {
  const { id: resourceId } = scaleSet;
  const isManual = isUpgradedByHand(draft.state.compute, resourceId);
  if (!isHost(scaleSet) || isManual === (mode === 'Manual')) return;
  draft.emit({ type: 'UpgradeModeSet', resourceId, mode });
  if (mode === 'Manual') draft.emit({ type: 'InstancesUpdated', resourceId, identity: scaleSet.identity });
}
