import { powerStateOf } from '#app/sandbox/services.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import type { Host } from '#domain/arm/resource.ts';
import { machineWords as words } from '#words/sandbox/machine.ts';
import styles from '../../Stack.module.css';
import { CommandButtons } from '../../give/CommandButtons.tsx';
import { Section } from '../../Section.tsx';

const actions = ['start', 'powerOff', 'deallocate', 'restart'] as const;

/** Starts and stops a machine: its identity is none the wiser. */
export function PowerSection({ host }: { host: Host }) {
  const power = powerStateOf(useCloud(), host);
  return (
    <Section title={words.power}>
      <p className={styles.soft}>{words.powerState[power]}</p>
      <CommandButtons
        choices={actions.map((action) => ({
          action: words.powerActions[action],
          command: { type: 'SetPower', id: host.id, action },
        }))}
      />
    </Section>
  );
}
