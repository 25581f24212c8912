import { useState } from 'react';
import { groupsIn } from '#app/sandbox/facts.ts';
import { kindsInOrder } from '#app/sandbox/catalogue.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import type { ResourceKind } from '#domain/arm/resource.ts';
import { Card } from '#ui/kit/Card.tsx';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { sandboxWords as words } from '#ui/words/words.ts';
import styles from '../Stack.module.css';
import { GroupForm } from './GroupForm.tsx';
import { ResourceForm } from './ResourceForm.tsx';

type Creatable = ResourceKind | 'resourceGroup';

interface CreatePanelProps {
  /** What may be created here; everything where absent. */
  readonly kinds?: readonly Creatable[];
}

/** One place to create each kind of resource. Without a resource group there is only one thing to create. */
export function CreatePanel({ kinds = ['resourceGroup', ...kindsInOrder] }: CreatePanelProps) {
  const hasGroup = groupsIn(useCloud()).length > 0;
  const [chosen, setChosen] = useState<Creatable | null>(null);
  const preferred = kinds.find((kind) => kind !== 'resourceGroup') ?? 'resourceGroup';
  const kind = hasGroup ? (chosen ?? preferred) : 'resourceGroup';
  return (
    <Card title={words.create}>
      <div className={styles.stack}>
        {hasGroup && kinds.length > 1 && (
          <SelectField
            label={words.createWhat}
            value={kind}
            onChange={(value) => setChosen(value as Creatable)}
            options={kinds.map((each) => ({ value: each, label: words.things[each] }))}
          />
        )}
        {kind === 'resourceGroup' ? <GroupForm /> : <ResourceForm kind={kind} />}
      </div>
    </Card>
  );
}
