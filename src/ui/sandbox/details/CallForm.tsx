import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { tokensHeldBy } from '#app/sandbox/answer.ts';
import type { HeldToken } from '#app/sandbox/answer.ts';
import { allCalls, listedKeys, storedCalls } from '#app/sandbox/calls.ts';
import { useCloud, useWorld } from '#app/world/WorldProvider.tsx';
import type { PresentedToken } from '#domain/entra/token.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import { Button } from '#ui/kit/Button.tsx';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { sandboxWords } from '#ui/words/words.ts';
import styles from '../Stack.module.css';

const words = sandboxWords.details;
const none = 'none';

interface CallFormProps {
  readonly origin: Origin;
  /** Offers everything that can be called, and account keys too; without it what is stored, with a token. */
  readonly wide?: boolean;
}

/** Reads a secret or a blob from a host, with the newest token, an older one or none. */
export function CallForm({ origin, wide = false }: CallFormProps) {
  const state = useCloud();
  const world = useWorld((store) => store.world);
  const dispatch = useWorld((store) => store.dispatch);
  const [what, setWhat] = useState('');
  const [withToken, setWithToken] = useState('');
  const readable = wide ? allCalls(state) : storedCalls(state);
  const tokens = tokensHeldBy(world, origin);
  const keys = wide ? listedKeys(state, world.timeline) : [];
  const chosen = readable.find(({ key }) => key === what) ?? readable[0];
  if (chosen === undefined) return <p className={styles.soft}>{words.nothingToRead}</p>;
  const presented = presentedOf(withToken, tokens, keys);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (chosen !== undefined) dispatch(chosen.command(origin, presented));
  }

  return (
    <form className={styles.stack} onSubmit={submit}>
      <SelectField
        label={words.callWhat}
        value={chosen.key}
        onChange={setWhat}
        options={readable.map(({ key, name }) => ({ value: key, label: name }))}
      />
      <SelectField
        label={words.callWith}
        value={valueOf(presented)}
        onChange={setWithToken}
        options={[
          ...tokens.map(({ claims }) => ({
            value: claims.uti,
            label: words.tokenFor(claims.aud, claims.exp, state.now),
          })),
          ...keys.map((each) => ({ value: each.key, label: words.keyOf(each.account, each.key) })),
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

/** What was chosen and is still there, else the newest token. */
function presentedOf(
  chosen: string,
  tokens: readonly HeldToken[],
  keys: ReturnType<typeof listedKeys>,
): PresentedToken {
  const held = [...tokens, ...keys].find((each) => valueOf(each) === chosen);
  return held ?? (chosen === none ? undefined : tokens[0]) ?? { kind: 'none' };
}

function valueOf(presented: PresentedToken): string {
  if (presented.kind === 'jwt') return presented.claims.uti;
  return presented.kind === 'sharedKey' ? presented.key : none;
}
