import { useState } from 'react';
import { identitiesIn } from '#app/sandbox/facts.ts';
import { serviceAccountsIn } from '#app/sandbox/services.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { TextField } from '#ui/kit/TextField.tsx';
import { federationWords as words } from '#words/sandbox/federation.ts';
import styles from '../../Stack.module.css';
import { CommandRow } from '../../give/CommandButtons.tsx';
import { CommandForm } from '../../give/CommandForm.tsx';
import { Section } from '../../Section.tsx';

/** The service accounts of a cluster, under which its pods run. */
export function ServiceAccounts({ clusterId }: { clusterId: ResourceId }) {
  const state = useCloud();
  const accounts = serviceAccountsIn(state, clusterId);
  const identities = identitiesIn(state);
  const [namespace, setNamespace] = useState('shop');
  const [name, setName] = useState('checkout');
  const [clientId, setClientId] = useState('');
  const annotated = identities.find((each) => each.clientId === clientId)?.clientId ?? null;
  const nameBehind = (id: string | null) => identities.find((each) => each.clientId === id)?.name ?? id;
  return (
    <Section title={words.accounts}>
      {accounts.length === 0 && <p className={styles.soft}>{words.noAccounts}</p>}
      <ul className={styles.list} aria-label={words.accounts}>
        {accounts.map((account) => (
          <CommandRow
            key={`${account.namespace}/${account.name}`}
            acts={[
              {
                name: words.removeAccount(`${account.namespace}/${account.name}`),
                icon: 'trash',
                command: {
                  type: 'DeleteServiceAccount',
                  clusterId,
                  namespace: account.namespace,
                  name: account.name,
                },
              },
            ]}
          >
            <strong>
              {account.namespace}/{account.name}
            </strong>
            <span className={styles.soft}>{nameBehind(account.clientId)}</span>
          </CommandRow>
        ))}
      </ul>
      <CommandForm
        command={
          name === '' || namespace === ''
            ? null
            : { type: 'CreateServiceAccount', clusterId, namespace, name, clientId: annotated }
        }
        action={words.addAccount}
        icon="plus"
      >
        <TextField label={words.namespace} value={namespace} onChange={setNamespace} />
        <TextField label={words.accountName} value={name} onChange={setName} />
        <SelectField
          label={words.annotation}
          value={annotated ?? ''}
          onChange={setClientId}
          options={[
            { value: '', label: words.noAnnotation },
            ...identities.map((each) => ({ value: each.clientId, label: each.name })),
          ]}
        />
      </CommandForm>
    </Section>
  );
}
