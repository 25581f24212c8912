import { useRef, useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import { fitsName, nameRuleOf } from '#app/sandbox/catalogue.ts';
import type { NamedThing } from '#app/sandbox/catalogue.ts';
import { forecastRefusal } from '#app/sandbox/forecast.ts';
import { useWorldStore } from '#app/world/WorldProvider.tsx';
import type { Command } from '#domain/cloud/command.ts';
import { Button } from '#ui/kit/Button.tsx';
import { TextField } from '#ui/kit/TextField.tsx';
import { sandboxWords as words } from '#ui/words/words.ts';
import styles from '../Stack.module.css';
import { WayOut } from '../give/RefusalNotice.tsx';
import { refusalOf } from '../give/use-give.ts';
import type { GivenRefusal } from '../give/use-give.ts';

interface CreateFormProps {
  readonly thing: NamedThing;
  readonly suggestion: string;
  /** Whether the name is taken where it would go; Azure would answer 200 and change nothing. */
  readonly isUsed: (name: string) => boolean;
  readonly command: (name: string) => Command;
  readonly onCreated?: (name: string) => void;
  /** Said of a name that is allowed and may still be trouble. */
  readonly caution?: (name: string) => string | null;
  readonly children?: ReactNode;
}

/** A form that makes something with a name: Azure's rule is said before it is sent, Azure's refusal after. */
export function CreateForm(props: CreateFormProps) {
  const { thing, suggestion, isUsed, command, onCreated, caution, children } = props;
  const [name, setName] = useState(suggestion);
  const [refusal, setRefusal] = useState<GivenRefusal | string | null>(null);
  const field = useRef<HTMLDivElement>(null);
  const store = useWorldStore();
  const problem = nameProblem(thing, name, isUsed);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const { world, actor, dispatch } = store.getState();
    const answer = problem === null ? forecastRefusal(world.state, command(name), actor) : null;
    const refused = answer === null ? problem : refusalOf(answer, actor);
    setRefusal(refused);
    if (refused !== null) {
      field.current?.querySelector('input')?.focus();
      return;
    }
    dispatch(command(name));
    setName('');
    onCreated?.(name);
  }

  return (
    <form className={styles.stack} onSubmit={submit} noValidate>
      <div ref={field}>
        <TextField
          label={words.name}
          value={name}
          onChange={(value) => {
            setName(value);
            setRefusal(null);
          }}
          error={refusal === null ? (name === '' ? null : problem) : textOf(refusal)}
          autoComplete="off"
          spellCheck={false}
        />
        <p className={styles.caution} role="status">
          {caution?.(name)}
        </p>
      </div>
      {refusal !== null && typeof refusal !== 'string' && <WayOut refusal={refusal} />}
      {children}
      <div className={styles.row}>
        <Button type="submit" variant="primary" icon="plus">
          {words.createThing(thing, name)}
        </Button>
      </div>
    </form>
  );
}

function nameProblem(thing: NamedThing, name: string, isUsed: (name: string) => boolean): string | null {
  if (name === '') return words.nameMissing(thing);
  if (!fitsName(thing, name)) return words.nameRule(thing, nameRuleOf(thing));
  return isUsed(name) ? words.nameUsed(name) : null;
}

function textOf(refusal: GivenRefusal | string): string {
  return typeof refusal === 'string' ? refusal : words.refused(refusal.code, refusal.message);
}
