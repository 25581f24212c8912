import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { audiences } from '#app/sandbox/catalogue.ts';
import { identityChoices } from '#app/sandbox/identity-choices.ts';
import { askForToken } from '#app/sandbox/requests.ts';
import { useCloud, useWorld } from '#app/world/WorldProvider.tsx';
import type { Origin } from '#domain/protocol/actor.ts';
import { Button } from '#ui/kit/Button.tsx';
import { CheckField } from '#ui/kit/CheckField.tsx';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { TextField } from '#ui/kit/TextField.tsx';
import { sandboxWords } from '#ui/words/words.ts';
import styles from '../Stack.module.css';

const words = sandboxWords.details;
const other = 'other';

/** Sends the token request of an SDK from a host, or from the laptop, as exactly as the learner wants it. */
export function TokenForm({ origin, isApp }: { origin: Origin; isApp: boolean }) {
  const state = useCloud();
  const dispatch = useWorld((store) => store.dispatch);
  const [audience, setAudience] = useState<string>(audiences[0].resource);
  const [typed, setTyped] = useState('');
  const [identity, setIdentity] = useState('');
  const [withoutProof, setWithoutProof] = useState(false);
  const choices = identityChoices(state, origin);
  const resource = audience === other ? typed : audience;
  const selector = choices.find(({ key }) => key === identity)?.selector ?? null;

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    dispatch(askForToken(state, origin, { resource, selector, withoutProof }));
  }

  return (
    <form className={styles.stack} onSubmit={submit}>
      <SelectField
        label={words.audience}
        value={audience}
        onChange={setAudience}
        options={[
          ...audiences.map((each) => ({ value: each.resource, label: each.resource })),
          { value: other, label: words.otherAudience },
        ]}
      />
      {audience === other && (
        <TextField label={words.audienceText} value={typed} onChange={setTyped} spellCheck={false} autoComplete="off" />
      )}
      {choices.length > 0 && (
        <SelectField
          label={words.whichIdentity}
          value={identity}
          onChange={setIdentity}
          options={[
            { value: '', label: words.noneNamed },
            ...choices.map(({ key, name, by }) => ({ value: key, label: words.named(name, words.ids[by]) })),
          ]}
        />
      )}
      <CheckField
        label={isApp ? words.withoutProof.app : words.withoutProof.imds}
        checked={withoutProof}
        onChange={setWithoutProof}
      />
      <div className={styles.row}>
        <Button type="submit" icon="arrowRight">
          {words.askToken}
        </Button>
      </div>
    </form>
  );
}
