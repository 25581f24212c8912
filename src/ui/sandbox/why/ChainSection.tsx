import { useState } from 'react';
import { audiences } from '#app/sandbox/catalogue.ts';
import { chainRun, credentialNames } from '#app/sandbox/chain.ts';
import type { ChainRun, Link } from '#app/sandbox/chain.ts';
import { identitiesIn } from '#app/sandbox/facts.ts';
import { useCloud, useWorld } from '#app/world/WorldProvider.tsx';
import type { Origin } from '#domain/protocol/actor.ts';
import { Button } from '#ui/kit/Button.tsx';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { Mark } from '#ui/subject/Mark.tsx';
import { whyWords as words } from '#words/sandbox/why.ts';
import { More } from '../More.tsx';
import styles from '../Stack.module.css';

/** Which credential of the SDK's chain would answer from here. */
export function ChainSection({ origin }: { origin: Origin }) {
  return <More summary={words.chain}>{() => <Chain origin={origin} />}</More>;
}

/** The chain link by link, with what each would say and a way to ask like the one that answers. */
export function Chain({ origin }: { origin: Origin }) {
  const state = useCloud();
  const actor = useWorld((store) => store.actor);
  const [resource, setResource] = useState<string>(audiences[0].resource);
  const [selection, setSelection] = useState('');
  const [client, setClient] = useState('');
  const identities = identitiesIn(state);
  const named = identities.find(({ clientId }) => clientId === client)?.clientId ?? null;
  const signedIn = origin.kind === 'laptop' ? actor : null;
  const run = chainRun(state, { from: origin, resource, selection, managedIdentityClientId: named, signedIn });
  return (
    <div className={styles.stack}>
      <p className={styles.soft}>{words.chainHint}</p>
      <SelectField
        label={words.scope}
        value={resource}
        onChange={setResource}
        options={audiences.map((each) => ({ value: each.resource, label: each.resource }))}
      />
      <SelectField
        label={words.clientId}
        value={named ?? ''}
        onChange={setClient}
        options={[
          { value: '', label: words.none },
          ...identities.map(({ clientId, name }) => ({ value: clientId, label: name })),
        ]}
      />
      <SelectField
        label={words.selection}
        value={selection}
        onChange={setSelection}
        options={[
          { value: '', label: words.notSet },
          ...['prod', 'dev', ...credentialNames].map((each) => ({ value: each, label: each })),
        ]}
      />
      <Ended run={run} />
      {run.kind === 'ran' && (
        <ol className={styles.list} aria-label={words.chain}>
          {run.links.map((link) => (
            <LinkView key={link.credential} link={link} />
          ))}
        </ol>
      )}
    </div>
  );
}

function Ended({ run }: { run: ChainRun }) {
  const isGood = run.kind === 'ran' && run.error === null;
  return (
    <p className={styles.row}>
      <Mark kind={isGood ? 'allowed' : 'refused'} /> {words.ended(run)}
    </p>
  );
}

function LinkView({ link: { credential, verdict, message, attempts } }: { link: Link }) {
  const dispatch = useWorld((store) => store.dispatch);
  const won = verdict.kind === 'token' ? attempts.at(-1)?.command : undefined;
  return (
    <li className={styles.tight}>
      <span className={styles.row}>
        <code>{credential}</code>
        <span className={styles.soft}>
          {words.verdicts[verdict.kind]}
          {attempts.length > 0 && `, ${words.requests(attempts.length)}`}
        </span>
      </span>
      {message !== null && verdict.kind !== 'notReached' && <span className={styles.wire}>{message}</span>}
      {won !== undefined && (
        <span className={styles.row}>
          <Button icon="arrowRight" aria-label={words.askLikeIt(credential)} onClick={() => dispatch(won)}>
            {words.askLikeThis}
          </Button>
        </span>
      )}
    </li>
  );
}
