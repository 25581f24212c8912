import { useState } from 'react';
import type { ResourceKind } from '#domain/arm/resource.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { groupsIn, identitiesIn, resourcesIn } from '#app/sandbox/facts.ts';
import { isHostKindOf, suggestedNames } from '#app/sandbox/catalogue.ts';
import { resourceNodeId } from '#app/world/graph/node-id.ts';
import { useCloud, useWorldStore } from '#app/world/WorldProvider.tsx';
import { CheckField } from '#ui/kit/CheckField.tsx';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { sandboxWords as words } from '#ui/words/words.ts';
import { useSelection } from '../selection.ts';
import styles from '../Stack.module.css';
import { CreateForm } from './CreateForm.tsx';

/** Creates a resource of one kind; hosts may get an identity from the start. */
export function ResourceForm({ kind }: { kind: ResourceKind }) {
  const state = useCloud();
  const store = useWorldStore();
  const { select } = useSelection();
  const groups = groupsIn(state);
  const [chosen, setChosen] = useState('');
  const [systemAssigned, setSystemAssigned] = useState(false);
  const [userAssigned, setUserAssigned] = useState<readonly ResourceId[]>([]);
  const group = groups.find(({ name }) => name === chosen) ?? groups[0];
  if (group === undefined) return null;

  const used = resourcesIn(state, group).filter((each) => each.kind === kind);
  const isUsed = (name: string) => used.some((each) => each.name.toLowerCase() === name.toLowerCase());
  const free = suggestedNames[kind].find((name) => !isUsed(name));
  const identity = isHostKindOf(kind) && (systemAssigned || userAssigned.length > 0);
  return (
    <CreateForm
      key={`${kind} ${free ?? ''}`}
      thing={kind}
      suggestion={free ?? ''}
      isUsed={isUsed}
      command={(name) => ({
        type: 'CreateResource',
        kind,
        name,
        resourceGroup: group.name,
        location: group.location,
        ...(identity ? { identity: { systemAssigned, userAssigned } } : {}),
      })}
      onCreated={(name) => {
        const made = resourcesIn(store.getState().world.state, group).find((each) => each.name === name);
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
    </CreateForm>
  );
}
