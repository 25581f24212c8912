import { useState } from 'react';
import { vaultSettingsOf } from '#app/sandbox/services.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import type { ResourceId } from '#domain/kernel/brand.ts';
import type { PermissionModel } from '#domain/keyvault/settings.ts';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { vaultWords as words } from '#words/sandbox/vault.ts';
import { CommandForm } from '../../give/CommandForm.tsx';

/** Who decides about the secrets of a vault: Azure roles, or its own access policies. */
export function PermissionModelForm({ vaultId }: { vaultId: ResourceId }) {
  const held = vaultSettingsOf(useCloud(), vaultId).model;
  const [model, setModel] = useState<PermissionModel>(held);
  return (
    <CommandForm command={{ type: 'SetPermissionModel', vaultId, model }} action={words.setModel}>
      <SelectField
        label={words.model}
        value={model}
        onChange={(value) => setModel(value as PermissionModel)}
        options={(['rbac', 'accessPolicies'] as const).map((each) => ({ value: each, label: words.models[each] }))}
      />
    </CommandForm>
  );
}
