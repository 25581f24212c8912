import { useState } from 'react';
import { groupsIn, resourcesIn } from '#app/sandbox/facts.ts';
import { resourceNodeId } from '#app/world/graph/node-id.ts';
import { useCloud, useWorldStore } from '#app/world/WorldProvider.tsx';
import type { Resource } from '#domain/arm/resource.ts';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { manageWords as words } from '#words/sandbox/manage.ts';
import styles from '../../Stack.module.css';
import { CommandForm } from '../../give/CommandForm.tsx';
import { useSelection } from '../../selection.ts';

/** Moves a resource into another group; the panel follows it to its new id. */
export function MoveForm({ resource }: { resource: Resource }) {
  const groups = groupsIn(useCloud()).filter(({ name }) => name.toLowerCase() !== resource.resourceGroup.toLowerCase());
  const store = useWorldStore();
  const { select } = useSelection();
  const [chosen, setChosen] = useState('');
  const group = groups.find(({ name }) => name === chosen) ?? groups[0];
  if (group === undefined) return <p className={styles.soft}>{words.noOtherGroup}</p>;
  return (
    <CommandForm
      command={{ type: 'MoveResource', id: resource.id, resourceGroup: group.name }}
      action={words.moveIt(resource.name)}
      onDone={() => {
        const { kind, name } = resource;
        const moved = resourcesIn(store.getState().world.state, group).find(
          (each) => each.kind === kind && each.name === name,
        );
        if (moved !== undefined) select(resourceNodeId(moved.id));
      }}
    >
      <SelectField
        label={words.moveTo}
        hint={words.moveHint}
        value={group.name}
        onChange={setChosen}
        options={groups.map(({ name }) => ({ value: name, label: name }))}
      />
    </CommandForm>
  );
}
