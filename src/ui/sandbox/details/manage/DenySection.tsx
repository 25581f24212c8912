import { useState } from 'react';
import { deniesAt } from '#app/sandbox/scopes.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import type { PrincipalId } from '#domain/kernel/brand.ts';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { TextField } from '#ui/kit/TextField.tsx';
import { Mark } from '#ui/subject/Mark.tsx';
import { manageWords as words } from '#words/sandbox/manage.ts';
import styles from '../../Stack.module.css';
import { CommandRow } from '../../give/CommandButtons.tsx';
import { CommandForm } from '../../give/CommandForm.tsx';
import { MemberField } from '../MemberField.tsx';

const denied = {
  delete: { actions: ['*/delete'], dataActions: [] },
  write: { actions: ['*/write'], dataActions: [] },
  secrets: { actions: [], dataActions: ['Microsoft.KeyVault/vaults/secrets/getSecret/action'] },
  blobs: { actions: [], dataActions: ['Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read'] },
} as const;

type Denied = keyof typeof denied;

/** Deny assignments at a scope, and one as a deployment stack would make it. */
export function DenySection({ scope }: { scope: string }) {
  const [name, setName] = useState('stack-deny');
  const [what, setWhat] = useState<Denied>('delete');
  const [who, setWho] = useState<PrincipalId | null>(null);
  const held = deniesAt(useCloud(), scope);
  const principals = who === null ? [] : [who];
  const command = { type: 'CreateDenyAssignment', scope, name, ...denied[what], principals } as const;
  return (
    <div className={styles.stack}>
      <p className={styles.soft}>{words.denyHint}</p>
      {held.length === 0 && <p className={styles.soft}>{words.noDeny}</p>}
      <ul className={styles.list} aria-label={words.deny}>
        {held.map((each) => (
          <CommandRow
            key={each.id}
            acts={[
              {
                name: words.removeDeny(each.name),
                icon: 'trash',
                command: { type: 'DeleteDenyAssignment', scope: each.scope, name: each.name },
              },
            ]}
          >
            <Mark kind="refused" name={each.name} />
            <code>{[...each.actions, ...each.dataActions].join(', ')}</code>
          </CommandRow>
        ))}
      </ul>
      <CommandForm command={name === '' ? null : command} action={words.addDeny}>
        <TextField label={words.denyName} value={name} onChange={setName} />
        <SelectField
          label={words.denied}
          value={what}
          onChange={(value) => setWhat(value as Denied)}
          options={(Object.keys(denied) as Denied[]).map((each) => ({ value: each, label: words.denyActions[each] }))}
        />
        <MemberField label={words.denyWho} value={who} onChange={setWho} none={words.everyone} />
      </CommandForm>
    </div>
  );
}
