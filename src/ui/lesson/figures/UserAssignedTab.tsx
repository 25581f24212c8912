import { useState } from 'react';
import { attachedIdentities, identitiesIn } from '#app/lesson/figures/blade.ts';
import { useCloud, useWorld } from '#app/world/WorldProvider.tsx';
import type { Host } from '#domain/arm/resource.ts';
import { useAnnounce } from '#ui/kit/announce.ts';
import { Button } from '#ui/kit/Button.tsx';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { Mark } from '#ui/subject/Mark.tsx';
import { figureWords } from '#words/lesson/figures.ts';
import styles from './IdentityBlade.module.css';

const words = figureWords.blade;

/** The user-assigned identities of the machine, with Add and Remove. */
export function UserAssignedTab({ host }: { readonly host: Host }) {
  const state = useCloud();
  const dispatch = useWorld((store) => store.dispatch);
  const announce = useAnnounce();
  const [chosen, setChosen] = useState('');
  const attached = attachedIdentities(state, host);
  const free = identitiesIn(state).filter(({ id }) => attached.every(({ identityId }) => identityId !== id));
  const next = free.find(({ id }) => id === chosen) ?? free[0];

  function add(): void {
    if (next === undefined) return;
    dispatch({ type: 'AttachUserAssignedIdentity', resourceId: host.id, identityId: next.id });
    announce(words.added(next.name, host.name));
  }

  return (
    <div className={styles.panel}>
      <p className={styles.hint}>{words.userHint}</p>
      {next === undefined ? (
        <p className={styles.hint}>{words.allAdded}</p>
      ) : (
        <div className={styles.add}>
          <SelectField
            label={words.addWhich}
            value={next.id}
            onChange={setChosen}
            options={free.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Button icon="plus" onClick={add}>
            {words.add}
          </Button>
        </div>
      )}
      {attached.length === 0 ? (
        <p className={styles.none}>{words.none}</p>
      ) : (
        <ul className={styles.list} aria-label={words.tabs.user}>
          {attached.map(({ identityId, name }) => (
            <li key={identityId} className={styles.row}>
              <Mark kind="userAssignedIdentity" name={name} />
              <Button
                variant="quiet"
                icon="unlink"
                onClick={() => {
                  dispatch({ type: 'DetachUserAssignedIdentity', resourceId: host.id, identityId });
                  announce(words.detached(name, host.name));
                }}
              >
                {words.remove(name)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
