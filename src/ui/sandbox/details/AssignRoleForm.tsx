import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { builtInRoles, findBuiltInRole } from '#app/sandbox/catalogue.ts';
import { isRootScope, principalsIn, scopesIn } from '#app/sandbox/facts.ts';
import type { ScopeChoice } from '#app/sandbox/facts.ts';
import { forecastRefusal } from '#app/sandbox/forecast.ts';
import { membersIn } from '#app/world/members.ts';
import { useCloud, useWorld } from '#app/world/WorldProvider.tsx';
import type { CommandOf } from '#domain/cloud/command.ts';
import type { PrincipalId } from '#domain/kernel/brand.ts';
import { useAnnounce } from '#ui/kit/announce.ts';
import { Button } from '#ui/kit/Button.tsx';
import { Disclosure } from '#ui/kit/Disclosure.tsx';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { TextAreaField } from '#ui/kit/TextAreaField.tsx';
import { sandboxWords } from '#ui/words/words.ts';
import styles from '../Stack.module.css';
import { RefusalNotice } from '../give/RefusalNotice.tsx';
import { refusalOf } from '../give/use-give.ts';
import type { GivenRefusal } from '../give/use-give.ts';

const words = sandboxWords.details;

interface AssignRoleFormProps {
  /** Fixes the principal, or the scope, where the panel is about it. */
  readonly principalId?: string;
  readonly scope?: string;
  /** The role that is chosen first. */
  readonly role?: string;
  /** Offers everybody of the directory, every scope and a condition; without it identities and where they mostly act. */
  readonly wide?: boolean;
}

/** Gives a principal a role at a scope. Azure takes up to ten minutes until it acts, and the form says so. */
export function AssignRoleForm(props: AssignRoleFormProps) {
  const state = useCloud();
  const dispatch = useWorld((store) => store.dispatch);
  const actor = useWorld((store) => store.actor);
  const announce = useAnnounce();
  const [chosen, setChosen] = useState<Choice>({});
  const [refusal, setRefusal] = useState<GivenRefusal | null>(null);
  const { wide = false } = props;
  const principals = wide
    ? membersIn(state)
    : principalsIn(state).map(({ id, displayName }) => ({ id, name: displayName }));
  const scopes = scopesIn(state, wide);
  const [condition, setCondition] = useState('');
  const { roleId, principalId, scope } = fill(props, chosen, principals, scopes);
  if (principalId === undefined) return <p className={styles.soft}>{words.noPrincipals}</p>;
  const command = {
    type: 'CreateRoleAssignment',
    scope,
    roleId,
    principalId,
    ...(condition.trim() === '' ? {} : { condition: condition.trim() }),
  } as const;

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const refused = forecastRefusal(state, command, actor);
    setRefusal(refused === null ? null : refusalOf(refused, actor));
    const { events } = dispatch(command);
    const created = events.find((each) => each.type === 'RoleAssignmentCreated');
    if (created !== undefined) announce(words.roleAssigned(created.assignment.effectiveAt, state.now));
  }

  return (
    <form className={styles.stack} onSubmit={submit}>
      <SelectField
        label={words.role}
        value={roleId}
        onChange={(value) => setChosen({ ...chosen, roleId: value })}
        options={builtInRoles.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {props.principalId === undefined && (
        <SelectField
          label={words.roleTo}
          value={principalId}
          onChange={(value) => setChosen({ ...chosen, principalId: value })}
          options={principals.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {props.scope === undefined && (
        <SelectField
          label={words.roleAt}
          value={scope}
          onChange={(value) => setChosen({ ...chosen, scope: value })}
          options={scopes.map((each) => ({
            value: each.scope,
            label: scopeLabel(each),
          }))}
        />
      )}
      {wide && (
        <Disclosure summary={words.condition}>
          <div className={styles.tight}>
            <TextAreaField
              label={words.condition}
              hint={words.conditionHint}
              value={condition}
              onChange={setCondition}
              rows={4}
            />
            <div className={styles.row}>
              <Button variant="quiet" onClick={() => setCondition(containerCondition)}>
                {words.offerCondition}
              </Button>
            </div>
          </div>
        </Disclosure>
      )}
      <RefusalNotice refusal={refusal} />
      <div className={styles.row}>
        <Button type="submit" icon="key">
          {words.assignRole}
        </Button>
      </div>
    </form>
  );
}

function scopeLabel({ name, scope }: ScopeChoice): string {
  if (isRootScope(scope)) return words.rootScope;
  return name === '' ? words.subscription : name;
}

/** Reading blobs of one container only. */
const containerCondition = [
  "((!(ActionMatches{'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read'}))",
  "OR (@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name] StringEquals 'images'))",
].join(' ');

interface Choice {
  readonly roleId?: string;
  readonly principalId?: string;
  readonly scope?: string;
}

/** What the panel fixes, else what was chosen and is still there, else the likeliest. */
function fill(
  props: AssignRoleFormProps,
  chosen: Choice,
  principals: readonly { readonly id: PrincipalId }[],
  scopes: readonly ScopeChoice[],
): Pick<CommandOf<'CreateRoleAssignment'>, 'roleId' | 'scope'> & { readonly principalId: PrincipalId | undefined } {
  const wanted = props.principalId ?? chosen.principalId;
  const principal = principals.find(({ id }) => id === wanted) ?? principals[0];
  const at = scopes.find(({ scope }) => scope === (props.scope ?? chosen.scope));
  return {
    roleId: findBuiltInRole(chosen.roleId, props.role),
    principalId: principal?.id,
    scope: props.scope ?? at?.scope ?? scopes.find(({ isTarget }) => isTarget)?.scope ?? scopes[0]?.scope ?? '',
  };
}
