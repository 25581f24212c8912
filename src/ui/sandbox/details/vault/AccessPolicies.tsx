import { useState } from 'react';
import { namesIn } from '#app/sandbox/names.ts';
import { secretPermissions, vaultSettingsOf } from '#app/sandbox/services.ts';
import { membersIn } from '#app/world/members.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import type { PrincipalId, ResourceId } from '#domain/kernel/brand.ts';
import type { SecretPermission } from '#domain/keyvault/settings.ts';
import { CheckField } from '#ui/kit/CheckField.tsx';
import { vaultWords as words } from '#words/sandbox/vault.ts';
import styles from '../../Stack.module.css';
import { CommandRow } from '../../give/CommandButtons.tsx';
import { CommandForm } from '../../give/CommandForm.tsx';
import { MemberField } from '../MemberField.tsx';

/** Access policies of a vault: they count where the vault decides by them. */
export function AccessPolicies({ vaultId }: { vaultId: ResourceId }) {
  const state = useCloud();
  const { model, policies } = vaultSettingsOf(state, vaultId);
  const { member } = namesIn(state);
  const [chosen, setChosen] = useState<PrincipalId | null>(null);
  const [secrets, setSecrets] = useState<readonly SecretPermission[]>(['get']);
  const objectId = chosen ?? membersIn(state)[0]?.id ?? null;
  return (
    <div className={styles.stack}>
      {model === 'rbac' && <p className={styles.soft}>{words.policiesUnused}</p>}
      {policies.length === 0 && <p className={styles.soft}>{words.noPolicies}</p>}
      <ul className={styles.list} aria-label={words.policies}>
        {policies.map((policy) => (
          <CommandRow
            key={policy.objectId}
            acts={[
              {
                name: words.removePolicy(member(policy.objectId)),
                icon: 'trash',
                command: { type: 'SetAccessPolicy', vaultId, objectId: policy.objectId, secrets: [] },
              },
            ]}
          >
            <strong>{member(policy.objectId)}</strong>
            <span className={styles.soft}>{policy.secrets.join(', ')}</span>
          </CommandRow>
        ))}
      </ul>
      <CommandForm
        command={objectId === null ? null : { type: 'SetAccessPolicy', vaultId, objectId, secrets }}
        action={words.setPolicy}
      >
        <MemberField label={words.policyFor} value={objectId} onChange={setChosen} />
        <fieldset className={styles.plain}>
          <legend>{words.permissions}</legend>
          <div className={styles.checks}>
            {secretPermissions.map((each) => (
              <CheckField
                key={each}
                label={each}
                checked={secrets.includes(each)}
                onChange={(on) => setSecrets(on ? [...secrets, each] : secrets.filter((other) => other !== each))}
              />
            ))}
          </div>
        </fieldset>
      </CommandForm>
    </div>
  );
}
