import { useState } from 'react';
import { imdsFaultKinds, imdsFaultOf } from '#app/sandbox/services.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import type { Host } from '#domain/arm/resource.ts';
import type { ImdsFault } from '#domain/imds/state.ts';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { machineWords as words } from '#words/sandbox/machine.ts';
import styles from '../../Stack.module.css';
import { CommandButtons } from '../../give/CommandButtons.tsx';
import { CommandForm } from '../../give/CommandForm.tsx';

type Count = keyof typeof words.faultCounts;
const counts: readonly Count[] = ['1', '3', '5', 'ever'];

/** Makes the metadata service of a host fail as it does in Azure, and mends it. */
export function ImdsFaultForm({ host }: { host: Host }) {
  const fault = imdsFaultOf(useCloud(), host);
  const [kind, setKind] = useState<ImdsFault['kind']>('throttled');
  const [count, setCount] = useState<Count>('3');
  const requests = count === 'ever' ? null : Number(count);
  return (
    <div className={styles.stack}>
      <p className={styles.soft}>{fault === null ? words.faultOff : words.faultOn(fault)}</p>
      {fault !== null && (
        <CommandButtons
          choices={[{ action: words.mend, command: { type: 'SetImdsFault', id: host.id, fault: null }, icon: 'check' }]}
        />
      )}
      <CommandForm command={{ type: 'SetImdsFault', id: host.id, fault: { kind, requests } }} action={words.fail}>
        <SelectField
          label={words.faultKind}
          value={kind}
          onChange={(value) => setKind(value as ImdsFault['kind'])}
          options={imdsFaultKinds.map((each) => ({ value: each, label: words.faultKinds[each] }))}
        />
        <SelectField
          label={words.faultCount}
          value={count}
          onChange={(value) => setCount(value as Count)}
          options={counts.map((each) => ({ value: each, label: words.faultCounts[each] }))}
        />
      </CommandForm>
    </div>
  );
}
