import { useState } from 'react';
import { callersIn } from '#app/sandbox/people.ts';
import { useCloud, useWorld } from '#app/world/WorldProvider.tsx';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { VisuallyHidden } from '#ui/kit/VisuallyHidden.tsx';
import { peopleWords as words } from '#words/sandbox/people.ts';
import { PersonDialog } from '../people/PersonDialog.tsx';
import styles from './SandboxToolbar.module.css';

const add = 'add';

/** In whose name everything is done that is done from now on. */
export function ActingAs() {
  const callers = callersIn(useCloud());
  const actor = useWorld((store) => store.actor);
  const actAs = useWorld((store) => store.actAs);
  const [adding, setAdding] = useState(false);
  return (
    <>
      <div className={styles.acting}>
        <SelectField
          label={<VisuallyHidden>{words.actingAs}</VisuallyHidden>}
          value={actor.principalId ?? ''}
          onChange={(value) => {
            if (value === add) return setAdding(true);
            const chosen = callers.find(({ principalId = '' }) => principalId === value);
            if (chosen !== undefined) actAs(chosen);
          }}
          options={[
            ...callers.map(({ principalId, displayName }) => ({
              value: principalId ?? '',
              label: words.acting(principalId === undefined ? words.you : displayName),
            })),
            { value: add, label: words.add },
          ]}
        />
      </div>
      <PersonDialog open={adding} onClose={() => setAdding(false)} />
    </>
  );
}
