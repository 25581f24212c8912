import { useState } from 'react';
import { locksAt, scopeLabel } from '#app/sandbox/scopes.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import type { LockLevel } from '#domain/arm/lock.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { Chip } from '#ui/kit/Chip.tsx';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { TextField } from '#ui/kit/TextField.tsx';
import { Mark } from '#ui/subject/Mark.tsx';
import { manageWords as words } from '#words/sandbox/manage.ts';
import { sandboxWords } from '#ui/words/words.ts';
import styles from '../../Stack.module.css';
import { CommandRow } from '../../give/CommandButtons.tsx';
import { CommandForm } from '../../give/CommandForm.tsx';

/** Locks at a scope, those of the scopes around it too: they hold for owners as well. */
export function LocksSection({ scope }: { scope: ResourceId }) {
  const state = useCloud();
  const [name, setName] = useState('keep');
  const [level, setLevel] = useState<LockLevel>('CanNotDelete');
  const locks = locksAt(state, scope);
  return (
    <div className={styles.stack}>
      {locks.length === 0 && <p className={styles.soft}>{words.noLocks}</p>}
      <ul className={styles.list} aria-label={words.locks}>
        {locks.map((lock) => (
          <CommandRow
            key={lock.id}
            acts={[
              {
                name: words.unlock(lock.name),
                icon: 'trash',
                command: { type: 'DeleteLock', scope: lock.scope, name: lock.name },
              },
            ]}
          >
            <Mark kind="lock" name={lock.name} />
            <span className={styles.soft}>{words.levels[lock.level]}</span>
            {lock.isInherited && (
              <Chip>{words.inherited(scopeLabel(state, lock.scope) ?? sandboxWords.details.subscription)}</Chip>
            )}
          </CommandRow>
        ))}
      </ul>
      <CommandForm command={name === '' ? null : { type: 'CreateLock', scope, name, level }} action={words.lock}>
        <TextField label={words.lockName} value={name} onChange={setName} />
        <SelectField
          label={words.level}
          value={level}
          onChange={(value) => setLevel(value as LockLevel)}
          options={(['CanNotDelete', 'ReadOnly'] as const).map((each) => ({ value: each, label: words.levels[each] }))}
        />
      </CommandForm>
    </div>
  );
}
