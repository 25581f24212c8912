import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { tokensHeldBy } from '#app/sandbox/answer.ts';
import { contentsOf, targetsIn } from '#app/sandbox/facts.ts';
import { readFrom } from '#app/sandbox/requests.ts';
import { useCloud, useWorld } from '#app/world/WorldProvider.tsx';
import type { Origin } from '#domain/protocol/actor.ts';
import { Button } from '#ui/kit/Button.tsx';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { sandboxWords } from '#ui/words/words.ts';
import styles from '../Stack.module.css';

const words = sandboxWords.details;
const none = 'none';

/** Reads a secret or a blob from a host, with the newest token, an older one or none. */
export function CallForm({ origin }: { origin: Origin }) {
  const state = useCloud();
  const world = useWorld((store) => store.world);
  const dispatch = useWorld((store) => store.dispatch);
  const [what, setWhat] = useState('');
  const [withToken, setWithToken] = useState('');
  const readable = targetsIn(state).flatMap((target) =>
    contentsOf(state, target).map(({ path }) => ({ key: `${target.id} ${path}`, target, path })),
  );
  const tokens = tokensHeldBy(world, origin);
  const chosen = readable.find(({ key }) => key === what) ?? readable[0];
  if (chosen === undefined) return <p className={styles.soft}>{words.nothingToRead}</p>;
  const held = tokens.find(({ claims }) => claims.uti === withToken) ?? (withToken === none ? undefined : tokens[0]);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (chosen === undefined) return;
    dispatch(readFrom(chosen.target, chosen.path, origin, held ?? { kind: 'none' }));
  }

  return (
    <form className={styles.stack} onSubmit={submit}>
      <SelectField
        label={words.callWhat}
        value={chosen.key}
        onChange={setWhat}
        options={readable.map(({ key, target, path }) => ({ value: key, label: `${target.name}/${path}` }))}
      />
      <SelectField
        label={words.callWith}
        value={held?.claims.uti ?? none}
        onChange={setWithToken}
        options={[
          ...tokens.map(({ claims }) => ({
            value: claims.uti,
            label: words.tokenFor(claims.aud, claims.exp, state.now),
          })),
          { value: none, label: words.noToken },
        ]}
      />
      <div className={styles.row}>
        <Button type="submit" icon="arrowRight">
          {words.read}
        </Button>
      </div>
    </form>
  );
}
