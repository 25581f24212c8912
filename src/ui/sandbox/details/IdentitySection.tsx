import { useState } from 'react';
import { attachedIdentities, identitiesIn, systemPrincipalOf } from '#app/sandbox/facts.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import type { Host } from '#domain/arm/resource.ts';
import { Button } from '#ui/kit/Button.tsx';
import { SwitchField } from '#ui/kit/CheckField.tsx';
import { IconButton } from '#ui/kit/IconButton.tsx';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { Mark } from '#ui/subject/Mark.tsx';
import { sandboxWords } from '#ui/words/words.ts';
import styles from '../Stack.module.css';
import { RefusalNotice } from '../give/RefusalNotice.tsx';
import { useGive } from '../give/use-give.ts';
import { Section } from '../Section.tsx';

const words = sandboxWords.details;

interface IdentitySectionProps {
  readonly host: Host;
  readonly offers?: { readonly systemAssigned: boolean; readonly userAssigned: boolean };
}

/** The identities of a host: the system-assigned one as a switch, user-assigned ones as a list. */
export function IdentitySection({ host, offers = { systemAssigned: true, userAssigned: true } }: IdentitySectionProps) {
  const { give, refusal } = useGive();
  const isOn = systemPrincipalOf(host) !== null;
  return (
    <Section title={words.identity}>
      {offers.systemAssigned && (
        <SwitchField
          label={`${words.systemAssigned}: ${isOn ? words.on : words.off}`}
          hint={isOn ? words.disableHint : words.enableHint}
          checked={isOn}
          onChange={(on) =>
            give({
              type: on ? 'EnableSystemAssignedIdentity' : 'DisableSystemAssignedIdentity',
              resourceId: host.id,
            })
          }
        />
      )}
      <RefusalNotice refusal={refusal} />
      {offers.userAssigned && <AttachedList host={host} />}
    </Section>
  );
}

function AttachedList({ host }: { host: Host }) {
  const state = useCloud();
  const { give, refusal } = useGive();
  const attached = attachedIdentities(state, host);
  return (
    <div className={styles.tight}>
      {attached.length === 0 && <p className={styles.soft}>{words.noneAttached}</p>}
      <ul className={styles.list}>
        {attached.map(({ identityId, name, isStale }) => (
          <li key={identityId} className={styles.item}>
            <span className={styles.row}>
              <Mark kind="userAssignedIdentity" name={name} />
              {isStale && <span className={styles.soft}>{words.staleReference}</span>}
            </span>
            <IconButton
              icon="unlink"
              name={words.detach(name)}
              onClick={() => give({ type: 'DetachUserAssignedIdentity', resourceId: host.id, identityId })}
            />
          </li>
        ))}
      </ul>
      <RefusalNotice refusal={refusal} />
      <AttachForm host={host} />
    </div>
  );
}

function AttachForm({ host }: { host: Host }) {
  const state = useCloud();
  const { give, refusal } = useGive();
  const [chosen, setChosen] = useState('');
  const held = new Set(
    attachedIdentities(state, host)
      .filter(({ isStale }) => !isStale)
      .map(({ name }) => name),
  );
  const free = identitiesIn(state).filter(({ name }) => !held.has(name));
  const identity = free.find(({ id }) => id === chosen) ?? free[0];
  if (identity === undefined) {
    return identitiesIn(state).length === 0 ? <p className={styles.soft}>{words.noIdentities}</p> : null;
  }
  return (
    <div className={styles.row}>
      <SelectField
        label={words.attachWhich}
        value={identity.id}
        onChange={setChosen}
        options={free.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Button
        icon="link"
        onClick={() =>
          give({
            type: 'AttachUserAssignedIdentity',
            resourceId: host.id,
            identityId: identity.id,
          })
        }
      >
        {words.attach}
      </Button>
      <RefusalNotice refusal={refusal} />
    </div>
  );
}
