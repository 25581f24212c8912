import { useState } from 'react';
import { callersIn } from '#app/sandbox/people.ts';
import { principalNodeId } from '#app/world/graph/node-id.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import { Button } from '#ui/kit/Button.tsx';
import { Disclosure } from '#ui/kit/Disclosure.tsx';
import { TextField } from '#ui/kit/TextField.tsx';
import { Mark } from '#ui/subject/Mark.tsx';
import { peopleWords as words } from '#words/sandbox/people.ts';
import { CommandForm } from '../give/CommandForm.tsx';
import { Section } from '../Section.tsx';
import { useSelection } from '../selection.ts';
import styles from '../Stack.module.css';

/** People of the tenant; a name selects its seal in the picture. */
export function PeopleSection() {
  const people = callersIn(useCloud()).filter(({ principalId }) => principalId !== undefined);
  const { select } = useSelection();
  const [name, setName] = useState('');
  return (
    <Section title={words.people}>
      {people.length === 0 && <p className={styles.soft}>{words.noPeople}</p>}
      <ul className={styles.list} aria-label={words.people}>
        {people.map(({ principalId, displayName }) => (
          <li key={displayName}>
            <Button
              variant="quiet"
              onClick={() => select(principalId === undefined ? null : principalNodeId(principalId))}
            >
              <Mark kind="person" name={displayName} />
            </Button>
          </li>
        ))}
      </ul>
      <Disclosure summary={words.createPerson}>
        <CommandForm
          command={name === '' ? null : { type: 'CreateUser', name }}
          action={words.createPerson}
          onDone={() => setName('')}
        >
          <TextField label={words.personName} value={name} onChange={setName} />
        </CommandForm>
      </Disclosure>
    </Section>
  );
}
