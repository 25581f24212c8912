import { useState } from 'react';
import { workloadSignIn } from '#app/sandbox/calls.ts';
import { audiences } from '#app/sandbox/catalogue.ts';
import { identitiesIn } from '#app/sandbox/facts.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import type { Origin } from '#domain/protocol/actor.ts';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { federationWords as words } from '#words/sandbox/federation.ts';
import { sandboxWords } from '#ui/words/words.ts';
import styles from '../../Stack.module.css';
import { CommandForm } from '../../give/CommandForm.tsx';

/** A workload shows the token of its own platform to Microsoft Entra ID, and gets one of an identity. */
export function WorkloadForm({ origin, action }: { origin: Origin; action: string }) {
  const state = useCloud();
  const identities = identitiesIn(state);
  const [resource, setResource] = useState<string>(audiences[0].resource);
  const [chosen, setChosen] = useState('');
  // A pod is told an identity by its service account; a workflow has to name one.
  const named =
    identities.find(({ clientId }) => clientId === chosen) ?? (origin.kind === 'pod' ? undefined : identities[0]);
  if (identities.length === 0) return <p className={styles.soft}>{words.noIdentity}</p>;
  const selector = named === undefined ? null : ({ by: 'clientId', value: named.clientId } as const);
  const command = workloadSignIn(state, origin, resource, selector);
  return (
    <CommandForm command={command} action={action} icon="arrowRight">
      {command === null && <p className={styles.soft}>{words.notTold}</p>}
      <SelectField
        label={words.identity}
        value={named?.clientId ?? ''}
        onChange={setChosen}
        options={[
          ...(origin.kind === 'pod' ? [{ value: '', label: sandboxWords.details.noneNamed }] : []),
          ...identities.map(({ clientId, name }) => ({ value: clientId, label: name })),
        ]}
      />
      <SelectField
        label={words.audience}
        value={resource}
        onChange={setResource}
        options={audiences.map((each) => ({ value: each.resource, label: each.resource }))}
      />
    </CommandForm>
  );
}
