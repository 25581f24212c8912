import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { builtInRoles } from '#app/sandbox/catalogue.ts';
import { scopesIn } from '#app/sandbox/facts.ts';
import { addPersona, personas } from '#app/sandbox/people.ts';
import { useCloud, useWorldStore } from '#app/world/WorldProvider.tsx';
import { Button } from '#ui/kit/Button.tsx';
import { CheckField } from '#ui/kit/CheckField.tsx';
import { Dialog } from '#ui/kit/Dialog.tsx';
import { Notice } from '#ui/kit/Notice.tsx';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { TextField } from '#ui/kit/TextField.tsx';
import { peopleWords as words } from '#words/sandbox/people.ts';
import { sandboxWords } from '#ui/words/words.ts';
import styles from '../Stack.module.css';

/** Adds a person with a role, and plays them. */
export function PersonDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} title={words.addTitle}>
      <PersonForm onAdded={onClose} />
    </Dialog>
  );
}

const custom = 'custom';

function PersonForm({ onAdded }: { onAdded: () => void }) {
  const state = useCloud();
  const store = useWorldStore();
  const scopes = scopesIn(state);
  const [who, setWho] = useState<string>(personas[1]?.role ?? custom);
  const [name, setName] = useState('Sam');
  const [role, setRole] = useState<string>('Key Vault Reader');
  const [at, setAt] = useState('');
  const [wait, setWait] = useState(true);
  const [refusal, setRefusal] = useState<string | null>(null);
  const ready = personas.find((each) => each.role === who);
  const scope = scopes.find((each) => each.scope === at)?.scope ?? scopes[0]?.scope ?? '';

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const made = { name, grants: role === '' ? [] : [{ role, scope }] };
    const refused = addPersona(store, ready ?? made, wait);
    if (refused === null) return onAdded();
    setRefusal(sandboxWords.refused(refused.code, refused.message));
  }

  return (
    <form className={styles.stack} onSubmit={submit} noValidate>
      <p className={styles.soft}>{words.addHint}</p>
      <SelectField
        label={words.persona}
        value={who}
        onChange={setWho}
        options={[
          ...personas.map((each) => ({ value: each.role, label: `${each.name}, ${each.role}` })),
          { value: custom, label: words.custom },
        ]}
      />
      {ready === undefined && (
        <>
          <TextField label={words.personName} value={name} onChange={setName} />
          <SelectField
            label={words.customRole}
            value={role}
            onChange={setRole}
            options={[
              { value: '', label: words.noRole },
              ...builtInRoles.map((each) => ({ value: each.name, label: each.name })),
            ]}
          />
          <SelectField
            label={words.scope}
            value={scope}
            onChange={setAt}
            options={scopes.map((each) => ({ value: each.scope, label: words.at(each.name) }))}
          />
        </>
      )}
      <CheckField label={words.wait} checked={wait} onChange={setWait} />
      {refusal !== null && <Notice tone="refused" title={refusal} live />}
      <div className={styles.row}>
        <Button type="submit" variant="primary">
          {words.addIt}
        </Button>
      </div>
    </form>
  );
}
