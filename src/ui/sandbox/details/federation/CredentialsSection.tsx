import { useState } from 'react';
import { federatedCredentialsOf, trustChoices } from '#app/sandbox/services.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import type { UserAssignedIdentity } from '#domain/arm/resource.ts';
import { Chip } from '#ui/kit/Chip.tsx';
import { Disclosure } from '#ui/kit/Disclosure.tsx';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { TextField } from '#ui/kit/TextField.tsx';
import { federationWords as words } from '#words/sandbox/federation.ts';
import { when } from '#words/time.ts';
import styles from '../../Stack.module.css';
import { CommandRow } from '../../give/CommandButtons.tsx';
import { CommandForm } from '../../give/CommandForm.tsx';
import { Section } from '../../Section.tsx';

/** Whom a user-assigned identity trusts besides its hosts. */
export function CredentialsSection({ identity }: { identity: UserAssignedIdentity }) {
  const state = useCloud();
  const held = federatedCredentialsOf(state, identity.id);
  return (
    <Section title={words.credentials}>
      {held.length === 0 && <p className={styles.soft}>{words.noCredentials}</p>}
      <ul className={styles.list} aria-label={words.credentials}>
        {held.map(({ name, issuer, subject, effectiveAt }) => (
          <CommandRow
            key={name}
            acts={[
              {
                name: words.remove(name),
                icon: 'trash',
                command: { type: 'DeleteFederatedCredential', identityId: identity.id, name },
              },
            ]}
          >
            <strong>{name}</strong>
            {effectiveAt > state.now && <Chip icon="clock">{words.acts(when(effectiveAt, state.now))}</Chip>}
            <code className={styles.soft}>{issuer}</code>
            <code className={styles.soft}>{subject}</code>
          </CommandRow>
        ))}
      </ul>
      <Disclosure summary={words.add}>
        <CredentialForm identity={identity} />
      </Disclosure>
    </Section>
  );
}

function CredentialForm({ identity }: { identity: UserAssignedIdentity }) {
  const choices = trustChoices(useCloud());
  const [chosen, setChosen] = useState(0);
  const [name, setName] = useState('trusted');
  const [issuer, setIssuer] = useState(choices[0]?.issuer ?? '');
  const [subject, setSubject] = useState(choices[0]?.subject ?? '');
  const [audience, setAudience] = useState('api://AzureADTokenExchange');
  const labels = choices.map((each) => (each.cluster === null ? words.github : words.pod(each.name, each.cluster)));
  return (
    <CommandForm
      command={
        name === ''
          ? null
          : {
              type: 'CreateFederatedCredential',
              identityId: identity.id,
              name,
              issuer,
              subject,
              audiences: [audience],
            }
      }
      action={words.add}
    >
      <p className={styles.soft}>{words.credentialHint}</p>
      <SelectField
        label={words.from}
        value={`${chosen}`}
        onChange={(value) => {
          setChosen(Number(value));
          const choice = choices[Number(value)];
          if (choice === undefined) return;
          setIssuer(choice.issuer);
          setSubject(choice.subject);
        }}
        options={[
          ...labels.map((label, index) => ({ value: `${index}`, label })),
          { value: `${choices.length}`, label: words.own },
        ]}
      />
      <TextField label={words.name} value={name} onChange={setName} />
      <TextField label={words.issuer} value={issuer} onChange={setIssuer} />
      <TextField label={words.subject} value={subject} onChange={setSubject} />
      <TextField label={words.audiences} value={audience} onChange={setAudience} />
    </CommandForm>
  );
}
