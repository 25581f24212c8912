import { useState } from 'react';
import { namesIn } from '#app/sandbox/names.ts';
import { cosmosRolesOf } from '#app/sandbox/services.ts';
import { membersIn } from '#app/world/members.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import type { CosmosRole } from '#domain/cosmos/state.ts';
import type { PrincipalId, ResourceId } from '#domain/kernel/brand.ts';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { storeWords as words } from '#words/sandbox/stores.ts';
import styles from '../../Stack.module.css';
import { CommandRow } from '../../give/CommandButtons.tsx';
import { CommandForm } from '../../give/CommandForm.tsx';
import { Section } from '../../Section.tsx';
import { MemberField } from '../MemberField.tsx';

/** Data roles of a Cosmos DB account, which are not Azure roles. */
export function CosmosRoles({ accountId }: { accountId: ResourceId }) {
  const state = useCloud();
  const { member } = namesIn(state);
  const held = cosmosRolesOf(state, accountId);
  const [chosen, setChosen] = useState<PrincipalId | null>(null);
  const [role, setRole] = useState<CosmosRole>('reader');
  const principalId = chosen ?? membersIn(state)[0]?.id ?? null;
  return (
    <Section title={words.cosmosRoles}>
      <p className={styles.soft}>{words.cosmosHint}</p>
      {held.length === 0 && <p className={styles.soft}>{words.noCosmosRoles}</p>}
      <ul className={styles.list} aria-label={words.cosmosRoles}>
        {held.map((each) => (
          <CommandRow
            key={`${each.principalId} ${each.role}`}
            acts={[
              {
                name: words.removeCosmosRole(words.cosmosRole[each.role], member(each.principalId)),
                icon: 'trash',
                command: { type: 'RemoveCosmosRole', accountId, principalId: each.principalId, role: each.role },
              },
            ]}
          >
            <strong>{member(each.principalId)}</strong>
            <span className={styles.soft}>{words.cosmosRole[each.role]}</span>
          </CommandRow>
        ))}
      </ul>
      <CommandForm
        command={principalId === null ? null : { type: 'AssignCosmosRole', accountId, principalId, role }}
        action={words.assignCosmosRole}
        icon="key"
      >
        <SelectField
          label={words.role}
          value={role}
          onChange={(value) => setRole(value as CosmosRole)}
          options={(['reader', 'contributor'] as const).map((each) => ({ value: each, label: words.cosmosRole[each] }))}
        />
        <MemberField label={words.to} value={principalId} onChange={setChosen} />
      </CommandForm>
    </Section>
  );
}
