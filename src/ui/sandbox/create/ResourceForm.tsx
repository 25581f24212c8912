import { useState } from 'react';
import type { Resource, ResourceKind } from '#domain/arm/resource.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { groupsIn, identitiesIn, resourcesIn } from '#app/sandbox/facts.ts';
import { isHostKindOf, longestSafeIdentityName, parentKindOf, suggestedNames } from '#app/sandbox/catalogue.ts';
import { namedResources } from '#app/sandbox/services.ts';
import { resourceNodeId } from '#app/world/graph/node-id.ts';
import { useCloud, useWorldStore } from '#app/world/WorldProvider.tsx';
import { CheckField } from '#ui/kit/CheckField.tsx';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { createWords } from '#words/sandbox/create.ts';
import { sandboxWords as words } from '#ui/words/words.ts';
import { useSelection } from '../selection.ts';
import styles from '../Stack.module.css';
import { CreateForm } from './CreateForm.tsx';
import { noOptions, OptionFields, optionsFor } from './OptionFields.tsx';
import type { Options } from './OptionFields.tsx';

/** Creates a resource of one kind: in a group, or under the resource that holds it. */
export function ResourceForm({ kind }: { kind: ResourceKind }) {
  const state = useCloud();
  const parentKind = parentKindOf(kind);
  const groups = groupsIn(state);
  if (parentKind === null) return <FormIn kind={kind} groups={groups} parent={null} />;
  const parents = namedResources(state, parentKind);
  return parents.length === 0 ? (
    <p className={styles.soft}>{createWords.needs(words.things[parentKind])}</p>
  ) : (
    <FormUnder kind={kind} parents={parents} />
  );
}

function FormUnder({ kind, parents }: { kind: ResourceKind; parents: readonly Resource[] }) {
  const groups = groupsIn(useCloud());
  const [chosen, setChosen] = useState('');
  const parent = parents.find(({ id }) => id === chosen) ?? parents[0];
  if (parent === undefined) return null;
  const group = groups.filter(({ name }) => name.toLowerCase() === parent.resourceGroup.toLowerCase());
  return (
    <>
      <SelectField
        label={createWords.under}
        value={parent.id}
        onChange={setChosen}
        options={parents.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <FormIn key={parent.id} kind={kind} groups={group} parent={parent.name} />
    </>
  );
}

/** Azure takes longer names, and says that they may be trouble at a machine (facts: control-plane §3.1). */
function identityCaution(name: string): string | null {
  return name.length > longestSafeIdentityName ? createWords.longIdentity(longestSafeIdentityName) : null;
}

interface FormInProps {
  readonly kind: ResourceKind;
  readonly groups: ReturnType<typeof groupsIn>;
  readonly parent: string | null;
}

function FormIn({ kind, groups, parent }: FormInProps) {
  const state = useCloud();
  const store = useWorldStore();
  const { select } = useSelection();
  const [chosen, setChosen] = useState('');
  const [systemAssigned, setSystemAssigned] = useState(false);
  const [userAssigned, setUserAssigned] = useState<readonly ResourceId[]>([]);
  const [options, setOptions] = useState<Options>(noOptions);
  const group = groups.find(({ name }) => name === chosen) ?? groups[0];
  if (group === undefined) return null;

  const whole = (name: string) => (parent === null ? name : `${parent}/${name}`);
  const used = resourcesIn(state, group).filter((each) => each.kind === kind);
  const isUsed = (name: string) => used.some((each) => each.name.toLowerCase() === whole(name).toLowerCase());
  const free = suggestedNames[kind].find((name) => !isUsed(name));
  const identity = isHostKindOf(kind) && (systemAssigned || userAssigned.length > 0);
  return (
    <CreateForm
      key={`${kind} ${free ?? ''}`}
      thing={kind}
      suggestion={free ?? ''}
      isUsed={isUsed}
      {...(kind === 'userAssignedIdentity' ? { caution: identityCaution } : {})}
      command={(name) => ({
        type: 'CreateResource',
        kind,
        name: whole(name),
        resourceGroup: group.name,
        location: group.location,
        ...(identity ? { identity: { systemAssigned, userAssigned } } : {}),
        ...optionsFor(kind, options),
      })}
      onCreated={(name) => {
        const made = resourcesIn(store.getState().world.state, group).find(
          (each) => each.kind === kind && each.name === whole(name),
        );
        if (made !== undefined) select(resourceNodeId(made.id));
      }}
    >
      {groups.length > 1 && (
        <SelectField
          label={words.group}
          value={group.name}
          onChange={setChosen}
          options={groups.map(({ name }) => ({ value: name, label: name }))}
        />
      )}
      {isHostKindOf(kind) && (
        <div className={styles.tight}>
          <CheckField
            label={words.systemAssigned}
            hint={words.systemAssignedHint}
            checked={systemAssigned}
            onChange={setSystemAssigned}
          />
          {identitiesIn(state).map(({ id, name }) => (
            <CheckField
              key={id}
              label={name}
              checked={userAssigned.includes(id)}
              onChange={(checked) =>
                setUserAssigned(checked ? [...userAssigned, id] : userAssigned.filter((each) => each !== id))
              }
            />
          ))}
        </div>
      )}
      <OptionFields kind={kind} options={options} onChange={setOptions} />
    </CreateForm>
  );
}
