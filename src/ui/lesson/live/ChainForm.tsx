import { useState } from 'react';
import { hostsOf } from '#app/lesson/live-world.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import type { Origin } from '#domain/protocol/actor.ts';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { Chain } from '#ui/sandbox/why/ChainSection.tsx';
import { liveWords as words } from '#words/lesson/live.ts';
import styles from './LiveActions.module.css';

const laptop = 'laptop';

/** Where the code runs, and which credential of the chain answers there. */
export function ChainForm() {
  const hosts = hostsOf(useCloud());
  const [chosen, setChosen] = useState(laptop);
  const host = hosts.find(({ id }) => id === chosen);
  const origin: Origin = host === undefined ? { kind: 'laptop' } : { kind: 'host', resourceId: host.id };
  return (
    <div className={styles.panel}>
      <SelectField
        label={words.host}
        value={host?.id ?? laptop}
        onChange={setChosen}
        options={[{ value: laptop, label: words.laptop }, ...hosts.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <Chain key={chosen} origin={origin} />
    </div>
  );
}
