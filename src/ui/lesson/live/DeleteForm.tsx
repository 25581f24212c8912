import { useState } from 'react';
import { resourcesOf } from '#app/lesson/live-world.ts';
import { useCloud, useWorld } from '#app/world/WorldProvider.tsx';
import { Button } from '#ui/kit/Button.tsx';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { liveWords as words } from '#words/lesson/live.ts';
import styles from './LiveActions.module.css';

/** Deletes a resource. What goes with it is not said before: to guess that is the task. */
export function DeleteForm() {
  const resources = resourcesOf(useCloud());
  const dispatch = useWorld((store) => store.dispatch);
  const [chosen, setChosen] = useState('');
  const resource = resources.find(({ id }) => id === chosen) ?? resources.at(-1);
  if (resource === undefined) return <p className={styles.soft}>{words.nothingToDelete}</p>;
  return (
    <>
      <SelectField
        label={words.deleteWhich}
        value={resource.id}
        onChange={setChosen}
        options={resources.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div className={styles.row}>
        <Button variant="danger" icon="trash" onClick={() => dispatch({ type: 'DeleteResource', id: resource.id })}>
          {words.delete(resource.name)}
        </Button>
      </div>
    </>
  );
}
