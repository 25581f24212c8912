import { useState } from 'react';
import { namesIn } from '#app/sandbox/names.ts';
import { sqlAdministratorOf } from '#app/sandbox/services.ts';
import { membersIn } from '#app/world/members.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import type { PrincipalId, ResourceId } from '#domain/kernel/brand.ts';
import { storeWords as words } from '#words/sandbox/stores.ts';
import styles from '../../Stack.module.css';
import { CommandButtons } from '../../give/CommandButtons.tsx';
import { CommandForm } from '../../give/CommandForm.tsx';
import { Section } from '../../Section.tsx';
import { MemberField } from '../MemberField.tsx';

/** Who may make users in the databases of a SQL server. */
export function SqlAdministratorForm({ serverId }: { serverId: ResourceId }) {
  const state = useCloud();
  const held = sqlAdministratorOf(state, serverId);
  const [chosen, setChosen] = useState<PrincipalId | null>(held);
  const principalId = chosen ?? membersIn(state)[0]?.id ?? null;
  return (
    <Section title={words.administrator}>
      <p className={styles.soft}>{held === null ? words.noAdministrator : namesIn(state).member(held)}</p>
      {held !== null && (
        <CommandButtons
          choices={[
            {
              action: words.removeAdministrator,
              command: { type: 'SetSqlAdministrator', serverId, principalId: null },
            },
          ]}
        />
      )}
      <CommandForm command={{ type: 'SetSqlAdministrator', serverId, principalId }} action={words.setAdministrator}>
        <MemberField label={words.to} value={principalId} onChange={setChosen} />
      </CommandForm>
    </Section>
  );
}
