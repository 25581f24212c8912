import { useState } from 'react';
import { audiences } from '#app/sandbox/catalogue.ts';
import { askForToken } from '#app/sandbox/requests.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import type { Host } from '#domain/arm/resource.ts';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { machineWords as words } from '#words/sandbox/machine.ts';
import styles from '../../Stack.module.css';
import { CommandForm } from '../../give/CommandForm.tsx';

/** `az vm run-command invoke`: whoever may run commands on a machine has its identity. */
export function RunCommandForm({ host }: { host: Host }) {
  const state = useCloud();
  const [resource, setResource] = useState<string>(audiences[0].resource);
  const from = { kind: 'host', resourceId: host.id } as const;
  const { request } = askForToken(state, from, { resource, selector: null });
  return (
    <CommandForm command={{ type: 'RunCommand', id: host.id, request }} action={words.run} icon="arrowRight">
      <p className={styles.soft}>{words.runCommandHint}</p>
      <SelectField
        label={words.audience}
        value={resource}
        onChange={setResource}
        options={audiences.map((each) => ({ value: each.resource, label: each.resource }))}
      />
    </CommandForm>
  );
}
