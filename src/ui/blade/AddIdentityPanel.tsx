import { useState } from 'react';
import { attachedIdentities, identitiesIn } from '#app/sandbox/facts.ts';
import { useCloud, useWorld } from '#app/world/WorldProvider.tsx';
import type { Host } from '#domain/arm/resource.ts';
import { useAnnounce } from '#ui/kit/announce.ts';
import { Button } from '#ui/kit/Button.tsx';
import { CheckField } from '#ui/kit/CheckField.tsx';
import { TextField } from '#ui/kit/TextField.tsx';
import { Mark } from '#ui/subject/Mark.tsx';
import { bladeWords as words } from '#words/blade.ts';
import styles from './Blade.module.css';

interface AddIdentityPanelProps {
  readonly host: Host;
  readonly onClose: () => void;
}

/** The identities of the subscription that the host does not carry yet, with a filter; several can be chosen. */
export function AddIdentityPanel({ host, onClose }: AddIdentityPanelProps) {
  const state = useCloud();
  const dispatch = useWorld((store) => store.dispatch);
  const announce = useAnnounce();
  const [filter, setFilter] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const held = new Set(
    attachedIdentities(state, host)
      .filter(({ isStale }) => !isStale)
      .map(({ identityId }) => identityId),
  );
  const all = identitiesIn(state);
  const free = all.filter(({ id }) => !held.has(id));
  const found = free.filter(({ name }) => name.toLowerCase().includes(filter.trim().toLowerCase()));
  const wanted = free.filter(({ id }) => chosen.includes(id));

  function add(): void {
    for (const { id } of wanted) {
      dispatch({ type: 'AttachUserAssignedIdentity', resourceId: host.id, identityId: id });
    }
    announce(words.added(words.list(wanted.map(({ name }) => name)), host.name));
    onClose();
  }

  return (
    <section className={styles.sheet} aria-label={words.addTitle}>
      <p className={styles.label}>{words.addTitle}</p>
      {free.length === 0 ? (
        <p className={styles.hint}>{all.length === 0 ? words.noIdentities : words.allAdded}</p>
      ) : (
        <>
          <TextField label={words.filter} value={filter} onChange={setFilter} />
          <ul className={styles.choices} aria-label={words.found}>
            {found.map(({ id, name, resourceGroup }) => (
              <li key={id}>
                <CheckField
                  label={<Mark kind="userAssignedIdentity" name={name} />}
                  hint={resourceGroup}
                  checked={chosen.includes(id)}
                  onChange={(on) => setChosen(on ? [...chosen, id] : chosen.filter((each) => each !== id))}
                />
              </li>
            ))}
          </ul>
          {found.length === 0 && <p className={styles.hint}>{words.noneFound}</p>}
        </>
      )}
      <div className={styles.actions}>
        <Button variant="primary" disabled={wanted.length === 0} onClick={add}>
          {words.addChosen(wanted.length)}
        </Button>
        <Button onClick={onClose}>{words.cancel}</Button>
      </div>
    </section>
  );
}
