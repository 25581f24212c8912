import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { tokenBroughtBy, tokensHeldBy } from '#app/sandbox/answer.ts';
import { sqlCall } from '#app/sandbox/calls.ts';
import { databaseUsersOf, hostChoices, principalNames } from '#app/sandbox/services.ts';
import { useCloud, useWorld, useWorldStore } from '#app/world/WorldProvider.tsx';
import type { Target } from '#domain/arm/resource.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import { Button } from '#ui/kit/Button.tsx';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { TextAreaField } from '#ui/kit/TextAreaField.tsx';
import { storeWords as words } from '#words/sandbox/stores.ts';
import styles from '../../Stack.module.css';
import { Section } from '../../Section.tsx';

/** The users of a database, and a box for statements, sent from a host or by a person. */
export function DatabaseSection({ database }: { database: Target }) {
  const users = databaseUsersOf(useCloud(), database.id);
  return (
    <>
      <Section title={words.users}>
        {users.length === 0 && <p className={styles.soft}>{words.noUsers}</p>}
        <ul className={styles.list} aria-label={words.users}>
          {users.map(({ name, roles }) => (
            <li key={name}>
              <strong>{name}</strong> <span className={styles.soft}>{roles.join(', ')}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={words.askDatabase}>
        <StatementForm database={database} />
      </Section>
    </>
  );
}

const audience = 'https://database.windows.net/';
const laptop: Origin = { kind: 'laptop' };

/** A person signs in on the way; a host shows the newest token that it holds for databases. */
function StatementForm({ database }: { database: Target }) {
  const state = useCloud();
  const store = useWorldStore();
  const dispatch = useWorld((held) => held.dispatch);
  const hosts = hostChoices(state);
  const names = principalNames(state);
  const [from, setFrom] = useState('');
  const name = names[0] ?? 'vm-web';
  const [batch, setBatch] = useState(`CREATE USER [${name}] FROM EXTERNAL PROVIDER`);
  const host = hosts.find(({ id }) => id === from);
  const offers = {
    create: `CREATE USER [${name}] FROM EXTERNAL PROVIDER`,
    read: `ALTER ROLE db_datareader ADD MEMBER [${name}]`,
    select: 'SELECT * FROM Orders',
    drop: `DROP USER [${name}]`,
  } as const;

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (host === undefined) {
      const signIn = dispatch({ type: 'RequestUserToken', resource: audience });
      dispatch(sqlCall(database.name, batch, laptop, tokenBroughtBy(store.getState().world, signIn)));
      return;
    }
    const origin: Origin = { kind: 'host', resourceId: host.id };
    const held = tokensHeldBy(store.getState().world, origin);
    const token = held.find(({ claims }) => claims.aud === audience) ?? held[0] ?? ({ kind: 'none' } as const);
    dispatch(sqlCall(database.name, batch, origin, token));
  }

  return (
    <form className={styles.stack} onSubmit={submit}>
      <div className={styles.row}>
        {(['create', 'read', 'select', 'drop'] as const).map((each) => (
          <Button key={each} variant="quiet" onClick={() => setBatch(offers[each])}>
            {words.statements[each]}
          </Button>
        ))}
      </div>
      <TextAreaField label={words.statement} value={batch} onChange={setBatch} rows={3} />
      <SelectField
        label={words.statementFrom}
        value={host?.id ?? ''}
        onChange={setFrom}
        options={[{ value: '', label: words.asYou }, ...hosts.map((each) => ({ value: each.id, label: each.name }))]}
      />
      <div className={styles.row}>
        <Button type="submit" icon="arrowRight">
          {words.run}
        </Button>
      </div>
    </form>
  );
}
