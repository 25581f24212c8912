import { useState } from 'react';
import { groupsIn } from '#app/sandbox/facts.ts';
import { locations } from '#app/sandbox/catalogue.ts';
import { resourceNodeId } from '#app/world/graph/node-id.ts';
import { useCloud, useWorldStore } from '#app/world/WorldProvider.tsx';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { sandboxWords as words } from '#ui/words/words.ts';
import { useSelection } from '../selection.ts';
import { CreateForm } from './CreateForm.tsx';

export function GroupForm() {
  const [location, setLocation] = useState<string>(locations[0]);
  const groups = groupsIn(useCloud());
  const store = useWorldStore();
  const { select } = useSelection();
  const isUsed = (name: string) => groups.some((group) => group.name.toLowerCase() === name.toLowerCase());
  return (
    <CreateForm
      thing="resourceGroup"
      suggestion={isUsed('rg-shop') ? '' : 'rg-shop'}
      isUsed={isUsed}
      command={(name) => ({ type: 'CreateResourceGroup', name, location })}
      onCreated={(name) => {
        const made = groupsIn(store.getState().world.state).find((group) => group.name === name);
        if (made !== undefined) select(resourceNodeId(made.id));
      }}
    >
      <SelectField
        label={words.location}
        value={location}
        onChange={setLocation}
        options={locations.map((each) => ({ value: each, label: each }))}
      />
    </CreateForm>
  );
}
