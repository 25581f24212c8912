import type { UpgradeMode } from '#domain/compute/state.ts';
import type { ResourceKind } from '#domain/arm/resource.ts';
import type { CreateResource } from '#domain/cloud/command.ts';
import type { PermissionModel } from '#domain/keyvault/settings.ts';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { machineWords } from '#words/sandbox/machine.ts';
import { vaultWords } from '#words/sandbox/vault.ts';

/** What only one kind is created with; null for what Azure takes where nothing is said. */
export interface Options {
  readonly model: PermissionModel | null;
  readonly retentionDays: number | null;
  readonly upgradeMode: UpgradeMode | null;
}

export const noOptions: Options = { model: null, retentionDays: null, upgradeMode: null };

type Fields = Pick<CreateResource, 'permissionModel' | 'retentionDays' | 'upgradeMode'>;

/** The options that this kind has, as the command says them. */
export function optionsFor(kind: ResourceKind, { model, retentionDays, upgradeMode }: Options): Fields {
  if (kind === 'vmScaleSet') return upgradeMode === null ? {} : { upgradeMode };
  if (kind !== 'keyVault') return {};
  return {
    ...(model === null ? {} : { permissionModel: model }),
    ...(retentionDays === null ? {} : { retentionDays }),
  };
}

interface OptionFieldsProps {
  readonly kind: ResourceKind;
  readonly options: Options;
  readonly onChange: (options: Options) => void;
}

export function OptionFields({ kind, options, onChange }: OptionFieldsProps) {
  if (kind === 'vmScaleSet') {
    return (
      <SelectField
        label={machineWords.upgradeMode}
        value={options.upgradeMode ?? 'Automatic'}
        onChange={(value) => onChange({ ...options, upgradeMode: value === 'Manual' ? 'Manual' : null })}
        options={(['Automatic', 'Manual'] as const).map((each) => ({
          value: each,
          label: machineWords.upgradeModes[each],
        }))}
      />
    );
  }
  if (kind !== 'keyVault') return null;
  return (
    <>
      <SelectField
        label={vaultWords.newModel}
        value={options.model ?? 'rbac'}
        onChange={(value) => onChange({ ...options, model: value === 'rbac' ? null : 'accessPolicies' })}
        options={(['rbac', 'accessPolicies'] as const).map((each) => ({ value: each, label: vaultWords.models[each] }))}
      />
      <SelectField
        label={vaultWords.retention}
        value={`${options.retentionDays ?? 90}`}
        onChange={(value) => onChange({ ...options, retentionDays: value === '90' ? null : Number(value) })}
        options={['90', '30', '7'].map((each) => ({ value: each, label: each }))}
      />
    </>
  );
}
